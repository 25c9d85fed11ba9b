// Compares where marks, badges and labels stand with where Chromium puts them, at the same width and with the same fonts.
import { chromium } from 'playwright';
import { findBrowser } from '../../scripts/browser.js';

/** px */
const TOLERANCE = 1;

/**
 * Points of what is drawn, px, keyed by event and part: corners of the hit area, the middles of badges, and where each
 * label is anchored. Not the boxes of texts: engines add up the widths of letters, and count strokes, differently. Source
 * text, evaluated in the page.
 */
const READ_PLACES = `(() => {
	const places = {};
	const own = document.querySelector('[data-timeline]').getBoundingClientRect();
	const middle = ({ x, y, width, height }) => new DOMPoint(x + width / 2, y + height / 2);
	const anchor = (text) => {
		const count = text.getNumberOfChars();
		const isEnd = text.getAttribute('text-anchor') === 'end';
		const { x } = isEnd ? text.getEndPositionOfChar(count - 1) : text.getStartPositionOfChar(0);
		// engines disagree about a position's y if the baseline is not the alphabetic one
		return new DOMPoint(x, middle(text.getBBox()).y);
	};
	for (const link of document.querySelectorAll('[data-timeline] a[data-event]')) {
		const add = (name, x, y) => {
			places[link.dataset.event + ' ' + name + ' x'] = x - own.left;
			places[link.dataset.event + ' ' + name + ' y'] = y - own.top;
		};
		const { left, right, top, bottom } = link.querySelector('.hit').getBoundingClientRect();
		add('start', left, top);
		add('end', right, bottom);
		for (const part of ['badge', 'label'])
			link.querySelectorAll('.' + part).forEach((element, i) => {
				const point = element.localName === 'text' ? anchor(element) : middle(element.getBBox());
				const { x, y } = point.matrixTransform(element.getScreenCTM());
				add(part + ' ' + i, x, y);
			});
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
	if (!names.length) throw new Error(`${address}: no mark is drawn.`);
	if (!wrong.length) return;
	const list = wrong
		.slice(0, 8)
		.map((name) => `${name} is at ${round(places[name])}, in Chromium at ${round(expected[name])}`);
	throw new Error(
		`${address}: ${wrong.length} of ${names.length} points differ: ${list.join('; ')}`
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
		// not `waitForFunction`, whose string the page's policy forbids to evaluate
		while (!(await page.evaluate(isAlive))) await page.waitForTimeout(50);
		return JSON.parse(await page.evaluate(READ_PLACES)).places;
	} finally {
		await browser.close();
	}
}
