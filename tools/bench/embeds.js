// `npm run bench:embed`: the time until a frame has the right height, and the heap of ten embeds. See README.md.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureBrowser } from '../../scripts/browser.js';
import { fail, root } from '../../scripts/command.js';
import { startServer } from '../../scripts/serve.js';
import { AMP, WORDPRESS } from '../../tests/e2e/support/host-scripts.ts';
import { findMedian } from './report.js';

const ROUNDS = 10;
/** Wait after each change, ms; later effects are not observed. */
const SETTLING = 1500;
/** Maximum time until the height is right, ms. */
const BOUND = 300;
const FRAMES = 10;
/** Maximum heap of ten frames, bytes. */
const HEAP_BOUND = 100e6;
const SECRET = 'abcDEF1234';
const SCRIPTS = {
	'/pym.js': 'pym.js/dist/pym.v1.min.js',
	'/open-iframe-resizer.js': '@open-iframe-resizer/core/dist/index.js'
};
const STEPS = /** @type {const} */ (['load', 'filter', 'choose', 'resize']);

/** @typedef {{ at: number, wrong: boolean }} Sample `at`: ms since 1970; `wrong`: the height is off by more than 1 px */

/** @param {string} src @param {string} [attributes] */
const frame = (src, attributes = '') =>
	`<iframe src="${src}" title="Timeline" width="100%" height="300" style="border:0" ${attributes}></iframe>`;

/** @type {Record<string, (src: string) => string>} the host's HTML, keyed by protocol */
const HOSTS = {
	'embed.js': (src) =>
		`${frame(src)}<script src="${new URL('/embed.js', src).href}" async></script>`,
	'pym.js': (src) =>
		`<div id="chart"></div><script src="/pym.js"></script><script>new pym.Parent('chart', '${src}', {});</script>`,
	'open-iframe-resizer': (src) =>
		`${frame(src)}<script type="module">import { initialize } from '/open-iframe-resizer.js'; initialize({}, 'iframe');</script>`,
	AMP: (src) =>
		`<script>${AMP}</script><div data-amp-iframe>${frame(`${src}#amp=1`, 'sandbox="allow-scripts"')}</div>`,
	WordPress: (src) =>
		`<blockquote data-secret="${SECRET}">Timeline</blockquote>
		<iframe class="wp-embedded-content" src="${src}#?secret=${SECRET}" data-secret="${SECRET}" width="100%" height="300"
			frameborder="0" sandbox="allow-scripts" style="position: absolute; visibility: hidden;"></iframe>
		<script>${WORDPRESS}</script>`
};

try {
	const { executablePath, args } = await ensureBrowser();
	const browser = await chromium.launch({ executablePath, args });
	const site = await startServer({ port: 0 });
	const host = await startHost();
	console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}; ${ROUNDS} rounds\n`);
	const heights = await measureHeights(browser, site.url, host.url);
	const heap = await measureHeap(browser, site.url, host.url);
	console.log(formatHeights(heights));
	console.log(
		`\nheap of ${FRAMES} embeds and their host, MB: ${megabytes(heap.kept)} after garbage collection, ` +
			`${megabytes(heap.used)} before; ${heap.isolates} isolates (bound: ${megabytes(HEAP_BOUND)})`
	);
	await browser.close();
	await site.close();
	host.close();
	const isReached =
		[...heights.values()].every((steps) =>
			Object.values(steps).every((times) => Math.max(...times) <= BOUND)
		) && heap.used <= HEAP_BOUND;
	console.log(isReached ? '\nreached' : '\nNOT REACHED');
} catch (error) {
	fail(error);
}

/** Starts a host of another origin and host name, where a frame has a process of its own, as on a third-party page. */
async function startHost() {
	const server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
		const script = SCRIPTS[/** @type {keyof typeof SCRIPTS} */ (pathname)];
		response.setHeader('Content-Type', `text/${script ? 'javascript' : 'html'}; charset=utf-8`);
		response.end(
			script
				? readFileSync(join(root, 'node_modules', script))
				: `<!doctype html><title>Host</title><main style="width: 640px">${searchParams.get('html')}</main>`
		);
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}/`,
		close() {
			server.closeAllConnections();
			server.close();
		}
	};
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} site
 * @param {string} host
 */
async function measureHeights(browser, site, host) {
	/** @type {Map<string, Record<typeof STEPS[number], number[]>>} */
	const results = new Map();
	for (const name of Object.keys(HOSTS))
		results.set(name, { load: [], filter: [], choose: [], resize: [] });
	// round 0 starts with cold caches and is not counted
	for (let round = 0; round <= ROUNDS; round++)
		for (const [name, body] of Object.entries(HOSTS)) {
			const times = await measureOnce(browser, host, body(`${site}embed/line/mi-mix/`));
			if (round > 0) for (const step of STEPS) results.get(name)?.[step].push(times[step]);
		}
	return results;
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} host
 * @param {string} body
 */
async function measureOnce(browser, host, body) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	await context.addInitScript(sampleHeights);
	const page = await context.newPage();
	await page.goto(`${host}?html=${encodeURIComponent(body)}`);
	const inside = await (await page.locator('iframe').elementHandle())?.contentFrame();
	if (!inside) throw new Error('The host has no frame.');
	await page.waitForTimeout(SETTLING);
	const loaded = await inside.evaluate(() => {
		const [navigation] = performance.getEntriesByType('navigation');
		const { loadEventEnd } = /** @type {PerformanceNavigationTiming} */ (navigation);
		return performance.timeOrigin + loadEventEnd;
	});
	const settleTime = async (/** @type {number} */ since) =>
		findSettleTime(await takeSamples(inside), since);
	const load = await settleTime(loaded);

	/** @param {(step: string) => number} act */
	const step = async (act, /** @type {string} */ what) => {
		const since = await page.evaluate(act, what);
		await page.waitForTimeout(SETTLING);
		return settleTime(since);
	};
	const filter = await step(act, 'filter');
	const choose = await step(act, 'choose');
	const resize = await step(act, 'resize');
	await context.close();
	return { load, filter, choose, resize };
}

