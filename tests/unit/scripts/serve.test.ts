import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePort, startServer, type StaticServer } from '../../../scripts/serve.js';

const FILES = {
	'index.html': '<h1>Front page</h1>',
	'404.html': '<h1>Nothing here</h1>',
	'event/x/index.html': '<h1>Event x</h1>',
	'embed/index.html': '<h1>Chart</h1>',
	'data/events.csv': 'id\n',
	'data/events.ics': 'BEGIN:VCALENDAR',
	'data/sources.bib': '@misc{x}',
	'data/timeline.json': JSON.stringify({ title: 'x'.repeat(1_000_000) }),
	_headers: '/*',
	'_app/immutable/entry/start.js': 'export {}',
	'_app/version.json': '{}',
	'风筝.txt': 'kite'
};

const outside = mkdtempSync(join(tmpdir(), 'timeline-serve-'));
const dir = join(outside, 'build');
let server: StaticServer;
let origin: string;

beforeAll(async () => {
	for (const [path, text] of Object.entries({ ...FILES, '../secret.txt': 'secret' })) {
		mkdirSync(dirname(join(dir, path)), { recursive: true });
		writeFileSync(join(dir, path), text);
	}
	server = await startServer({ dir, port: 0 });
	origin = `http://localhost:${server.port}`;
});

afterAll(async () => {
	await server.close();
	rmSync(outside, { recursive: true });
});

const get = (path: string, init?: RequestInit) =>
	fetch(new URL(path, origin), { redirect: 'manual', ...init });

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** Requests a path as it is: `fetch` would normalise it, and adds headers of its own. */
function getRaw(path: string, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
	return new Promise((resolve, reject) => {
		request(origin, { path, headers }, (response) => {
			let body = '';
			response.setEncoding('utf8').on('data', (chunk) => (body += chunk));
			response.on('end', () =>
				resolve({ status: response.statusCode!, headers: response.headers, body })
			);
		})
			.on('error', reject)
			.end();
	});
}

describe('a page', () => {
	test('is served at its address with a trailing slash', async () => {
		const response = await get('/event/x/');
		expect(response.status).toBe(200);
		expect(await response.text()).toBe(FILES['event/x/index.html']);
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(response.headers.get('cache-control')).toBe('no-cache');
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
	});

	test('is redirected to from its address without a slash, keeping the query', async () => {
		const response = await get('/event/x?line=kites&q=a%20b');
		expect(response.status).toBe(301);
		expect(response.headers.get('location')).toBe('/event/x/?line=kites&q=a%20b');
	});

	test('that is not there is 404.html with status 404, at any depth', async () => {
		for (const path of ['/nothing', '/event/y/', '/event/', '/a/b/c/d', '/index.html/']) {
			const response = await get(path);
			expect(response.status).toBe(404);
			expect(await response.text()).toBe(FILES['404.html']);
			expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		}
	});

	test('may be framed by the site alone, an embed by anybody', async () => {
		const policy = async (path: string) => (await get(path)).headers.get('content-security-policy');
		for (const path of ['/event/x/', '/%65vent/x/', '/event/x/index.html', '/index.html'])
			expect(await policy(path), path).toBe("frame-ancestors 'self'");
		expect(await policy('/embed/')).toBeNull();
	});

	test('may be used by hosts that require an embedder policy', async () => {
		const { headers } = await get('/embed/');
		expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
		for (const path of ['/embed/', '/event/x/'])
			expect((await get(path)).headers.get('cross-origin-resource-policy')).toBe('cross-origin');
	});

	test('that has not changed is not sent again', async () => {
		const { etag, 'last-modified': modified } = (await getRaw('/')).headers;
		for (const condition of [
			{ 'If-None-Match': etag },
			{ 'If-None-Match': `"x", ${etag}` },
			{ 'If-None-Match': '*' },
			{ 'If-Modified-Since': modified }
		]) {
			const again = await getRaw('/', condition);
			expect(again.status).toBe(304);
			expect(again.headers['access-control-allow-origin']).toBe('*');
		}
	});
});

describe('a file', () => {
	test.each([
		['/data/events.csv', 'text/csv; charset=utf-8'],
		['/data/events.ics', 'text/calendar; charset=utf-8'],
		['/data/sources.bib', 'application/x-bibtex; charset=utf-8'],
		['/data/timeline.json', 'application/json; charset=utf-8'],
		['/_app/immutable/entry/start.js', 'text/javascript; charset=utf-8'],
		['/%E9%A3%8E%E7%AD%9D.txt', 'text/plain; charset=utf-8']
	])('%s is %s', async (path, type) => {
		const response = await get(path);
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe(type);
	});

	test('with a hash in its name is immutable, any other is revalidated', async () => {
		const cache = async (path: string) => (await get(path)).headers.get('cache-control');
		expect(await cache('/_app/immutable/entry/start.js')).toBe(
			'public, max-age=31536000, immutable'
		);
		expect(await cache('/_app/version.json')).toBe('no-cache');
		expect(await cache('/data/timeline.json')).toBe('no-cache');
	});
});

