import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyView, type Ignored, type View } from '../../../src/lib/model/address.ts';
import { DAY, formatDay, overlaps, parseDay, type Span } from '../../../src/lib/model/date.ts';
import { visibleEvents } from '../../../src/lib/state/visible-events.ts';
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

/** Minimum interval between writes of the address, ms. */
const WRITE_INTERVAL = 500;
const EXTENT = { start: parseDay('2010-01-01'), end: parseDay('2020-01-01') };
const spanOfDays = (first: string, last: string): Span => ({
	start: parseDay(first),
	end: parseDay(last) + DAY
});
const daysOf = ({ start, end }: Span) => [formatDay(start), formatDay(end - 1)];

/** A page address with a history, as in a browser. */
class PageAddress implements Address {
	entries: View[] = [emptyView()];
	ignored: Ignored[] = [];
	navigations = 1;
	/** time, ms, and mode of each write */
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
		this.navigations++;
	}
	back() {
		this.entries.pop();
		this.navigations++;
	}
	arrive(from: string, to: string) {
		this.entries.push({ ...this.view, window: [from, to] });
		this.navigations++;
	}
}

/** A viewport with a non-reactive address: derived values are recomputed on each read. */
function viewportOn(extent = EXTENT, window?: [string, string]) {
	const address = new PageAddress();
	if (window) address.arrive(...window);
	return { address, viewport: new Viewport(address, () => extent) };
}
const settle = () => vi.advanceTimersByTime(2 * WRITE_INTERVAL);

/** Extents of one day to 20,000 years. */
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
/** Whether two times are equal to a millionth of the span, plus 1 ms: far below a pixel. */
const near = (a: number, b: number, { start, end }: Span) =>
	Math.abs(a - b) <= 1e-6 * (end - start) + 1;

