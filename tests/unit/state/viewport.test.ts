import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyView, type Ignored, type View } from '../../../src/lib/model/address.ts';
import { DAY, formatDay, overlaps, parseDay, type Span } from '../../../src/lib/model/date.ts';
import { eventsOnScreen } from '../../../src/lib/state/visible-events.ts';
import { FacetState } from '../../../src/lib/state/facet.svelte.ts';
import { MemoryAddress, type Address } from '../../../src/lib/state/address.svelte.ts';
import { TimelineState } from '../../../src/lib/state/timeline.svelte.ts';
import { clamp, Viewport } from '../../../src/lib/state/viewport.svelte.ts';
import { dateOf, eventOf, timelineOf } from '../model/records.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** The address is written at most so often, ms. */
const PATIENCE = 500;
const EXTENT = { start: parseDay('2010-01-01'), end: parseDay('2020-01-01') };
const spanOfDays = (first: string, last: string): Span => ({
	start: parseDay(first),
	end: parseDay(last) + DAY
});
const daysOf = ({ start, end }: Span) => [formatDay(start), formatDay(end - 1)];

/** The page's address as a browser has it: with entries to go back over. */
class PageAddress implements Address {
	entries: View[] = [emptyView()];
	ignored: Ignored[] = [];
	arrivals = 1;
	/** times at which it was written, and how */
	steps: { at: number; replace: boolean }[] = [];

	get view() {
		return this.entries.at(-1)!;
	}
	get text() {
		return this.view.window?.join('..') ?? '';
	}
	go(view: View, replace = false) {
		this.steps.push({ at: Date.now(), replace });
		if (replace) this.entries.pop();
		this.entries.push(view);
		this.arrivals++;
	}
	back() {
		this.entries.pop();
		this.arrivals++;
	}
	arrive(from: string, to: string) {
		this.entries.push({ ...this.view, window: [from, to] });
		this.arrivals++;
	}
}

/** A viewport, with an address in plain variables: what it derives is asked for anew each time. */
function viewportOn(extent = EXTENT, window?: [string, string]) {
	const address = new PageAddress();
	if (window) address.arrive(...window);
	return { address, viewport: new Viewport(address, () => extent) };
}
const settle = () => vi.advanceTimersByTime(2 * PATIENCE);

/** Any ten years or twenty thousand, and any span about them. */
const extents = fc
	.record({
		first: fc.integer({ min: -5_000_000, max: 7_000_000 }),
		days: fc.oneof(fc.integer({ min: 1, max: 800 }), fc.integer({ min: 801, max: 7_300_000 }))
	})
	.map(({ first, days }) => ({ start: first * DAY, end: (first + days) * DAY }));
const part = (least: number, most: number) =>
	fc.integer({ min: least * 10_000, max: most * 10_000 }).map((n) => n / 10_000);
const spansIn = ({ start, end }: Span, beyond = 0) =>
	fc.tuple(part(-beyond, 1 + beyond), part(0, 1), part(0, 1)).map(([from, length, power]) => {
		const at = start + from * (end - start);
		return { start: at, end: at + length * (end - start) ** power };
	});
const cases = extents.chain((extent) =>
	fc.record({
		extent: fc.constant(extent),
		window: spansIn(extent),
		other: spansIn(extent, 0.5)
	})
);
/** px of a screen as wide as the window, far finer than anybody sees */
const near = (a: number, b: number, { start, end }: Span) =>
	Math.abs(a - b) <= 1e-6 * (end - start) + 1;

