import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	locateReading,
	readingLine,
	type ReadChapter
} from '../../../src/lib/state/reading-position.ts';
import { runs } from '../../property.ts';

/** A page as tops in px from its upper edge; chapters and entries follow each other, with gaps. */
const pages = fc
	.array(fc.array(fc.integer({ min: 20, max: 900 }), { maxLength: 6 }), {
		minLength: 1,
		maxLength: 6
	})
	.map((heights) => {
		let y = 400;
		return heights.map((entries, c): ReadChapter<number> => {
			const place = y;
			y += 180;
			const listed = entries.map((height, e) => {
				y += height;
				return { id: `${c}.${e}`, place: y - height };
			});
			y += 60;
			return { id: `${c}`, place, entries: listed };
		});
	});
/** Filters, as a mask of the entries that stay. */
const masks = fc.array(fc.boolean(), { minLength: 36, maxLength: 36 });
const windows = fc.record({
	scrolled: fc.integer({ min: 0, max: 12_000 }),
	height: fc.integer({ min: 300, max: 1400 }),
	bar: fc.integer({ min: 80, max: 312 })
});

function locate(
	page: ReadChapter<number>[],
	{ scrolled, height, bar }: { scrolled: number; height: number; bar: number }
) {
	const line = bar + 0.45 * (height - bar);
	return {
		...locateReading(page, (place) => place - scrolled, line),
		line: line + scrolled
	};
}

function filtered(page: ReadChapter<number>[], mask: boolean[]): ReadChapter<number>[] {
	return page.map((chapter, c) => ({
		...chapter,
		entries: chapter.entries.filter((_, e) => mask[6 * c + e])
	}));
}

describe('the current event', () => {
	test('is the last one above the reading line in the chapter read, else that chapter’s first', () => {
		fc.assert(
			fc.property(pages, masks, windows, (all, mask, where) => {
				const page = filtered(all, mask);
				const { chapter, event, line } = locate(page, where);
				const on = page.find(({ id }) => id === chapter)!;
				expect(page.slice(page.indexOf(on) + 1).some(({ place }) => place <= line)).toBe(false);
				if (on !== page[0]) expect(on.place).toBeLessThanOrEqual(line);
				fc.pre(on.entries.length > 0);
				const above = on.entries.filter(({ place }) => place <= line);
				expect(event).toBe((above.at(-1) ?? on.entries[0]!).id);
			}),
			runs(300)
		);
	});

	test('is known wherever the page is scrolled to, as long as one is listed', () => {
		fc.assert(
			fc.property(pages, masks, windows, (all, mask, where) => {
				const page = filtered(all, mask);
				const ids = page.flatMap(({ entries }) => entries.map(({ id }) => id));
				const { event } = locate(page, where);
				if (ids.length) expect(ids).toContain(event);
				else expect(event).toBeNull();
			}),
			runs(300)
		);
	});

	test('depends on the scroll position alone, and never goes back while the page is scrolled down', () => {
		fc.assert(
			fc.property(pages, windows, (page, where) => {
				const ids = page.flatMap(({ entries }) => entries.map(({ id }) => id));
				fc.pre(page.every(({ entries }) => entries.length > 0));
				let before = 0;
				for (let scrolled = 0; scrolled < 8000; scrolled += 97) {
					const place = ids.indexOf(locate(page, { ...where, scrolled }).event!);
					expect(place).toBeGreaterThanOrEqual(before);
					before = place;
				}
			}),
			runs(60)
		);
	});

	test('in a chapter without events is the last before it, else the first after it', () => {
		const page = [
			{ id: '0', place: 0, entries: [] },
			{ id: '1', place: 500, entries: [{ id: 'a', place: 600 }] },
			{ id: '2', place: 1000, entries: [] }
		];
		const at = (scrolled: number) => locateReading(page, (place) => place - scrolled, 100);
		expect(at(100)).toEqual({ chapter: '0', event: 'a' });
		expect(at(1000)).toEqual({ chapter: '2', event: 'a' });
	});
});

describe('the reading line', () => {
	test('is at one height, and passes the rest of the window while the end of the page is scrolled to', () => {
		const [bar, height, most] = [200, 800, 5000];
		const lineAt = (at: number) => readingLine(bar, height, { at, most });
		expect([0, 1000, most - 330].map(lineAt)).toEqual([470, 470, 470]);
		expect(lineAt(most - 165)).toBe(635);
		expect([most, most + 30].map(lineAt)).toEqual([800, 800]);
	});

	test('never moves up in the page while that is scrolled down, and reaches its end', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 90, max: 330 }),
				fc.integer({ min: 340, max: 1400 }),
				fc.integer({ min: 1, max: 12_000 }),
				fc.tuple(
					fc.double({ min: 0, max: 1, noNaN: true }),
					fc.double({ min: 0, max: 1, noNaN: true })
				),
				(bar, height, most, shares) => {
					const places = shares
						.map((share) => Math.round(share * most))
						.toSorted((a, b) => a - b)
						.map((at) => at + readingLine(bar, height, { at, most }));
					expect(places[0]).toBeLessThanOrEqual(places[1]!);
					expect(readingLine(bar, height, { at: most, most })).toBe(height);
				}
			),
			runs(300)
		);
	});

	test('stays where it is in a page that cannot be scrolled', () => {
		expect(readingLine(200, 800, { at: 0, most: 0 })).toBe(470);
	});
});