describe('a window', () => {
	test('is the whole extent by default, and then absent from the address', () => {
		const { viewport } = viewportOn();
		expect(viewport.window).toEqual(EXTENT);
		expect(viewport.isWhole).toBe(true);
		expect(viewport.days).toBeNull();
	});

	test('stays within the extent and is at least a day wide', () => {
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

	test('is the requested span if possible, else as close to it as can be', () => {
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

	test('is the whole extent if that is one day', () => {
		const day = spanOfDays('2012-05-01', '2012-05-01');
		const { viewport } = viewportOn(day);
		viewport.zoom(8);
		expect(viewport.window).toEqual(day);
		expect([viewport.isWhole, viewport.isNarrowest]).toEqual([true, true]);
	});

	test('reports when it has its minimum width', () => {
		const { viewport } = viewportOn();
		viewport.zoom(100);
		expect(viewport.isNarrowest).toBe(false);
		viewport.zoom(1000);
		expect(viewport.isNarrowest).toBe(true);
	});
});

describe('zooming', () => {
	test('keeps the time at the focal point in place', () => {
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

	test('far enough out shows the whole extent', () => {
		const { viewport } = viewportOn();
		viewport.set(spanOfDays('2012-05-01', '2012-05-31'));
		viewport.zoom(1 / 1000);
		expect(viewport.window).toEqual(EXTENT);
		expect(viewport.isWhole).toBe(true);
	});

	test('in and out at the same point restores the window', () => {
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
	test('keeps the width and stops at the extent', () => {
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
	test('brings a span into view without changing the width of the window', () => {
		fc.assert(
			fc.property(
				cases.chain((sample) => fc.tuple(fc.constant(sample), spansIn(sample.extent))),
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

	test('moves nothing if the span is in view already', () => {
		const { viewport, address } = viewportOn(EXTENT, ['2012-01-01', '2012-12-31']);
		const before = viewport.window;
		viewport.reveal(spanOfDays('2012-05-01', '2012-06-30'));
		settle();
		expect(viewport.window).toEqual(before);
		expect(address.steps).toEqual([]);
	});

	test('moves nothing for a long span if a good part of it is in view', () => {
		const { viewport } = viewportOn(EXTENT, ['2012-01-01', '2012-12-31']);
		const before = viewport.window;
		viewport.reveal(spanOfDays('2011-01-01', '2014-12-31'));
		expect(viewport.window).toEqual(before);
	});

	test('leaves a margin beside the span', () => {
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

	test('zooms to all of its events, with a margin', () => {
		const { viewport } = viewportOn();
		expect(viewport.approach(spans('2012-05-01', '2012-05-11'), 6)).toBe(true);
		const { start, end } = viewport.window;
		expect(daysOf({ start, end })).toEqual(['2012-04-29', '2012-05-13']);
	});

	test('shows the week around a single day', () => {
		const { viewport } = viewportOn();
		expect(viewport.approach(spans('2012-05-04', '2012-05-04'), 6)).toBe(true);
		expect(daysOf(viewport.window)).toEqual(['2012-05-01', '2012-05-07']);
	});

	test('stays and returns false if one day has more events than rows', () => {
		const { viewport } = viewportOn();
		const day = Array<string>(7).fill('2012-05-04');
		expect(viewport.approach(spans(...day), 6)).toBe(false);
		expect(viewport.window).toEqual(EXTENT);
		expect(viewport.approach(spans(...day), 7)).toBe(true);
	});

	test('stays if it would not zoom in', () => {
		const { viewport } = viewportOn(EXTENT, ['2012-05-01', '2012-05-12']);
		const before = viewport.window;
		expect(viewport.approach(spans('2012-05-01', '2012-05-11'), 6)).toBe(false);
		expect(viewport.window).toEqual(before);
	});

	test('either zooms in with all events in view, or stays', () => {
		fc.assert(
			fc.property(
				cases.chain((sample) =>
					fc.tuple(
						fc.constant(sample),
						fc.array(spansIn(sample.extent), { minLength: 2, maxLength: 9 })
					)
				),
				([{ extent, window }, eventSpans]) => {
					const { viewport } = viewportOn(extent);
					viewport.set(window);
					const before = viewport.window;
					const inside = eventSpans.map((span) => clamp(span, extent));
					const isNearer = viewport.approach(inside, 6);
					const { start, end } = viewport.window;
					if (!isNearer) {
						expect({ start, end }).toEqual(before);
						return;
					}
					expect(end - start).toBeLessThanOrEqual(0.8 * (before.end - before.start) + 1);
					const tolerance = 1 + 1e-6 * (extent.end - extent.start);
					for (const span of inside) {
						expect(span.start).toBeGreaterThanOrEqual(start - tolerance);
						expect(span.end).toBeLessThanOrEqual(end + tolerance);
					}
				}
			)
		);
	});
});

describe('the address of a window', () => {
	test('replaces the previous one, in whole days', () => {
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

	test('is written at most twice a second, and finally has the current window', () => {
		const { viewport, address } = viewportOn();
		viewport.set(spanOfDays('2012-01-01', '2012-12-31'));
		for (let i = 0; i < 200; i++) {
			viewport.pan(0.01);
			vi.advanceTimersByTime(16);
		}
		settle();
		const times = address.steps.map(({ at }) => at);
		const gaps = times.slice(1).map((time, i) => time - times[i]!);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(WRITE_INTERVAL);
		expect(times.length).toBeGreaterThan(4);
		expect(address.view.window).toEqual(viewport.days);
		expect(address.entries).toHaveLength(1);
	});

	test('is not written if it is the same already', () => {
		const { viewport, address } = viewportOn(EXTENT, ['2012-05-01', '2012-05-31']);
		viewport.set(viewport.window);
		settle();
		expect(address.steps).toEqual([]);
	});

	test('has no window if the whole extent is shown', () => {
		const { viewport, address } = viewportOn(EXTENT, ['2012-05-01', '2012-05-31']);
		viewport.all();
		settle();
		expect(viewport.isWhole).toBe(true);
		expect(viewport.days).toBeNull();
		expect(address.view.window).toBeNull();
	});

	test('restores the window to the day, and itself exactly', () => {
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

	test('may be imprecise or exceed the extent', () => {
		expect(daysOf(viewportOn(EXTENT, ['2012', '2012-06']).viewport.window)).toEqual([
			...['2012-01-01', '2012-06-30']
		]);
		expect(daysOf(viewportOn(EXTENT, ['1990', '2012']).viewport.window)).toEqual([
			...['2010-01-01', '2012-12-31']
		]);
		expect(viewportOn(EXTENT, ['1990', '2050']).viewport.isWhole).toBe(true);
		expect(overlaps(viewportOn(EXTENT, ['1990', '1991']).viewport.window, EXTENT)).toBe(true);
	});

	test('may be before our era or in the far future', () => {
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

describe('navigation to an address', () => {
	test('overrides the zoomed window, so that the back button works', () => {
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

	test('without a window shows the whole extent', () => {
		const { viewport, address } = viewportOn();
		address.go({ ...address.view, event: 'kite' });
		viewport.set(spanOfDays('2015-01-01', '2015-12-31'));
		settle();
		address.back();
		expect(viewport.isWhole).toBe(true);
	});

	test('with the same window keeps it exactly', () => {
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

describe('a zoomed timeline', () => {
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

	test('writes its window to the address at once with a choice', () => {
		const { timeline, address } = zoomed();
		timeline.choose('first-kite');
		expect(address.view).toMatchObject({
			event: 'first-kite',
			window: ['2012-04-01', '2012-06-30']
		});
	});

	test('writes no window to the address with a choice if it shows the whole extent', () => {
		const { timeline, address } = zoomed();
		timeline.viewport.all();
		timeline.choose('first-kite');
		expect(address.view.window).toBeNull();
	});

	test('filters no events, and lists those on screen', () => {
		const { timeline } = zoomed();
		expect(timeline.visible).toHaveLength(3);
		expect(visibleEvents(timeline).map(({ id }) => id)).toEqual(['first-kite']);
		timeline.viewport.all();
		expect(visibleEvents(timeline)).toHaveLength(3);
	});

	test('draws its window', () => {
		const { timeline } = zoomed();
		const [scene] = timeline.draw('rest', 1180);
		expect(scene!.domain).toEqual(timeline.viewport.window);
		expect(scene!.marks.map(({ event }) => event.id)).toEqual(['first-kite']);
	});

	test('keeps its window within the filtered events if fitted to them', () => {
		const timeline = new TimelineState(data, new MemoryAddress(), 'visible');
		timeline.viewport.set(spanOfDays('2010-04-01', '2010-06-30'));
		timeline.setFilter({ lines: ['balloons'] });
		const { window, extent } = timeline.viewport;
		expect(daysOf(extent)).toEqual(['2012-07-01', '2012-12-31']);
		expect(window.start).toBeGreaterThanOrEqual(extent.start);
		expect(window.end).toBeLessThanOrEqual(extent.end);
	});
});
