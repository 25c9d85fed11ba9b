/** Walks a page by keyboard, and sees at each stop whether its focus can be seen. */
import { parse, wcagContrast } from 'culori';
import { expect, type Frame, type Locator, type Page } from '@playwright/test';

export interface Stop {
	name: string;
	/** px, in the page */
	box: { left: number; right: number; top: number; bottom: number };
	/** whether it stays where it is while the page scrolls, or lies over it */
	floats: boolean;
	problems: string[];
}

/** What has the focus in a page or frame; null when nothing has. */
export async function readStop(page: Page | Frame): Promise<Stop | null> {
	const found = await page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return null;
		const paper = (node: Element | null): string => {
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
		// of a line that is broken, its parts
		const parts = [...frame.getClientRects()].filter(({ width }) => width > 0);
		const isSeen = parts.some((part) => {
			const [x, y] = [(part.left + part.right) / 2, (part.top + part.bottom) / 2];
			const hit = document.elementFromPoint(x, y);
			if (!hit) return false;
			return (
				element.contains(hit) ||
				hit.contains(element) ||
				hit.closest('label, dialog, [data-card]')?.contains(element) ||
				// marks may lie over each other
				Boolean(mark && hit.closest('[data-timeline], [data-card]'))
			);
		});
		return {
			name: (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60),
			tag: element.tagName,
			box: { left, right, top: top + scrollY, bottom: bottom + scrollY },
			floats: element.closest('[data-bar], [popover], dialog, .skip') !== null,
			inWindow: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
			isSeen,
			ring,
			paper: paper(element.parentElement)
		};
	});
	if (!found) return null;
	const { name, tag, box, floats, inWindow, isSeen, ring, paper } = found;
	const problems: string[] = [];
	const tell = (what: string) => problems.push(`${tag} “${name}”: ${what}`);
	if (!inWindow) tell('has the focus out of the window');
	else if (!isSeen) tell('has the focus under something else');
	if (tag !== 'IFRAME') {
		if (Number.parseFloat(ring.width) < 2) tell(`has a ring of ${ring.width}`);
		else if (wcagContrast(parse(ring.color)!, parse(paper)!) < 3)
			tell(`has a ring of ${ring.color} on ${paper}`);
	}
	return { name, box, floats, problems };
}

/** Presses a key, and sees where the focus is then: it must be somewhere, and be seen. */
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
 * Presses the tabulator until the element has the focus.
 * @returns how often
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