describe('a range', () => {
	const path = '/data/timeline.json';

	test('is served uncompressed', async () => {
		const headers = { Range: 'bytes=2-6', 'Accept-Encoding': 'gzip' };
		const { status, headers: given, body } = await getRaw(path, headers);
		expect([status, body]).toEqual([206, 'title']);
		expect(given['content-encoding']).toBeUndefined();
		expect((await getRaw(path, { 'Accept-Encoding': 'gzip' })).headers['content-encoding']).toBe(
			'gzip'
		);
	});

	test.each([
		'bytes=5-2',
		'bytes=9999999-',
		'bytes=-0',
		'bytes=1e3-',
		'bytes=0-99999999999999999999'
	])('%s does not end the server', async (range) => {
		expect([200, 206, 416]).toContain((await getRaw(path, { Range: range })).status);
		expect((await get('/')).status).toBe(200);
	});

	test('of the last bytes has as many', async () => {
		expect((await getRaw(path, { Range: 'bytes=-2' })).body).toBe('"}');
	});

	test('of a file that has changed since is the whole file', async () => {
		const headers = { Range: 'bytes=0-1', 'If-Range': '"old"' };
		expect((await getRaw(path, headers)).status).toBe(200);
	});

	test('does not apply to 404.html', async () => {
		const { status, body } = await getRaw('/nothing', { Range: 'bytes=0-1' });
		expect([status, body]).toEqual([404, FILES['404.html']]);
	});
});

describe('an aborted download', () => {
	test.skipIf(process.platform !== 'linux')('leaves no file open', async () => {
		const countOpen = () => readdirSync('/proc/self/fd').length;
		const before = countOpen();
		const breakOff = (path: string) =>
			new Promise<void>((resolve) => {
				const asked = request(origin, { path, agent: false }, (response) => {
					response.once('data', () => response.destroy());
					response.once('close', resolve);
				});
				asked.on('error', () => resolve()).end();
			});
		for (let i = 0; i < 50; i++) await breakOff(i % 2 ? '/data/timeline.json' : '/nothing');
		await expect.poll(countOpen, { timeout: 10_000 }).toBeLessThanOrEqual(before + 5);
	});
});

test('a site that is replaced while it is served is served again', async () => {
	const parked = join(outside, 'parked');
	renameSync(dir, parked);
	expect((await get('/')).status).toBe(404);
	renameSync(parked, dir);
	expect((await get('/')).status).toBe(200);
});

describe('an unusual request', () => {
	const statusOf = async (path: string) => (await getRaw(path)).status;

	test('cannot leave the folder', async () => {
		const paths = ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt'];
		for (const path of paths) expect([403, 404]).toContain(await statusOf(path));
	});

	test('with a path that browsers read as another host is malformed', async () => {
		const paths = [
			'//evil.example/',
			'//../secret.txt',
			'/\\evil.example',
			'/%5cevil.example',
			'/a\\b'
		];
		for (const path of paths) expect(await statusOf(path)).toBe(400);
	});

	test('gets the right status', async () => {
		expect(await statusOf('/%')).toBe(400);
		expect(await statusOf('/%00')).toBe(400);
		expect(await statusOf('/index.html/x')).toBe(404);
		expect(await statusOf('/_headers')).toBe(404);
		expect((await get('/', { method: 'HEAD' })).status).toBe(200);
		expect((await get('/', { method: 'POST' })).status).toBe(405);
	});
});

test('under a base path only what is below it is served', async () => {
	const below = await startServer({ dir, port: 0, base: '/time/line' });
	expect(below.url).toBe(`http://localhost:${below.port}/time/line/`);
	const status = async (path: string) =>
		(await fetch(new URL(path, below.url), { redirect: 'manual' })).status;
	expect(await status('/time/line/event/x/')).toBe(200);
	expect(await status('/time/line')).toBe(301);
	expect(await status('/event/x/')).toBe(404);
	expect(await status('/time/lines/')).toBe(404);
	await below.close();
});

test('obstacles are reported in one sentence', async () => {
	await expect(startServer({ dir: outside, port: 0 })).rejects.toThrow(
		`There is no built site in ${outside}: run "npm run build" first.`
	);
	await expect(startServer({ dir, port: server.port })).rejects.toThrow(
		`Port ${server.port} is in use: stop whatever is using it, or choose another one with ` +
			'"npm run preview -- --port <number>".'
	);
	expect(() => parsePort('http')).toThrow(
		'The port must be a whole number up to 65535, but it is "http".'
	);
	expect([undefined, '', '8080'].map(parsePort)).toEqual([4173, 4173, 8080]);
});
