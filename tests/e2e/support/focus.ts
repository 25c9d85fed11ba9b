/** Keyboard navigation that checks at each stop whether the focus is visible. */
import { parse, wcagContrast } from 'culori';
import { expect, type Frame, type Locator, type Page } from '@playwright/test';

export interface Stop {
	name: string;
	/** px in the page */
	box: { left: number; right: number; top: number; bottom: number };
	/** whether the element is fixed or overlays the page */
	isOverlay: boolean;
	problems: string[];
}

/** Describes the focused element of a page or frame; null without one. */
export async function readStop(page: Page | Frame): Promise<Stop | null> {
	const found = await page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return null;
		const background = (node: Element | null): string => {
			for (let one = node; one; one = one.parentElement) {
				const { backgroundColor } = getComputedStyle(one);
				if (!/^(rgba\(0, 0, 0, 0\)|transparent)$/.test(backgroundColor)) return backgroundColor;
			}
			return getComputedStyle(document.body).backgroundColor;
		};
		const mark = element.closest('a[data-event], a[data-cluster]');
		const frame = mark?.querySelector('.hit, rect') ?? element;
		const rings = [element, element.parentElement!].map((one) => getComputedStyle(one));
		const outline = rings.find(
			({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px'
		);
		const ring = mark
			? { color: getComputedStyle(frame).stroke, width: getComputedStyle(frame).strokeWidth }
			: { color: outline?.outlineColor ?? '', width: outline?.outlineWidth ?? '0' };
		const { left, right, top, bottom } = frame.getBoundingClientRect();
		// an element that wraps has one rectangle per line
		const parts = [...frame.getClientRects()].filter(({ width }) => width > 0);
		const isSeen = parts.some((part) => {
			const [x, y] = [(part.left + part.right) / 2, (part.top + part.bottom) / 2];
			const hit = document.elementFromPoint(x, y);
			if (!hit) return false;
			return (
				element.contains(hit) ||
				hit.contains(element) ||
				hit.closest('label, dialog, [data-card]')?.contains(element) ||
				// marks may overlap
				Boolean(mark && hit.closest('[data-timeline], [data-card]'))
			);
		});
		return {
			name: (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60),
			tag: element.tagName,
			box: { left, right, top: top + scrollY, bottom: bottom + scrollY },
			isOverlay: element.closest('[data-bar], [popover], dialog, .skip') !== null,
			inWindow: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
			isSeen,
			ring,
			background: background(element.parentElement)
		};
	});
	if (!found) return null;
	const { name, tag, box, isOverlay, inWindow, isSeen, ring, background } = found;
	const problems: string[] = [];
	const report = (what: string) => problems.push(`${tag} “${name}”: ${what}`);
	if (!inWindow) report('has the focus out of the window');
	else if (!isSeen) report('has the focus under something else');
	if (tag !== 'IFRAME') {
		if (Number.parseFloat(ring.width) < 2) report(`has a ring of ${ring.width}`);
		else if (wcagContrast(parse(ring.color)!, parse(background)!) < 3)
			report(`has a ring of ${ring.color} on ${background}`);
	}
	return { name, box, isOverlay, problems };
}

/** Presses a key and waits until an element has a visible focus. */
export async function press(page: Page, key: string, within: Page | Frame = page): Promise<Stop> {
	await page.keyboard.press(key);
	let stop: Stop | null = null;
	await expect
		.poll(async () => {
			stop = await readStop(within);
			return stop ? stop.problems : ['nothing has the focus'];
		})
		.toEqual([]);
	return stop!;
}

/**
 * Presses Tab, or another key, until the element has the focus.
 * @returns the number of key presses
 * @throws {Error} if the element does not have the focus after `most` presses
 */
export async function tabTo(
	page: Page,
	element: Locator,
	{ most = 60, key = 'Tab', within = page as Page | Frame } = {}
): Promise<number> {
	for (let count = 1; count <= most; count++) {
		await press(page, key, within);
		if (await element.evaluate((node) => node === document.activeElement)) return count;
	}
	throw new Error(`${element} is more than ${most} stops away.`);
}

/** Moves the focus from the link to the key into the chart, which is one stop. */
export async function tabIntoChart(page: Page): Promise<void> {
	await page.locator('a[href="#key"]').focus();
	await page.keyboard.press('Tab');
	await expect(page.locator('[data-timeline] a[data-event]:focus')).toHaveCount(1);
}
