/** `/lib/timeline.js` on pages of another origin: its size, its styles, and the examples of docs/library.md. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { expect, test, type Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { useHost } from '../support/host.ts';
import { translations } from '../support/samples.ts';

const MAX_BYTES = 68 * 1024;
const ADDRESS = 'https://timeline.example';

const visit = useHost();

/** The first block of a language in the manual that has the library's address. */
function exampleIn(language: string, baseURL: string): string {
	const manual = readFileSync('docs/library.md', 'utf8');
	const blocks = manual.matchAll(new RegExp('```' + language + '\n([^]*?)```', 'g'));
	const block = [...blocks].find(([, text]) => text!.includes(ADDRESS));
	return block![1]!.replaceAll(ADDRESS, baseURL);
}

/** Bundles the files as the plain Vite project that the manual speaks of. @returns the script */
async function bundle(files: Record<string, string>): Promise<string> {
	mkdirSync('.svelte-kit', { recursive: true });
	// inside the project, so that packages are found
	const folder = mkdtempSync(resolve('.svelte-kit/example-'));
	try {
		for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
		const { output } = (await build({
			configFile: false,
			root: folder,
			logLevel: 'silent',
			plugins: [svelte({ configFile: false })],
			build: { write: false, rolldownOptions: { input: join(folder, 'main.js') } }
		})) as Rolldown.RolldownOutput;
		return output[0].code;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const event = (id: string) => ({
	id,
	title: `Title of ${id}`,
	date: { start: '2012-05-01', end: '2012-05-01' },
	lines: ['kites'],
	status: 'happened'
});
const TIMELINE = {
	lines: [{ id: 'kites', label: 'Kites' }],
	events: [event('first'), { ...event('second'), date: { start: '2014-02-03', end: '2014-02-03' } }]
};

const mark = (page: Page, id: string) => page.locator(`a[data-event="${id}"]`);
const fillOf = (page: Page, id: string) =>
	mark(page, id)
		.locator('.solid')
		.evaluate((shape) => getComputedStyle(shape).fill);

for (const path of ['', ...translations.map(({ path }) => path)])
	test(`${path}/lib/timeline.js is one file of at most ${MAX_BYTES / 1024} KB`, () => {
		const script = readFileSync(`build${path}/lib/timeline.js`);
		const bytes = brotliCompressSync(script).length;
		console.log(`${path}/lib/timeline.js: ${bytes} bytes`);
		expect(bytes).toBeLessThanOrEqual(MAX_BYTES);
		expect(script.toString()).not.toMatch(/(?:^|[;}\n])import\b|\bimport\(/);
		expect(readFileSync(`build${path}/lib/timeline.d.ts`, 'utf8')).toContain('mountTimeline');
	});

test('a page of another origin imports it, and shows a chart that zooms', async ({
	page,
	baseURL
}) => {
	await test.step('it requests nothing else', async () => {
		const requested: string[] = [];
		page.on('request', (request) => requested.push(request.url()));
		await visit(page, exampleIn('html', baseURL!));
		await expect(mark(page, 'first-phone')).toBeVisible();
		await expect(mark(page, 'first-phone')).toHaveAttribute('aria-current', 'true');
		expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
		expect(requested.slice(1)).toEqual([`${baseURL}/lib/timeline.js`]);
	});

	await test.step('a wheel with Ctrl zooms, and a drag moves the dates', async () => {
		const ticks = () => page.locator('.tick').allTextContents();
		const chart = (await page.locator('svg.chart').boundingBox())!;
		await page.mouse.move(chart.x + chart.width / 2, chart.y + 30);
		const whole = await ticks();
		await page.keyboard.down('Control');
		await expect(async () => {
			await page.mouse.wheel(0, -200);
			expect(await ticks()).not.toEqual(whole);
		}).toPass();
		await page.keyboard.up('Control');
		const near = await ticks();
		const markAt = () => mark(page, 'first-phone').locator('.solid').boundingBox();
		const before = (await markAt())!;
		await page.mouse.down();
		await page.mouse.move(chart.x + chart.width / 2 + 60, chart.y + 30, { steps: 4 });
		await page.mouse.up();
		await expect.poll(async () => ((await markAt())?.x ?? Infinity) - before.x).toBeGreaterThan(40);
		expect(near).not.toEqual(whole);
	});
});

test('in a shadow root, the styles are adopted there alone', async ({ page, baseURL }) => {
	await visit(page, '<div id="host"></div>');
	await page.evaluate(
		async ([address, timeline]) => {
			const { mountTimeline } = await import(address as string);
			const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
			for (let chart = 0; chart < 2; chart++) {
				const target = root.appendChild(document.createElement('div'));
				mountTimeline(target, timeline);
			}
		},
		[`${baseURL}/lib/timeline.js`, TIMELINE] as const
	);
	await expect(mark(page, 'first')).toHaveCount(2);
	const sheets = await page.evaluate(() => [
		document.adoptedStyleSheets.length,
		document.querySelector('#host')!.shadowRoot!.adoptedStyleSheets.length
	]);
	expect(sheets).toEqual([0, 1]);
	const fill = await mark(page, 'first')
		.first()
		.locator('.solid')
		.evaluate((shape) => getComputedStyle(shape).fill);
	expect(fill).toBe('rgb(51, 48, 43)');
});

test('in a document of its own, the styles are constructed for that document', async ({
	page,
	baseURL
}) => {
	await visit(page, '<iframe srcdoc="<!doctype html><div id=host></div>"></iframe>');
	const fill = await page.evaluate(
		async ([address, timeline]) => {
			const { mountTimeline } = await import(address as string);
			const { contentDocument: inner } = document.querySelector('iframe')!;
			mountTimeline(inner!.querySelector('#host'), timeline);
			await new Promise(requestAnimationFrame);
			return getComputedStyle(inner!.querySelector('a[data-event="first"] .solid')!).fill;
		},
		[`${baseURL}/lib/timeline.js`, TIMELINE] as const
	);
	expect(fill).toBe('rgb(51, 48, 43)');
});

test('the example for React draws, and draws new data', async ({ page, baseURL }) => {
	const script = await bundle({
		'Timeline.jsx': exampleIn('jsx', baseURL!),
		'main.js': `import { createElement, StrictMode } from 'react';
			import { createRoot } from 'react-dom/client';
			import { Timeline } from './Timeline.jsx';
			const root = createRoot(document.querySelector('#app'));
			window.show = (timeline) =>
				root.render(createElement(StrictMode, null, createElement(Timeline, { timeline, onSelect: (id) => (window.chosen = id) })));`
	});
	await visit(page, '<div id="app"></div>');
	await expectExampleWorks(page, script);
	await mark(page, 'first').locator('.solid').click();
	expect(await page.evaluate(() => (window as { chosen?: string }).chosen)).toBe('first');
});

test('the example for Svelte draws, and draws new data', async ({ page, baseURL }) => {
	const script = await bundle({
		'Timeline.svelte': exampleIn('svelte', baseURL!),
		'data.svelte.js': `export const shown = $state({ timeline: null });`,
		'App.svelte': `<script>
				import Timeline from './Timeline.svelte';
				import { shown } from './data.svelte.js';
			</script>
			{#if shown.timeline}<Timeline timeline={shown.timeline} />{/if}`,
		'main.js': `import { mount } from 'svelte';
			import App from './App.svelte';
			import { shown } from './data.svelte.js';
			mount(App, { target: document.querySelector('#app') });
			window.show = (timeline) => (shown.timeline = timeline);`
	});
	await visit(page, '<div id="app"></div>');
	await expectExampleWorks(page, script);
});

async function expectExampleWorks(page: Page, script: string) {
	await page.addScriptTag({ type: 'module', content: script });
	const show = async (timeline: object) => {
		await page.waitForFunction(() => 'show' in window);
		await page.evaluate(
			(data) => (window as unknown as { show: (data: object) => void }).show(data),
			timeline
		);
	};
	await show({ ...TIMELINE, events: TIMELINE.events.slice(0, 1) });
	await expect(mark(page, 'first')).toHaveCount(1);
	await expect(mark(page, 'second')).toHaveCount(0);
	await show(TIMELINE);
	await expect(mark(page, 'second')).toHaveCount(1);
	await expect(mark(page, 'first')).toHaveCount(1);
	expect(await fillOf(page, 'first')).toBe('rgb(51, 48, 43)');
}
