/** Arbitrary timelines, domains and windows for property tests. */
import fc from 'fast-check';
import type { Relation, Status } from '../../../src/lib/model/types.ts';
import { DAY, formatDay, parseDay, spanOf, type Span } from '../../../src/lib/model/date.ts';
import type { ChartEvent, ChartTimeline } from '../../../src/lib/model/event.ts';
import { filterEvents } from '../../../src/lib/model/filter.ts';
import { GEOMETRIES, type Geometry, type Purpose } from '../../../src/lib/layout/geometry.ts';
import { wholeDomain } from '../../../src/lib/layout/scale/scale.ts';
import type { SceneOptions } from '../../../src/lib/layout/scene/zoom-level.ts';

/** Inputs of a drawing. */
export interface Drawing {
	purpose: Purpose;
	timeline: ChartTimeline;
	/** events that pass the filter */
	events: ChartEvent[];
	options: SceneOptions;
}

const STATUSES: Status[] = ['happened', 'announced', 'planned', 'rumoured', 'context'];
const FIRST = parseDay('2010-01-01') / DAY;
const dayOf = (day: number) => formatDay(day * DAY);

/** Day numbers within twelve years, half of them in two short bursts. */
const days = fc
	.oneof(
		{ arbitrary: fc.integer({ min: 0, max: 4400 }), weight: 2 },
		fc.integer({ min: 4040, max: 4055 }),
		fc.integer({ min: 720, max: 728 })
	)
	.map((day) => FIRST + day);

const dates: fc.Arbitrary<ChartEvent['date']> = fc
	.record({
		first: days,
		length: fc.oneof(
			fc.constant(1),
			fc.integer({ min: 2, max: 31 }),
			fc.integer({ min: 2, max: 900 })
		),
		sort: fc.constantFrom('day', 'day', 'set', 'about', 'period', 'ongoing', 'unsaid'),
		uncertain: fc.boolean()
	})
	.map(({ first, length, sort, uncertain }) => {
		const start = dayOf(first);
		const last = dayOf(first + length - 1);
		const moment = { start, uncertain, kind: 'moment' as const };
		if (sort === 'day') return { ...moment, end: start, label: 'that day' };
		if (sort === 'set') return { ...moment, end: last, label: 'some time in those days' };
		if (sort === 'about') return { ...moment, end: last, approximate: true };
		if (sort === 'ongoing')
			return { ...moment, kind: 'period', end: null, asOf: last, ongoing: true };
		return { start, end: last, uncertain, kind: sort === 'period' ? 'period' : undefined };
	});

const LATIN = 'aaabcdeeefghiiijklmnooopqrstuuvwxyzABDEGHIMNORSTW';
const texts = (letters: string, maxLength: number) =>
	fc
		.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength })
		.map((text) => text.trim().padEnd(3, 'x'));
/** Titles of 3 to `maxLength` characters: plain, accented, Italian, Cyrillic and Chinese. */
const titles = (maxLength: number) =>
	fc.oneof(
		{ arbitrary: texts(`${LATIN}    0123456789`, maxLength), weight: 4 },
		texts('àèéìòùüöñçłÅ  eiou', maxLength),
		texts('perché l’èò «città» ià', maxLength),
		texts('风筝气球发布会安妮新', maxLength),
		texts('风筝MIX 4，“新”：（2021年）——…？', maxLength),
		texts('МИкспродаж W@—…→', maxLength)
	);

