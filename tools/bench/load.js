// One fresh load of a page, with all its measurements.
import { findMedian, findPercentile } from './report.js';
import { listSteps, takeSteps } from './steps.js';
import { CATEGORIES, readTrace } from './trace.js';
import { weighFiles, weighHeap } from './weigh.js';

/** Time limit of each part of a load, s. */
export const LIMIT = 60;
const VIEWPORT = { width: 1280, height: 720 };
/** Wait after drawing for work that a library defers, such as an animation; ms. */
const SETTLING = 1200;
/** Wait for a new window's own work, such as its tab search page, which would compete for two cores; ms. */
const QUIET = 2500;
const LINE = 'audio';

/**
 * @typedef {Record<string, number>} Figures
 * @typedef {object} Load
 * @property {Figures} figures
 * @property {{ part: Part, why: string } | null} stopped the part that did not finish: the
 *   browser must then be killed
 * @property {string[]} errors thrown by the page; with any, its figures mean little
 *
 * @typedef {'mount' | 'filter' | 'steps'} Part
 *
 * @typedef {object} Place
 * @property {import('playwright').Browser} browser
 * @property {string} url of the server, with a trailing slash
 * @property {string} folder that the server serves
 */

/**
 * @param {Place} place
 * @param {string} library
 * @param {number} size number of events
 * @param {Part[]} [skip] parts that did not finish in an earlier load
 * @returns {Promise<Load>}
 */
export async function measureLoad({ browser, url, folder }, library, size, skip = []) {
	const context = await browser.newContext({ viewport: VIEWPORT, timezoneId: 'UTC' });
	const page = await context.newPage();
	/** @type {string[]} */
	const paths = [];
	/** @type {string[]} */
	const errors = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	page.on('requestfinished', (request) => paths.push(new URL(request.url()).pathname));
	const session = await context.newCDPSession(page);
	/** @param {string} expression */
	const evaluate = async (expression) => {
		const options = { expression, awaitPromise: true, returnByValue: true };
		const { result, exceptionDetails } = await session.send('Runtime.evaluate', options);
		if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
		return result.value;
	};
	await page.goto(`${url}${library}/`);
	await evaluate(`bench.prepare(${size})`);

	/** @type {Record<Part, () => Promise<Figures>>} */
	const parts = {
		async mount() {
			const heapBefore = await weighHeap(session);
			await page.waitForTimeout(QUIET);
			const times = await evaluate('bench.mount()');
			await page.waitForTimeout(SETTLING);
			const { now, page: ofPage } = await evaluate('bench.elements()');
			const bytes = weighFiles(
				folder,
				paths.filter((path) => path.startsWith(`/${library}/`))
			);
			return {
				bytes,
				...times,
				elements: now,
				pageElements: ofPage,
				heapBefore,
				heap: await weighHeap(session)
			};
		},
		async filter() {
			const filter = await evaluate(`bench.filter('${LINE}')`);
			await page.waitForTimeout(SETTLING);
			const unfilter = await evaluate('bench.filter(null)');
			await page.waitForTimeout(SETTLING);
			return { filter, unfilter };
		},
		async steps() {
			const gestures = await evaluate('bench.gestures()');
			await browser.startTracing(page, { categories: CATEGORIES });
			const steps = listSteps(gestures);
			const starts = await takeSteps(session, steps, gestures.at);
			const trace = JSON.parse(String(await browser.stopTracing()));
			const { busiest, total, frames, blocking } = readTrace(trace.traceEvents, starts);
			/** @param {import('./steps.js').Step['kind']} kind */
			const ofKind = (kind) => busiest.filter((_, index) => steps[index]?.kind === kind);
			return {
				busy: findMedian(busiest),
				busy95: findPercentile(busiest, 0.95),
				drag95: findPercentile(ofKind('drag'), 0.95),
				zoom95: findPercentile(ofKind('zoom'), 0.95),
				stepBusy: findMedian(total),
				stepBusy95: findPercentile(total, 0.95),
				blocking,
				frames
			};
		}
	};

	/** @type {Figures} */
	const figures = {};
	for (const part of /** @type {Part[]} */ (['mount', 'filter', 'steps'])) {
		if (skip.includes(part)) continue;
		try {
			Object.assign(figures, await limit(parts[part]()));
		} catch (error) {
			return { figures, errors, stopped: { part, why: /** @type {Error} */ (error).message } };
		}
	}
	figures.mostElements = (await evaluate('bench.elements()')).most;
	await context.close();
	return { figures, errors, stopped: null };
}

/**
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Error} if it takes longer than `LIMIT` seconds
 */
async function limit(work) {
	/** @type {NodeJS.Timeout | undefined} */
	let timer;
	const timeout = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`not in ${LIMIT} s`)), LIMIT * 1000);
	});
	try {
		return await Promise.race([work, /** @type {Promise<never>} */ (timeout)]);
	} finally {
		clearTimeout(timer);
	}
}
