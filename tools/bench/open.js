// `npm run bench:open`: how soon /open/ has drawn a table of 100,000 rows, and its longest tasks meanwhile. See README.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureBrowser } from '../../scripts/browser.js';
import { fail } from '../../scripts/command.js';
import { startServer } from '../../scripts/serve.js';
import { findMedian } from './report.js';

const ROWS = 100_000;
const ROUNDS = 5;
/** Maximum time from choosing the file until the chart is drawn, ms. */
const DRAWN = 2000;
/** Maximum task of the page while the worker reads, and the task that draws, ms. */
const READING_TASK = 200;
const DRAWING_TASK = 400;

/**
 * @typedef {object} Round ms
 * @property {number} drawn from choosing the file to the second frame after the canvas is there
 * @property {number} after the part of it after the last row was read
 * @property {number} reading the longest task before anything is drawn
 * @property {number} drawing the longest task from then on
 */

try {
	const { executablePath, args } = await ensureBrowser();
	const browser = await chromium.launch({ executablePath, args });
	const site = await startServer({ port: 0 });
	console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}; ${ROUNDS} rounds of ${ROWS} rows`);
	// by its path: contents given to Playwright would be decoded in the page
	const folder = mkdtempSync(join(tmpdir(), 'timeline-bench-'));
	const file = join(folder, 'archive.csv');
	writeFileSync(file, makeTable());
	/** @type {Round[]} */
	const rounds = [];
	// round 0 starts with cold caches and is not counted
	for (let round = 0; round <= ROUNDS; round++) {
		const figures = await measure(browser, `${site.url}open/`, file);
		if (round > 0) rounds.push(figures);
	}
	rmSync(folder, { recursive: true });
	await browser.close();
	await site.close();
	const isReached = [
		tell(
			'drawn after',
			rounds.map(({ drawn }) => drawn),
			DRAWN
		),
		tell(
			'… after the last row was read',
			rounds.map(({ after }) => after),
			DRAWN
		),
		tell(
			'longest task while reading',
			rounds.map(({ reading }) => reading),
			READING_TASK
		),
		tell(
			'longest task that draws',
			rounds.map(({ drawing }) => drawing),
			DRAWING_TASK
		)
	].every(Boolean);
	console.log(isReached ? '\nreached' : '\nNOT REACHED');
} catch (error) {
	fail(error);
}

/** Days of a century, on seven shelves: as an archive exports them. */
function makeTable() {
	const rows = Array.from({ length: ROWS }, (_, index) => {
		const day = new Date(Date.UTC(1900, 0, 1 + ((index * 7919) % 36_500)));
		return `${day.toISOString().slice(0, 10)},Record ${index},Shelf ${index % 7}`;
	});
	return ['date,title,group', ...rows].join('\n');
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {string} file
 * @returns {Promise<Round>}
 */
async function measure(browser, url, file) {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	await page.goto(url, { waitUntil: 'networkidle' });
	await page.evaluate(watch);
	await page.locator('input[data-open]').setInputFiles(file);
	const figures = await page.evaluate(
		() => /** @type {{ figures: Promise<Round> }} */ (/** @type {any} */ (self)).figures
	);
	await page.close();
	return figures;
}

/** Runs in the page: sets `figures`, a promise. */
function watch() {
	/** @type {PerformanceEntry[]} */
	const tasks = [];
	new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({
		type: 'longtask'
	});
	const chosen = new Promise((resolve) =>
		addEventListener('change', () => resolve(performance.now()), { capture: true, once: true })
	);
	let [read, begun] = [0, 0];
	const drawing = new Promise((resolve) => {
		const observer = new MutationObserver(() => {
			if (/100/.test(document.querySelector('[role=status]')?.textContent ?? ''))
				read ||= performance.now();
			// controls and chart are drawn in a task each
			if (document.querySelector('#main search')) begun ||= performance.now();
			if (!document.querySelector('[data-timeline] canvas')) return;
			observer.disconnect();
			resolve(undefined);
		});
		observer.observe(document.body, { subtree: true, childList: true, characterData: true });
	});
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	const figures = (async () => {
		const from = await chosen;
		await drawing;
		await frame();
		await frame();
		const drawn = performance.now() - from;
		const after = performance.now() - read;
		// long tasks are told with a delay
		await new Promise((resolve) => setTimeout(resolve, 1000));
		// durations are rounded
		const isReading = (/** @type {PerformanceEntry} */ { startTime, duration }) =>
			startTime + duration + 8 < begun;
		const longest = (/** @type {PerformanceEntry[]} */ list) =>
			Math.max(0, ...list.map(({ duration }) => duration));
		return {
			drawn,
			after,
			reading: longest(tasks.filter(isReading)),
			drawing: longest(tasks.filter((task) => !isReading(task)))
		};
	})();
	Object.assign(self, { figures });
}

/**
 * @param {string} what
 * @param {number[]} times ms
 * @param {number} bound
 * @returns {boolean} whether the median is within it
 */
function tell(what, times, bound) {
	const median = Math.round(findMedian(times));
	const [best, worst] = [Math.min(...times), Math.max(...times)].map(Math.round);
	console.log(`${what.padEnd(32)} ${median} ms (${best} to ${worst}; bound ${bound})`);
	return median <= bound;
}