const timelines: fc.Arbitrary<ChartTimeline> = fc
	.record({
		lines: fc.integer({ min: 1, max: 5 }),
		records: fc.array(
			fc.record({
				title: titles(60),
				short: fc.option(titles(26)),
				status: fc.constantFrom(...STATUSES),
				date: dates,
				importance: fc.constantFrom(1 as const, 2 as const, 3 as const, undefined),
				line: fc.nat({ max: 4 }),
				second: fc.option(fc.nat({ max: 4 }), { freq: 4 }),
				disputed: fc.boolean()
			}),
			{ minLength: 1, maxLength: 60, size: 'max' }
		),
		pairs: fc.array(
			fc.record({
				from: fc.nat({ max: 59 }),
				to: fc.nat({ max: 59 }),
				type: fc.constantFrom<Relation['type'][]>('announces', 'announces', 'fulfils', 'follows'),
				date: fc.option(
					fc.record({
						after: fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 600 })),
						length: fc.integer({ min: 0, max: 400 })
					})
				)
			}),
			{ maxLength: 20 }
		),
		articles: fc.array(
			fc.record({
				publisher: titles(20),
				day: days,
				length: fc.constantFrom(1, 1, 28, 365)
			}),
			{ maxLength: 5 }
		)
	})
	.map(({ lines, records, pairs, articles }) => {
		const events = records.map(({ line, second, disputed, ...rest }, i): ChartEvent => {
			const own = `line-${line % lines}`;
			const other = second === null ? own : `line-${second % lines}`;
			return {
				...rest,
				id: `event-${i}`,
				lines: own === other ? [own] : [own, other],
				evidence: [
					{
						source: `article-${i % Math.max(1, articles.length)}`,
						stance: disputed ? 'disputes' : 'supports'
					}
				],
				relations: []
			};
		});
		for (const { from, to, type, date } of pairs) {
			const [a, b] = [events[from % events.length]!, events[to % events.length]!];
			if (a === b || a.relations!.some(({ event }) => event === b.id)) continue;
			a.relations!.push({ type, event: b.id });
			if (!date) continue;
			// like a promise: both on one line, and due from about that day on
			b.lines = a.lines;
			const start = parseDay(a.date.start) / DAY + date.after;
			const end = start + date.length;
			b.date = { start: dayOf(start), end: dayOf(end), kind: 'moment', label: 'when it is due' };
		}
		return {
			lines: Array.from({ length: lines }, (_, i) => ({ id: `line-${i}`, label: `Line ${i}` })),
			events,
			sources: articles.map(({ publisher, day, length }, i) => ({
				id: `article-${i}`,
				publisher,
				publication: { start: dayOf(day), end: dayOf(day + length - 1), label: 'then' }
			}))
		};
	});

/** Domains of whole years, of half-years, or of arbitrary days. */
const domains = (events: ChartEvent[]): fc.Arbitrary<Span> =>
	fc.oneof(
		fc.constant(wholeDomain(events)),
		fc.constant(wholeDomain(events, 6)),
		fc
			.tuple(days, fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 9000 })))
			.map(([first, length]) => ({ start: first * DAY, end: (first + length) * DAY }))
	);

export const geometries: fc.Arbitrary<{ purpose: Purpose; geometry: Geometry }> = fc.constantFrom(
	...(Object.keys(GEOMETRIES) as Purpose[]).flatMap((purpose) =>
		GEOMETRIES[purpose].map((geometry) => ({ purpose, geometry }))
	)
);

export const drawings: fc.Arbitrary<Drawing> = timelines.chain((timeline) =>
	fc
		.record({
			place: geometries,
			domain: domains(timeline.events),
			lines: fc.option(
				fc.subarray(
					timeline.lines.map(({ id }) => id),
					{ minLength: 1 }
				),
				{
					freq: 3,
					nil: undefined
				}
			),
			selected: fc.option(fc.constantFrom(...timeline.events.map(({ id }) => id))),
			onlyFilled: fc.boolean()
		})
		.map(({ place, ...options }) => ({
			purpose: place.purpose,
			timeline,
			events: filterEvents(timeline.events, { lines: options.lines }),
			options: { ...options, geometry: place.geometry }
		}))
);

/** A timeline to zoom, with a geometry and two windows of equal width. */
export interface Zooming {
	purpose: Purpose;
	geometry: Geometry;
	timeline: ChartTimeline;
	/** events that pass the filter */
	events: ChartEvent[];
	lines?: string[];
	/** full time range */
	extent: Span;
	window: Span;
	/** the same window, panned */
	panned: Span;
	/** window at the start of a zoom to `window`, narrower or wider */
	before: Span;
}

/** @returns the events by ascending keys, except that those of one span and one importance keep their order */
export function reorder(events: ChartEvent[], keys: Iterator<number>): ChartEvent[] {
	const rankOf = ({ date, importance = 2 }: ChartEvent) =>
		JSON.stringify([spanOf(date), importance]);
	const tied = new Map<string, ChartEvent[]>();
	for (const event of events) tied.set(rankOf(event), [...(tied.get(rankOf(event)) ?? []), event]);
	return events
		.map((event) => ({ rank: rankOf(event), key: keys.next().value as number }))
		.toSorted((a, b) => a.key - b.key)
		.map(({ rank }) => tied.get(rank)!.shift()!);
}

/** Seeded random numbers in [0, 1) (mulberry32). */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

const WORDS =
	'Kites trains and balloons a new one flies to market is mended Acme says, at last WWW'.split(' ');