describe('a window', () => {
	test('is all of the extent at first, and nothing in the address', () => {
		const { viewport } = viewportOn();
		expect(viewport.window).toEqual(EXTENT);
		expect(viewport.isWhole).toBe(true);
		expect(viewport.days).toBeNull();
	});

	test('never leaves the extent, and is never narrower than a day', () => {
		fc.assert(
			fc.property(cases, ({ extent, other }) => {
				const { viewport } = viewportOn(extent);
				viewport.set(other);
				const { start, end } = viewport.window;
				expect(start).toBeGreaterThanOrEqual(extent.start);
				expect(end).toBeLessThanOrEqual(extent.end + 1e-3);
				expect(end - start).toBeGreaterThanOrEqual(DAY - 1);
			})
		);
	});

	test('is what is asked for where that is possible, else as wide and as near as can be', () => {
		fc.assert(
			fc.property(cases, ({ extent, other }) => {
				const { start, end } = clamp(other, extent);
				const whole = extent.end - extent.start;
				const width = Math.min(Math.max(other.end - other.start, DAY), whole);
				expect(near(end - start, width, extent)).toBe(true);
				const isWithin = other.start >= extent.start && other.end <= extent.end;
				if (isWithin && other.end - other.start >= DAY)
					expect(near(start, other.start, extent)).toBe(true);
				const again = clamp({ start, end }, extent);
				expect(near(again.start, start, extent) && near(again.end, end, extent)).toBe(true);
			})
		);
	});

	test('is the whole of an extent of one day', () => {
		const day = spanOfDays('2012-05-01', '2012-05-01');
		const { viewport } = viewportOn(day);
		viewport.zoom(8);
		expect(viewport.window).toEqual(day);
		expect([viewport.isWhole, viewport.isNarrowest]).toEqual([true, true]);
	});

	test('knows when it is as narrow as it gets', () => {
		const { viewport } = viewportOn();
		viewport.zoom(100);
		expect(viewport.isNarrowest).toBe(false);
		viewport.zoom(1000);
		expect(viewport.isNarrowest).toBe(true);
	});
});

describe('zooming', () => {
	test('keeps the place that it is about', () => {
		fc.assert(
			fc.property(cases, part(-3, 3), part(0, 1), ({ extent, window }, power, at) => {
				const { viewport } = viewportOn(extent);
				viewport.set(window);
				const before = viewport.window;
				const place = before.start + at * (before.end - before.start);
				viewport.zoom(2 ** power, at);
				const { start, end } = viewport.window;
				const wanted = (before.end - before.start) / 2 ** power;
				const from = place - at * wanted;
				const isFree = from >= extent.start && from + wanted <= extent.end;
				if (wanted < DAY || !isFree) return;
				expect(near(end - start, wanted, extent)).toBe(true);
				expect(near(start + at * (end - start), place, before)).toBe(true);
			})
		);
	});

	test('far enough out shows all', () => {
		const { viewport } = viewportOn();
		viewport.set(spanOfDays('2012-05-01', '2012-05-31'));
		viewport.zoom(1 / 1000);
		expect(viewport.window).toEqual(EXTENT);
		expect(viewport.isWhole).toBe(true);
	});

	test('in and out again, at one place, comes back', () => {
		const { viewport } = viewportOn();
		const window = spanOfDays('2012-05-01', '2015-05-31');
		viewport.set(window);
		viewport.zoom(4, 0.3);
		viewport.zoom(1 / 4, 0.3);
		expect(near(viewport.window.start, window.start, window)).toBe(true);
		expect(near(viewport.window.end, window.end, window)).toBe(true);
	});
});

describe('panning', () => {
	test('keeps the width, and ends where the extent does', () => {
		fc.assert(
			fc.property(cases, part(-3, 3), ({ extent, window }, by) => {
				const { viewport } = viewportOn(extent);
				viewport.set(window);
				const before = viewport.window;
				const width = before.end - before.start;
				viewport.pan(by);
				const { start, end } = viewport.window;
				expect(near(end - start, width, extent)).toBe(true);
				const wanted = before.start + by * width;
				const most = extent.end - width;
				expect(near(start, Math.min(Math.max(wanted, extent.start), most), extent)).toBe(true);
			})
		);
	});
});

