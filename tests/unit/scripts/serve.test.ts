import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
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
	'data/timeline.json': '{}',
	'_app/immutable/entry/start.js': 'export {}',
	'_app/version.json': '{}',
	'小米.txt': 'Xiaomi'
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

/** Asks for a path as it stands, which `fetch` would tidy up first. */
function getRaw(path: string) {
	return new Promise<number | undefined>((resolve, reject) => {
		request(origin, { path }, (response) => {
			response.resume();
			resolve(response.statusCode);
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

	test('is pointed to from the address without one, and the query stays', async () => {
		const response = await get('/event/x?line=miui&q=a%20b');
		expect(response.status).toBe(301);
		expect(response.headers.get('location')).toBe('/event/x/?line=miui&q=a%20b');
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
		expect(await policy('/event/x/')).toBe("frame-ancestors 'self'");
		expect(await policy('/embed/')).toBe('frame-ancestors *');
	});

	test('that has not changed is not sent again', async () => {
		const etag = (await get('/')).headers.get('etag') ?? '';
		const again = await get('/', { headers: { 'If-None-Match': etag } });
		expect(again.status).toBe(304);
		expect(again.headers.get('access-control-allow-origin')).toBe('*');
	});
});

describe('a file', () => {
	test.each([
		['/data/events.csv', 'text/csv; charset=utf-8'],
		['/data/events.ics', 'text/calendar; charset=utf-8'],
		['/data/sources.bib', 'application/x-bibtex; charset=utf-8'],
		['/data/timeline.json', 'application/json; charset=utf-8'],
		['/_app/immutable/entry/start.js', 'text/javascript; charset=utf-8'],
		['/%E5%B0%8F%E7%B1%B3.txt', 'text/plain; charset=utf-8']
	])('%s is %s', async (path, type) => {
		const response = await get(path);
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe(type);
	});

	test('with a hash in its name is cached for good, any other is asked for each time', async () => {
		const cache = async (path: string) => (await get(path)).headers.get('cache-control');
		expect(await cache('/_app/immutable/entry/start.js')).toBe(
			'public, max-age=31536000, immutable'
		);
		expect(await cache('/_app/version.json')).toBe('no-cache');
		expect(await cache('/data/timeline.json')).toBe('no-cache');
	});
});

describe('an odd request', () => {
	test('may not leave the folder', async () => {
		const paths = ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '//../secret.txt'];
		expect(await Promise.all(paths.map(getRaw))).toEqual([404, 404, 404, 404]);
	});

	test('is answered', async () => {
		expect(await getRaw('/%')).toBe(400);
		expect(await getRaw('/%00')).toBe(404);
		expect(await getRaw('/index.html/x')).toBe(404);
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

test('what stands in the way is told in one sentence', async () => {
	await expect(startServer({ dir: outside, port: 0 })).rejects.toThrow(
		`There is no built site in ${outside}: run "npm run build" first.`
	);
	await expect(startServer({ dir, port: server.port })).rejects.toThrow(
		`Port ${server.port} is taken: stop what is using it, or choose another one with ` +
			'"npm run preview -- --port <number>".'
	);
	expect(() => parsePort('http')).toThrow(
		'The port must be a whole number up to 65535, but it is "http".'
	);
	expect([undefined, '', '8080'].map(parsePort)).toEqual([4173, 4173, 8080]);
});