/** `count` events, most of them on the first line; generated from a seed, for speed. */
export function crowdOf(seed: number, count: number, lines: number, years: number): ChartTimeline {
	const random = randomOf(seed);
	const below = (most: number) => Math.floor(random() * most);
	const bursts = Array.from({ length: 1 + below(4) }, () => below(365 * years));
	const events = Array.from({ length: count }, (_, i): ChartEvent => {
		const burst = bursts[below(bursts.length)]!;
		const first = FIRST + (random() < 0.5 ? below(365 * years) : burst + below(30));
		const sort = below(10);
		const length = sort < 5 ? 1 : sort < 7 ? 2 + below(30) : 2 + below(sort === 7 ? 30 : 900);
		const kind = sort > 7 ? ('period' as const) : ('moment' as const);
		return {
			id: `event-${i}`,
			title: Array.from({ length: 1 + below(10) }, () => WORDS[below(WORDS.length)]).join(' '),
			status: STATUSES[below(STATUSES.length)]!,
			lines: [`line-${random() < 0.7 ? 0 : below(lines)}`],
			importance: ([1, 1, 1, 2, 2, 3, undefined] as const)[below(7)],
			summary: random() < 0.5 ? 'It is told. There is more to it.' : undefined,
			date: {
				...{ start: dayOf(first), end: dayOf(first + length - 1), kind },
				approximate: sort === 6,
				uncertain: random() < 0.1
			},
			evidence: random() < 0.1 ? [{ source: 'article-0', stance: 'disputes' }] : []
		};
	});
	return {
		lines: Array.from({ length: lines }, (_, i) => ({ id: `line-${i}`, label: `Line ${i}` })),
		events
	};
}

const crowds = fc
	.record({
		seed: fc.nat(),
		count: fc.integer({ min: 65, max: 500 }),
		lines: fc.integer({ min: 1, max: 3 }),
		years: fc.constantFrom(1, 12, 200)
	})
	.map(({ seed, count, lines, years }) => crowdOf(seed, count, lines, years));

/** Position of a window: anywhere, or with one edge close to the start or end of an event. */
interface Place {
	at: number;
	near: number | null;
	end: 'start' | 'end';
	edge: 'start' | 'end';
	/** distance from that start or end, −1 to 1: in days, or in twentieths of the window */
	off: number;
	unit: 'days' | 'windows';
}

/** Uniformly distributed numbers; most of those from `fc.double` are close to 0. */
const part = (least: number, most: number) =>
	fc.integer({ min: least * 10_000, max: most * 10_000 }).map((n) => n / 10_000);
const places: fc.Arbitrary<Place> = fc.record({
	at: part(0, 1),
	near: fc.option(fc.nat(), { freq: 3 }),
	end: fc.constantFrom('start', 'end'),
	edge: fc.constantFrom('start', 'end'),
	off: part(-1, 1),
	unit: fc.constantFrom('days', 'windows')
});

/** Any number of events, any filter, zoom and position. */
export const zoomings: fc.Arbitrary<Zooming> = fc
	.record({
		timeline: fc.oneof(timelines, crowds),
		place: geometries.filter(({ purpose }) => purpose !== 'bar'),
		months: fc.constantFrom(6 as const, 12 as const),
		line: fc.option(fc.nat({ max: 4 }), { freq: 3 }),
		// zoom: 0 for the whole extent, 1 for one day
		depth: fc.oneof({ arbitrary: part(0, 1), weight: 8 }, fc.constantFrom(0, 1)),
		first: places,
		by: fc.oneof(part(-1, 1), part(-0.05, 0.05)),
		// width of `before` relative to `window`, log2
		relativeWidth: fc.oneof(part(-4, 4), part(-12, 12)),
		isWholeDays: fc.boolean()
	})
	.map(({ timeline, place, months, line, depth, first, by, relativeWidth, isWholeDays }) => {
		const lines = line === null ? undefined : [`line-${line % timeline.lines.length}`];
		const events = filterEvents(timeline.events, { lines });
		const extent = wholeDomain(timeline.events, months);
		const all = extent.end - extent.start;
		const round = (time: number) => (isWholeDays ? Math.round(time / DAY) * DAY : time);
		const width = Math.max(DAY, round(all ** (1 - depth) * DAY ** depth));
		const windowAt = (time: number, wide = width): Span => {
			const start = Math.min(Math.max(round(time), extent.start), extent.end - wide);
			return { start, end: start + wide };
		};
		const window = windowAt(startOf(first, events, extent, width));
		const panned = windowAt(window.start + by * width);
		const wide = Math.min(all, Math.max(DAY, width * 2 ** relativeWidth));
		const before = windowAt(window.start + (width - wide) / 2, wide);
		return { ...place, timeline, events, lines, extent, window, panned, before };
	});

function startOf(
	{ at, near, end, edge, off, unit }: Place,
	events: ChartEvent[],
	extent: Span,
	width: number
): number {
	const event = near === null ? undefined : events[near % events.length];
	if (!event) return extent.start + at * (extent.end - extent.start - width);
	const offset = off * (unit === 'days' ? DAY : width / 20);
	return spanOf(event.date)[end] + offset - (edge === 'end' ? width : 0);
}