/** Performs a step in the host's page. @param {string} step @returns its time, ms since 1970 */
function act(step) {
	const inside = document.querySelector('iframe')?.contentWindow;
	const now = performance.timeOrigin + performance.now();
	if (step === 'filter')
		inside?.postMessage({ type: 'timeline:filter', filter: { lines: ['mi-pad'] } }, '*');
	if (step === 'choose')
		inside?.postMessage({ type: 'timeline:select', event: 'tablets-due' }, '*');
	const main = document.querySelector('main');
	if (step === 'resize' && main) main.style.width = '330px';
	return now;
}

/**
 * Init script of every page: in a frame, samples in every animation frame whether the height is that of the content, or
 * 1000 px where WordPress limits it.
 */
function sampleHeights() {
	if (self === top) return;
	/** @type {Sample[]} */
	const samples = [];
	Object.assign(self, { samples });
	const look = () => {
		const content = document.documentElement.getBoundingClientRect().height;
		const isCut = location.hash.includes('secret') && content > 1000;
		const wanted = isCut ? 1000 : content;
		samples.push({
			at: performance.timeOrigin + performance.now(),
			wrong: Math.abs(innerHeight - wanted) > 1
		});
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

/** @param {import('playwright').Frame} inside @returns {Promise<Sample[]>} */
function takeSamples(inside) {
	return inside.evaluate(
		() => /** @type {{ samples: Sample[] }} */ (/** @type {any} */ (self)).samples
	);
}

/**
 * @param {Sample[]} samples
 * @param {number} since
 * @returns {number} ms until the height stayed right; Infinity if it was still wrong at the end
 */
function findSettleTime(samples, since) {
	const last = samples.findLastIndex(({ wrong }) => wrong);
	if (last === samples.length - 1) return Infinity;
	return Math.max(0, (samples[last + 1]?.at ?? Infinity) - since);
}

/**
 * Sums the heaps of all isolates of a page with ten embeds: frames of one site share one, or have several.
 * @param {import('playwright').Browser} browser
 * @param {string} site
 * @param {string} host
 */
async function measureHeap(browser, site, host) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	const body = Array.from({ length: FRAMES }, () => frame(`${site}embed/`)).join('');
	await page.goto(
		`${host}?html=${encodeURIComponent(`${body}<script src="${site}embed.js" async></script>`)}`
	);
	const inner = page.frames().filter((one) => one !== page.mainFrame());
	if (inner.length !== FRAMES) throw new Error(`The host has ${inner.length} frames.`);
	for (const [index, one] of inner.entries()) {
		// a browser doesn't render a frame that is far from the viewport
		await page.locator('iframe').nth(index).scrollIntoViewIfNeeded();
		await one.waitForFunction(
			() => document.querySelectorAll('[data-timeline] svg[role=group]').length === 1
		);
	}
	await page.waitForTimeout(SETTLING);
	const used = await sumHeaps([page, ...inner], context, false);
	const kept = await sumHeaps([page, ...inner], context, true);
	await context.close();
	return { used: used.bytes, kept: kept.bytes, isolates: kept.isolates };
}

/**
 * @param {(import('playwright').Page | import('playwright').Frame)[]} parts
 * @param {import('playwright').BrowserContext} context
 * @param {boolean} isCleaned whether to collect garbage first
 */
async function sumHeaps(parts, context, isCleaned) {
	/** @type {Map<string, number>} */
	const isolates = new Map();
	for (const part of parts) {
		let session;
		try {
			session = await context.newCDPSession(part);
		} catch {
			continue; // a frame in the process of another part has no session of its own
		}
		const { id } = await session.send('Runtime.getIsolateId');
		if (isCleaned && !isolates.has(id)) await session.send('HeapProfiler.collectGarbage');
		const usage = /** @type {Record<string, number>} */ (
			/** @type {unknown} */ (await session.send('Runtime.getHeapUsage'))
		);
		const { usedSize = NaN, embedderHeapUsedSize = 0, backingStorageSize = 0 } = usage;
		isolates.set(id, usedSize + embedderHeapUsedSize + backingStorageSize);
		await session.detach();
	}
	return {
		bytes: [...isolates.values()].reduce((sum, one) => sum + one, 0),
		isolates: isolates.size
	};
}

/** @param {Map<string, Record<typeof STEPS[number], number[]>>} results */
function formatHeights(results) {
	const head =
		`height right, ms (median / slowest)`.padEnd(38) +
		STEPS.map((step) => step.padStart(12)).join('');
	const rows = [...results].map(
		([name, steps]) =>
			name.padEnd(38) +
			STEPS.map((step) => {
				const times = steps[step];
				return `${Math.round(findMedian(times))} / ${Math.round(Math.max(...times))}`.padStart(12);
			}).join('')
	);
	return [head, ...rows].join('\n');
}

/** @param {number} bytes */
function megabytes(bytes) {
	return (bytes / 1e6).toFixed(1);
}