describe('revealing', () => {
	test('brings a span into view, with air about it if it has the room, as near as things are', () => {
		fc.assert(
			fc.property(
				cases.chain((some) => fc.tuple(fc.constant(some), spansIn(some.extent))),
				([{ extent, window }, span]) => {
					const { viewport } = viewportOn(extent);
					viewport.set(window);
					const before = viewport.window;
					const target = clamp(span, extent);
					viewport.reveal(target);
					const { start, end } = viewport.window;
					expect(near(end - start, before.end - before.start, extent)).toBe(true);
					const width = end - start;
					if (target.end - target.start <= 0.8 * width) {
						expect(target.start).toBeGreaterThanOrEqual(start - 1 - 1e-6 * width);
						expect(target.end).toBeLessThanOrEqual(end + 1 + 1e-6 * width);
					} else expect(overlaps(target, { start, end })).toBe(true);
				}
			)
		);
	});

	test('moves nothing when it is in view already', () => {
		const { viewport, address } = viewportOn(EXTENT, ['2012-01-01', '2012-12-31']);
		const before = viewport.window;
		viewport.reveal(spanOfDays('2012-05-01', '2012-06-30'));
		settle();
		expect(viewport.window).toEqual(before);
		expect(address.steps).toEqual([]);
	});

	test('moves nothing for what lasts, when a good part of it is in view', () => {
		const { viewport } = viewportOn(EXTENT, ['2012-01-01', '2012-12-31']);
		const before = viewport.window;
		viewport.reveal(spanOfDays('2011-01-01', '2014-12-31'));
		expect(viewport.window).toEqual(before);
	});

	test('leaves some air beside what it reveals', () => {
		const { viewport } = viewportOn(EXTENT, ['2012-01-01', '2012-12-31']);
		const width = viewport.window.end - viewport.window.start;
		for (const day of ['2015-06-01', '2011-06-01']) {
			const span = spanOfDays(day, day);
			viewport.reveal(span);
			const { start, end } = viewport.window;
			expect(Math.min(span.start - start, end - span.end)).toBeGreaterThan(0.09 * width);
		}
	});
});

describe('approaching a cluster', () => {
	const spans = (...days: string[]) => days.map((day) => spanOfDays(day, day));

	test('shows all of its events, so near that they may be told apart', () => {
		const { viewport } = viewportOn();
		expect(viewport.approach(spans('2012-05-01', '2012-05-11'), 6)).toBe(true);
		const { start, end } = viewport.window;
		expect(daysOf({ start, end })).toEqual(['2012-04-29', '2012-05-13']);
	});

	test('shows the week about a day', () => {
		const { viewport } = viewportOn();
		expect(viewport.approach(spans('2012-05-04', '2012-05-04'), 6)).toBe(true);
		expect(daysOf(viewport.window)).toEqual(['2012-05-01', '2012-05-07']);
	});

	test('stays, and says that a list is needed, where one day has more events than rows', () => {
		const { viewport } = viewportOn();
		const day = Array<string>(7).fill('2012-05-04');
		expect(viewport.approach(spans(...day), 6)).toBe(false);
		expect(viewport.window).toEqual(EXTENT);
		expect(viewport.approach(spans(...day), 7)).toBe(true);
	});

	test('stays where it would come no nearer', () => {
		const { viewport } = viewportOn(EXTENT, ['2012-05-01', '2012-05-12']);
		const before = viewport.window;
		expect(viewport.approach(spans('2012-05-01', '2012-05-11'), 6)).toBe(false);
		expect(viewport.window).toEqual(before);
	});

	test('either comes nearer and has all in view, or stays', () => {
		fc.assert(
			fc.property(
				cases.chain((some) =>
					fc.tuple(
						fc.constant(some),
						fc.array(spansIn(some.extent), { minLength: 2, maxLength: 9 })
					)
				),
				([{ extent, window }, some]) => {
					const { viewport } = viewportOn(extent);
					viewport.set(window);
					const before = viewport.window;
					const inside = some.map((span) => clamp(span, extent));
					const isNearer = viewport.approach(inside, 6);
					const { start, end } = viewport.window;
					if (!isNearer) {
						expect({ start, end }).toEqual(before);
						return;
					}
					expect(end - start).toBeLessThanOrEqual(0.8 * (before.end - before.start) + 1);
					const air = 1 + 1e-6 * (extent.end - extent.start);
					for (const span of inside) {
						expect(span.start).toBeGreaterThanOrEqual(start - air);
						expect(span.end).toBeLessThanOrEqual(end + air);
					}
				}
			)
		);
	});
});

