/** Arbitrary valid data of other people: long names in several scripts, any or no importance, few or many lanes. */
import fc from 'fast-check';
import type { Relation, Status } from '../../../src/lib/model/types.ts';
import { DAY, formatDay, parseDay } from '../../../src/lib/model/date.ts';
import type { ChartEvent, ChartTimeline } from '../../../src/lib/model/event.ts';

const STATUSES: Status[] = ['happened', 'announced', 'planned', 'rumoured', 'context'];
const RELATIONS: Relation['type'][] = [
	'announces',
	'announces',
	'rumours',
	'fulfils',
	'follows',
	'contradicts'
];
const EPOCH = parseDay('1950-01-01') / DAY;
const dayOf = (day: number) => formatDay((EPOCH + day) * DAY);

const text = (letters: string, maxLength: number) =>
	fc
		.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength })
		.map((name) => name.trim() || 'x');
/** Latin with and without spaces, Chinese, Hebrew. */
const names = (maxLength: number) =>
	fc.oneof(
		{ arbitrary: text('aeinrst-oEMW   ', maxLength), weight: 3 },
		text('aeiounrstlmäß', maxLength),
		text('部门名称非常长没有人缩短（）', maxLength),
		text('אבגדהוזחטיכל   מנס', maxLength)
	);

/** Days within some years, most of them in bursts; or all on one day. */
const days = (years: number) =>
	fc.oneof(
		{ arbitrary: fc.integer({ min: 0, max: Math.ceil(365 * years) }), weight: 3 },
		fc.integer({ min: 100, max: 107 }),
		fc.constantFrom(0, 31, 364)
	);

const dates = (years: number): fc.Arbitrary<ChartEvent['date']> =>
	fc
		.record({
			first: days(years),
			length: fc.oneof(fc.integer({ min: 2, max: 31 }), fc.integer({ min: 2, max: 1500 })),
			sort: fc.constantFrom('day', 'day', 'day', 'set', 'about', 'period', 'ongoing'),
			uncertain: fc.boolean()
		})
		.map(({ first, length, sort, uncertain }) => {
			const [start, last] = [dayOf(first), dayOf(first + length - 1)];
			const moment = { start, uncertain, kind: 'moment' as const };
			if (sort === 'day') return { ...moment, end: start };
			if (sort === 'set') return { ...moment, end: last, label: 'one of those days' };
			if (sort === 'about') return { ...moment, end: last, approximate: true };
			if (sort === 'period') return { start, end: last, kind: 'period' };
			return { start, end: null, asOf: last, ongoing: true, kind: 'period' };
		});

/** How an author grades events: not at all, all alike, or by degrees. */
const gradings = fc.constantFrom<((n: number) => 1 | 2 | 3 | undefined)[]>(
	() => undefined,
	() => undefined,
	() => 1,
	() => 3,
	(n) => ([1, 2, 3] as const)[n % 3],
	(n) => (n % 9 ? undefined : 3)
);

/** @param maxEvents above 40 in one lane, that lane is packed */
export const anyTimelines = (maxEvents: number): fc.Arbitrary<ChartTimeline> =>
	fc
		.record({
			lines: fc.array(names(70), { minLength: 1, maxLength: 12 }),
			years: fc.constantFrom(1, 3, 12, 60),
			grade: gradings
		})
		.chain(({ lines, years, grade }) =>
			fc
				.record({
					records: fc.array(
						fc.record({
							title: names(40),
							short: fc.option(names(12), { freq: 5, nil: undefined }),
							status: fc.constantFrom(...STATUSES),
							date: dates(years),
							line: fc.nat({ max: lines.length - 1 }),
							disputed: fc.boolean(),
							grade: fc.nat({ max: 8 })
						}),
						{ minLength: 1, maxLength: maxEvents, size: 'max' }
					),
					pairs: fc.array(
						fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...RELATIONS), fc.boolean()),
						{ maxLength: 12 }
					)
				})
				.map(({ records, pairs }) => {
					const events = records.map(({ line, disputed, grade: n, ...event }, i): ChartEvent => ({
						...event,
						id: `event ${i}`,
						lines: [`line ${line}`],
						importance: grade(n),
						relations: [],
						evidence: disputed ? [{ source: 'article', stance: 'disputes' }] : []
					}));
					for (const [a, b, type, isMutual] of pairs) {
						const [from, to] = [events[a % events.length]!, events[b % events.length]!];
						if (from === to) continue;
						to.lines = from.lines;
						from.relations!.push({ type, event: to.id });
						if (isMutual) to.relations!.push({ type: 'fulfils', event: from.id });
					}
					return { lines: lines.map((label, i) => ({ id: `line ${i}`, label })), events };
				})
		);
