/** Arbitrary input of `mountTimeline`, for property tests: most of it valid, none of it from a dataset. */
import fc from 'fast-check';
import { DAY, formatDay, parseDay } from '../src/lib/model/date.ts';
import type { TimelineInput } from '../src/lib/model/input.ts';

/** Values that are wrong in most fields. */
const ODD: unknown[] = [
	...[null, undefined, '', ' ', 0, 7, -1, NaN, true, 'soon', 'kites', [], {}, [null], [7], ['']],
	...['2021', '2021-05', '2021-02-30', '2021-13-01', '2021-05-01T10:00Z', '20210501'],
	...['+275760-01-01', '-271821-12-31', '-999999-01-01', '1970-01-01', () => 'x', 10n]
];
const odd = fc.constantFrom(...ODD);

/** @param rarity one value in so many is odd; 0 for none */
const mostly = (valid: fc.Arbitrary<unknown>, rarity: number): fc.Arbitrary<unknown> =>
	rarity
		? fc.oneof({ arbitrary: valid, weight: rarity - 1 }, { arbitrary: odd, weight: 1 })
		: valid;

const LAST = parseDay('+275759-12-31') / DAY;
const FIRST = parseDay('-271820-01-01') / DAY;
const text = (day: number) => formatDay(Math.min(Math.max(day, FIRST), LAST) * DAY);

/** Days of one lifetime, around the start of our era, or as far away as days go. */
const eras = fc.constantFrom(
	fc.integer({ min: 10_000, max: 22_000 }),
	fc.integer({ min: -800_000, max: 20_000 }),
	fc.integer({ min: FIRST, max: LAST })
);

const dates = (days: fc.Arbitrary<number>, rarity: number) =>
	fc
		.record({
			first: days,
			length: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 900 })),
			form: fc.constantFrom('day', 'days', 'period', 'open', 'as of'),
			uncertain: fc.option(fc.boolean(), { nil: undefined })
		})
		.chain(({ first, length, form, uncertain }) => {
			const [start, end] = [text(first), text(first + length)];
			const date = {
				day: { start, end: start },
				days: { start, end, kind: 'moment', approximate: true },
				period: { start, end, kind: 'period' },
				open: { start, end: null },
				'as of': { start, end: null, asOf: end, ongoing: true, kind: 'period' }
			}[form]!;
			const fields = Object.entries({ ...date, uncertain }).map(([key, value]) => [
				key,
				mostly(fc.constant(value), rarity && 2 * rarity)
			]);
			return mostly(fc.record(Object.fromEntries(fields)), rarity);
		});

const relateTo = (type: string) => [{ type, event: 'another' }];
/** Replaces the event that relations are to, by one that there may be. */
const aim = (relations: unknown, event: string) =>
	Array.isArray(relations) && relations[0]?.event ? [{ ...relations[0], event }] : relations;

const events = (lines: string[], days: fc.Arbitrary<number>, rarity: number) =>
	fc
		.array(
			fc.record({
				id: mostly(fc.constant(null), rarity),
				title: mostly(fc.constantFrom('A kite', 'The first balloon over the town', '風箏'), rarity),
				short: mostly(fc.constantFrom(undefined, null, 'Kite'), rarity),
				date: dates(days, rarity),
				status: mostly(
					fc.constantFrom('happened', 'announced', 'planned', 'rumoured', 'context'),
					rarity
				),
				lines: mostly(fc.subarray([...lines, 'gone'], { minLength: 2 }), rarity),
				importance: mostly(fc.constantFrom(undefined, null, 1, 2, 3), rarity),
				evidence: mostly(
					fc.constantFrom(undefined, null, [], [{ source: 'daily', stance: 'disputes' }]),
					rarity
				),
				relations: mostly(
					fc.constantFrom(undefined, null, [], ...['announces', 'fulfils'].map(relateTo)),
					rarity
				)
			}),
			{ maxLength: 12, size: 'max' }
		)
		.chain((records) =>
			fc.tuple(
				...records.map(({ id, ...rest }, i) =>
					mostly(
						fc.constant({
							...rest,
							id: id === null ? `event-${i + 1}` : id,
							relations: aim(rest.relations, `event-${i || 2}`)
						}),
						rarity && 5 * rarity
					)
				)
			)
		);

const timelines = (rarity: number) =>
	fc.record({ count: fc.integer({ min: 1, max: 4 }), days: eras }).chain(({ count, days }) => {
		const ids = Array.from({ length: count }, (_, i) => `line-${i}`);
		const lines = ids.map((id) => ({ id, label: `Line ${id}` }));
		return fc.record({
			lines: mostly(fc.constant(lines), rarity && 5 * rarity),
			events: mostly(events(ids, days, rarity), rarity && 5 * rarity)
		});
	});

/** Timelines without a fault. */
export const validInputs = timelines(0) as fc.Arbitrary<TimelineInput>;

/** Timelines of which about half have a fault somewhere. */
export const anyInputs: fc.Arbitrary<unknown> = timelines(40);
