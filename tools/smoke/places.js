// Compares where marks, badges and labels stand with where Chromium puts them, at the same width and with the same fonts.
import { chromium } from 'playwright';
import { findBrowser } from '../../scripts/browser.js';

/** px */
const TOLERANCE = 1;

/**
 * Edges of what is drawn, px, keyed by event and part. Labels count with the edge at which they are anchored: engines
 * add up the widths of letters differently. Source text, evaluated in the page.
 */
const READ_PLACES = `(() => {
	const places = {};
	const own = document.querySelector('[data-timeline]').getBoundingClientRect();
	for (const link of document.querySelectorAll('[data-timeline] a[data-event]')) {
		const add = (name, element, edges) => {
			const box = element.getBoundingClientRect();
			for (const edge of edges) {
				const start = edge === 'top' || edge === 'bottom' ? own.top : own.left;
				places[[link.dataset.event, name, edge].join(' ')] = box[edge] - start;
			}
		};
		add('hit area', link.querySelector('.hit'), ['left', 'right', 'top', 'bottom']);
		link.querySelectorAll('.badge').forEach((badge, i) => add('badge ' + i, badge, ['left', 'top']));
		link.querySelectorAll('.label').forEach((label, i) =>
			add('label ' + i, label, [label.getAttribute('text-anchor') === 'end' ? 'right' : 'left']));
	}
	return JSON.stringify({ places, size: [document.documentElement.clientWidth, innerHeight] });
})()`;

/**
 * @param {import('./drivers.js').Driver} driver with a hydrated page
 * @param {string} address of that page
 * @param {string} isAlive expression that says whether a page is hydrated
 * @throws {Error} that names the first differences
 */
export async function comparePlaces(driver, address, isAlive) {
	const { places, size } = JSON.parse(String(await driver.evaluate(READ_PLACES)));
	const expected = await readInChromium(address, size, isAlive);
	const names = [...new Set([...Object.keys(places), ...Object.keys(expected)])];
	const wrong = names.filter((name) => !(Math.abs(places[name] - expected[name]) <= TOLERANCE));
	if (!names.length) throw new Error(`${address}: no mark was found.`);
	if (!wrong.length) return;
	const list = wrong
		.slice(0, 8)
		.map((name) => `${name} is at ${round(places[name])}, in Chromium at ${round(expected[name])}`);
	throw new Error(
		`${address}: ${wrong.length} of ${names.length} edges differ: ${list.join('; ')}`
	);
}

/** @param {number | undefined} px */
const round = (px) => (px === undefined ? 'no place' : `${px.toFixed(1)} px`);

/**
 * @param {string} address
 * @param {[number, number]} size of the window, px
 * @param {string} isAlive
 * @returns {Promise<Record<string, number>>}
 */
async function readInChromium(address, [width, height], isAlive) {
	const browser = await chromium.launch((await findBrowser()) ?? {});
	try {
		const page = await browser.newPage({ viewport: { width, height } });
		await page.goto(address);
		await page.waitForFunction(isAlive);
		return JSON.parse(await page.evaluate(READ_PLACES)).places;
	} finally {
		await browser.close();
	}
}
