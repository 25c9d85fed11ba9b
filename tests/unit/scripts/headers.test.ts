import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatRules, headersOf, listRules, type Rule } from '../../../scripts/headers.js';

const FILES = [
	'index.html',
	'404.html',
	'embed-example.html',
	'embed.js',
	'about/index.html',
	'event/x/index.html',
	'embed/index.html',
	'embed/line/y/index.html',
	'data/timeline.json',
	'_app/immutable/entry/start.js',
	'it/index.html',
	'it/about/index.html',
	'it/embed/index.html'
];

const build = mkdtempSync(join(tmpdir(), 'timeline-headers-'));
let rules: Rule[];

beforeAll(() => {
	for (const file of FILES) {
		mkdirSync(dirname(join(build, file)), { recursive: true });
		writeFileSync(join(build, file), '');
	}
	rules = listRules(build, '/base');
});

afterAll(() => rmSync(build, { recursive: true }));

const policy = (path: string) => headersOf(path, rules)['Content-Security-Policy'];

describe('the header rules', () => {
	test.each(['/embed/', '/embed/line/y/', '/it/embed/'])('allow any page to frame %s', (path) => {
		expect(policy(`/base${path}`)).toBeUndefined();
		expect(headersOf(`/base${path}`, rules)).toMatchObject({
			'Cross-Origin-Embedder-Policy': 'require-corp',
			'Cross-Origin-Resource-Policy': 'cross-origin'
		});
	});

	test.each([
		'/',
		'/index.html',
		'/404.html',
		'/embed-example.html',
		'/about/',
		'/event/x/',
		'/it/',
		'/it/about/'
	])('allow only the site itself to frame %s', (path) =>
		expect(policy(`/base${path}`)).toBe("frame-ancestors 'self'")
	);

	test('make files with a hash in their name immutable, and pages and data no-cache', () => {
		const cache = (path: string) => headersOf(`/base${path}`, rules)['Cache-Control'];
		expect(cache('/_app/immutable/entry/start.js')).toContain('immutable');
		expect(
			['/', '/embed/', '/data/timeline.json', '/lib/timeline.js', '/it/about/'].map(cache)
		).toEqual(Array(5).fill('no-cache'));
	});

	test('allow any origin to read the whole site, and have no headers outside its base path', () => {
		for (const path of ['/', '/embed/', '/embed.js', '/data/timeline.json'])
			expect(headersOf(`/base${path}`, rules)['Access-Control-Allow-Origin']).toBe('*');
		expect(headersOf('/other/', rules)).toEqual({});
	});

	test('set each header of a path only once, because hosts join the values of matching rules', () => {
		for (const file of FILES) {
			const path = `/base/${file.replace(/index\.html$/, '')}`;
			const names = rules
				.filter(({ path: rule }) =>
					rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path
				)
				.flatMap(({ headers }) => Object.keys(headers));
			expect(names.length, path).toBeGreaterThan(1);
			expect(new Set(names).size, path).toBe(names.length);
		}
	});
});

test('the rules file has a line for each path, followed by its headers', () => {
	expect(
		formatRules([
			{ path: '/*', headers: { 'X-A': '1', 'X-B': "frame-ancestors 'self'" } },
			{ path: '/embed/*', headers: { 'X-C': '*' } }
		])
	).toBe("/*\n  X-A: 1\n  X-B: frame-ancestors 'self'\n/embed/*\n  X-C: *\n");
});

test.each(['nginx.conf', 'Caddyfile'])(
	'docs/hosting/%s contains every header, and matches the folder of any language',
	(file) => {
		const example = readFileSync(`docs/hosting/${file}`, 'utf8');
		for (const { headers } of rules)
			for (const [name, value] of Object.entries(headers)) {
				expect(example).toContain(name);
				expect(example).toContain(value);
			}
		for (const part of ['embed/', '_app/immutable/']) {
			const [pattern] = new RegExp(`\\^/\\S*${part}`).exec(example)!;
			const matches = (folder: string) => new RegExp(pattern).test(`/${folder}${part}`);
			expect(['', 'it/', 'zh-Hans/', 'pt-BR/'].filter(matches)).toHaveLength(4);
			expect(['source/', 'a/b/', 'event/x/'].filter(matches)).toEqual([]);
		}
	}
);
