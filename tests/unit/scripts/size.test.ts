import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { measurePage } from '../../../scripts/size.js';

/** What each of the texts weighs alone, together. */
const brotli = (...texts: string[]) =>
	texts.reduce((sum, text) => sum + brotliCompressSync(text).length, 0);

const BOOTSTRAP = `{
	const element = document.currentScript.parentElement;
	Promise.all([
		import("/_app/immutable/entry/start.a.js"),
		import("/_app/immutable/entry/app.a.js")
	]).then(([kit, app]) => kit.start(app, element, { node_ids: [0, 2], data: [null,null] }));
}`;

const SITE: Record<string, string> = {
	'/embed/index.html': `<!doctype html>
		<link href="/_app/immutable/entry/start.a.js" rel="modulepreload">
		<link rel="stylesheet" href="/_app/immutable/assets/2.css?a&amp;b">
		<link rel="stylesheet" href="/_app/immutable/assets/inlined.css" disabled media="(max-width: 0)">
		<link rel="canonical" href="https://example.org/embed/">
		<!-- <script src="/commented-out.js"></script> -->
		<style>h1 { color: red }</style>
		<script type="application/json">{"html":"<link rel='stylesheet' href='/no.css'>"}</script>
		<script type="application/ld+json">{}</script>
		<script>${BOOTSTRAP}</script>`,
	'/_app/immutable/entry/start.a.js': 'export{a as start}from"../chunks/kit.js";',
	'/_app/immutable/entry/app.a.js':
		'import"../chunks/kit.js";const n=[()=>import("../nodes/0.x.js"),()=>import("../nodes/1.x.js"),' +
		'()=>import(`../nodes/2.x.js`),()=>import("../nodes/20.x.js")];export{n as nodes};',
	'/_app/immutable/chunks/kit.js': 'import"./kit.js";export const a=1;',
	'/_app/immutable/chunks/d3.js': 'export const d=1;',
	'/_app/immutable/nodes/0.x.js': 'export const component=0;',
	'/_app/immutable/nodes/1.x.js': 'export const component=1;',
	'/_app/immutable/nodes/2.x.js':
		'import{d}from"../chunks/d3.js";export const component=()=>import("../chunks/later.js");',
	'/_app/immutable/assets/2.css': 'h2{color:blue}'
};

function read(site: Record<string, string>) {
	return (path: string) => {
		const text = site[path];
		if (text === undefined) throw new Error(`build${path} is missing.`);
		return text;
	};
}

describe('the first view of a page', () => {
	const size = measurePage('/embed/', read(SITE));

	test('takes what the page names, what that imports, and what the bootstrap starts', () => {
		expect(size.files.toSorted()).toEqual([
			'/_app/immutable/assets/2.css',
			'/_app/immutable/chunks/d3.js',
			'/_app/immutable/chunks/kit.js',
			'/_app/immutable/entry/app.a.js',
			'/_app/immutable/entry/start.a.js',
			'/_app/immutable/nodes/0.x.js',
			'/_app/immutable/nodes/1.x.js',
			'/_app/immutable/nodes/2.x.js'
		]);
	});

	test('weighs each file alone, and what is inline besides', () => {
		const scripts = size.files.filter((path) => path.endsWith('.js'));
		expect(size.scriptFiles).toBe(brotli(...scripts.map((path) => SITE[path] ?? '')));
		expect(size.scriptInline).toBe(brotli(BOOTSTRAP));
		expect(size.styleFiles).toBe(brotli('h2{color:blue}'));
		expect(size.styleInline).toBe(brotli('h1 { color: red }'));
		expect(size.code).toBe(
			size.scriptFiles + size.scriptInline + size.styleFiles + size.styleInline
		);
	});

	test('counts JSON and the HTML apart', () => {
		expect(size.data).toBeGreaterThan(0);
		expect(size.html).toBe(brotli(SITE['/embed/index.html'] ?? ''));
	});
});

test('a page without scripts needs none', () => {
	const size = measurePage('/embed/', read({ '/embed/index.html': '<h1>Timeline</h1>' }));
	expect([size.code, size.data, size.files]).toEqual([0, 0, []]);
});

test('under a base path the same files are found', () => {
	const under = SITE['/embed/index.html']?.replaceAll('"/_app/', '"/time/line/_app/') ?? '';
	const size = measurePage('/embed/', read({ ...SITE, '/embed/index.html': under }), '/time/line');
	expect(size.files).toHaveLength(8);
});

test('what is missing or foreign is told in one sentence', () => {
	expect(() => measurePage('/', read(SITE))).toThrow('build/index.html is missing.');
	const foreign = { '/index.html': '<script src="https://cdn.example/x.js"></script>' };
	expect(() => measurePage('/', read(foreign))).toThrow(
		'/ loads https://cdn.example/x.js, which is not part of the site.'
	);
});