describe('the address of a window', () => {
	test('is written in place of the one before, in whole days', () => {
		const { viewport, address } = viewportOn();
		viewport.set({
			start: parseDay('2012-05-01') + 5 * 3_600_000,
			end: parseDay('2012-06-01') - 7 * 3_600_000
		});
		settle();
		expect(address.view.window).toEqual(['2012-05-01', '2012-05-31']);
		expect(address.steps.map(({ replace }) => replace)).toEqual([true]);
		expect(address.entries).toHaveLength(1);
	});

	test('is written at most twice a second, and at last says where the window is', () => {
		const { viewport, address } = viewportOn();
		viewport.set(spanOfDays('2012-01-01', '2012-12-31'));
		for (let i = 0; i < 200; i++) {
			viewport.pan(0.01);
			vi.advanceTimersByTime(16);
		}
		settle();
		const times = address.steps.map(({ at }) => at);
		const gaps = times.slice(1).map((time, i) => time - times[i]!);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(PATIENCE);
		expect(times.length).toBeGreaterThan(4);
		expect(address.view.window).toEqual(viewport.days);
		expect(address.entries).toHaveLength(1);
	});

	test('is not written where it says the same already', () => {
		const { viewport, address } = viewportOn(EXTENT, ['2012-05-01', '2012-05-31']);
		viewport.set(viewport.window);
		settle();
		expect(address.steps).toEqual([]);
	});

	test('has no window when all is shown', () => {
		const { viewport, address } = viewportOn(EXTENT, ['2012-05-01', '2012-05-31']);
		viewport.all();
		settle();
		expect(viewport.isWhole).toBe(true);
		expect(viewport.days).toBeNull();
		expect(address.view.window).toBeNull();
	});

	test('leads back to the window, to the day, and to itself', () => {
		fc.assert(
			fc.property(cases, ({ extent, window }) => {
				const { viewport } = viewportOn(extent);
				viewport.set(window);
				const { days } = viewport;
				if (!days) return;
				const again = viewportOn(extent, days).viewport;
				expect(again.days).toEqual(days);
				expect(Math.abs(again.window.start - viewport.window.start)).toBeLessThanOrEqual(DAY);
				expect(Math.abs(again.window.end - viewport.window.end)).toBeLessThanOrEqual(DAY);
			})
		);
	});

	test('need not be exact, nor within the extent', () => {
		expect(daysOf(viewportOn(EXTENT, ['2012', '2012-06']).viewport.window)).toEqual([
			...['2012-01-01', '2012-06-30']
		]);
		expect(daysOf(viewportOn(EXTENT, ['1990', '2012']).viewport.window)).toEqual([
			...['2010-01-01', '2012-12-31']
		]);
		expect(viewportOn(EXTENT, ['1990', '2050']).viewport.isWhole).toBe(true);
		expect(overlaps(viewportOn(EXTENT, ['1990', '1991']).viewport.window, EXTENT)).toBe(true);
	});

	test('may be before our era, or far ahead', () => {
		const extent = spanOfDays('-004999-01-01', '+019999-12-31');
		const { viewport, address } = viewportOn(extent);
		viewport.set(spanOfDays('-000043-03-15', '-000043-03-16'));
		settle();
		expect(address.text).toBe('-000043-03-15..-000043-03-16');
		viewport.set(spanOfDays('+012345-01-01', '+012345-12-31'));
		settle();
		expect(address.text).toBe('+012345-01-01..+012345-12-31');
		expect(daysOf(viewport.window)).toEqual(['+012345-01-01', '+012345-12-31']);
	});
});

describe('an arrival at an address', () => {
	test('wins over the window that was zoomed to: the back button leads back', () => {
		const { viewport, address } = viewportOn();
		viewport.set(spanOfDays('2012-05-01', '2012-05-31'));
		settle();
		address.go({ ...address.view, event: 'kite' });
		viewport.set(spanOfDays('2015-01-01', '2015-12-31'));
		settle();
		expect(address.text).toBe('2015-01-01..2015-12-31');
		address.back();
		expect(daysOf(viewport.window)).toEqual(['2012-05-01', '2012-05-31']);
	});

	test('leads to all, where it says no window', () => {
		const { viewport, address } = viewportOn();
		address.go({ ...address.view, event: 'kite' });
		viewport.set(spanOfDays('2015-01-01', '2015-12-31'));
		settle();
		address.back();
		expect(viewport.isWhole).toBe(true);
	});

	test('keeps the window, to the moment, where it says the same', () => {
		const { viewport, address } = viewportOn();
		const window = {
			start: parseDay('2012-05-01') + 5 * 3_600_000,
			end: parseDay('2012-06-01') - 7 * 3_600_000
		};
		viewport.set(window);
		settle();
		expect(viewport.window).toEqual(window);
		address.go({ ...address.view, event: 'kite' });
		expect(viewport.window).toEqual(window);
	});
});

describe('a timeline that is zoomed', () => {
	const data = timelineOf([
		eventOf('founding', { lines: ['company'], date: dateOf('2010-04-06') }),
		eventOf('first-kite', { lines: ['kites'], date: dateOf('2012-05-01') }),
		eventOf('balloon', { lines: ['balloons'], date: dateOf('2012-09-03') })
	]);
	const zoomed = () => {
		const address = new MemoryAddress();
		const timeline = new TimelineState(data, address);
		timeline.viewport.set(spanOfDays('2012-04-01', '2012-06-30'));
		return { timeline, address };
	};

	test('keeps its window while events are chosen and filters change', () => {
		const { timeline, address } = zoomed();
		const before = timeline.viewport.window;
		timeline.choose('first-kite');
		timeline.setFilter({ lines: ['kites'] });
		timeline.setFilter({ q: 'k' }, true);
		new FacetState(timeline, 'lines').toggle('balloons');
		timeline.choose(null);
		expect(timeline.viewport.window).toEqual(before);
		expect(address.view.window).toEqual(['2012-04-01', '2012-06-30']);
		settle();
		expect(timeline.viewport.window).toEqual(before);
	});

	test('says its window at once in the address of a choice', () => {
		const { timeline, address } = zoomed();
		timeline.choose('first-kite');
		expect(address.view).toMatchObject({
			event: 'first-kite',
			window: ['2012-04-01', '2012-06-30']
		});
	});

	test('says no window in the address of a choice when it shows all', () => {
		const { timeline, address } = zoomed();
		timeline.viewport.all();
		timeline.choose('first-kite');
		expect(address.view.window).toBeNull();
	});

	test('hides nothing, and knows what is on screen', () => {
		const { timeline } = zoomed();
		expect(timeline.visible).toHaveLength(3);
		expect(eventsOnScreen(timeline).map(({ id }) => id)).toEqual(['first-kite']);
		timeline.viewport.all();
		expect(eventsOnScreen(timeline)).toHaveLength(3);
	});

	test('draws its window', () => {
		const { timeline } = zoomed();
		const [scene] = timeline.draw('rest', 1180);
		expect(scene!.domain).toEqual(timeline.viewport.window);
		expect(scene!.marks.map(({ event }) => event.id)).toEqual(['first-kite']);
	});

	test('keeps its window within what passes the filter, where it fits that', () => {
		const timeline = new TimelineState(data, new MemoryAddress(), 'visible');
		timeline.viewport.set(spanOfDays('2010-04-01', '2010-06-30'));
		timeline.setFilter({ lines: ['balloons'] });
		const { window, extent } = timeline.viewport;
		expect(daysOf(extent)).toEqual(['2012-07-01', '2012-12-31']);
		expect(window.start).toBeGreaterThanOrEqual(extent.start);
		expect(window.end).toBeLessThanOrEqual(extent.end);
	});
});
