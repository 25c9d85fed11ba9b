/** Invented datasets, each for one difficulty of the layout. */
import { STATUSES } from '../../src/lib/model/vocabulary.ts';
import { DAY, formatDay, parseDay } from '../../src/lib/model/date.ts';
import type { ChartEvent, ChartTimeline } from '../../src/lib/model/event.ts';
import type { Status } from '../../src/lib/model/types.ts';

const dayAfter = (start: string, days: number) => formatDay(parseDay(start) + days * DAY);

function event(
	id: string,
	line: string,
	start: string,
	rest: Partial<ChartEvent> = {}
): ChartEvent {
	const date = { start, end: start, kind: 'moment' as const };
	return { id, title: id, status: 'happened', lines: [line], importance: 1, date, ...rest };
}

/** Lanes that hold more events than rows. */
const CROWDS: { id: string; label: string; count: number; days: number }[] = [
	{ id: 'few', label: '8 in a day', count: 8, days: 1 },
	{ id: 'many', label: '60 in a day', count: 60, days: 1 },
	{ id: 'thousand', label: '1,500', count: 1500, days: 1 },
	{ id: 'thousands', label: '12,000', count: 12_000, days: 1 },
	{ id: 'month', label: 'A month', count: 60, days: 31 },
	{ id: 'year', label: 'A year', count: 90, days: 365 }
];

export const clusters: ChartTimeline = {
	lines: CROWDS.map(({ id, label }) => ({ id, label })),
	events: CROWDS.flatMap(({ id, count, days }) =>
		Array.from({ length: count }, (_, i) => {
			const start = days > 300 ? '2012-01-01' : '2012-05-10';
			return event(`${id}-${i}`, id, dayAfter(start, Math.floor((i * days) / count)));
		})
	)
};

/** @param due first and last day of the promised event */
function pair(line: string, name: string, start: string, due: [string, string]): ChartEvent[] {
	const [from, to] = [`${name}-promise`, `${name}-due`];
	const isKept = line === 'kept';
	const [status, other]: Status[] = isKept ? ['announced', 'happened'] : ['announced', 'planned'];
	const date = { start: due[0], end: due[1], kind: 'moment' as const, label: 'the day it is due' };
	const promise = event(from, line, start, { title: `${name}: promised`, status, importance: 2 });
	const promised = event(to, line, due[0], { title: `${name}: due`, status: other!, date });
	if (isKept) promised.relations = [{ type: 'fulfils', event: from }];
	else promise.relations = [{ type: 'announces', event: to }];
	return [promise, promised];
}

const KEPT_AND_OPEN = [
	{ id: 'kept', label: 'Kept' },
	{ id: 'open', label: 'Open' }
];

/** Promises, kept and open: within a row, and into another row. */
export const promises: ChartTimeline = {
	lines: KEPT_AND_OPEN,
	events: KEPT_AND_OPEN.flatMap(({ id }) => [
		...pair(id, `${id}, a day`, '2012-02-05', ['2012-04-10', '2012-04-10']),
		...pair(id, `${id}, a season`, '2012-05-20', ['2012-07-01', '2012-08-15']),
		...pair(id, `${id}, even before`, '2012-12-05', ['2012-09-01', '2012-12-31'])
	])
};

/** Promises, kept and open, across the edges of `EDGES_WINDOW`. */
export const edges: ChartTimeline = {
	lines: KEPT_AND_OPEN,
	events: KEPT_AND_OPEN.flatMap(({ id }) => [
		...pair(id, `${id} later`, '2013-02-10', ['2014-02-01', '2014-02-28']),
		...pair(id, `${id} at last`, '2011-03-10', ['2012-09-01', '2012-09-30'])
	])
};
export const EDGES_WINDOW = { start: parseDay('2012-07-01'), end: parseDay('2013-07-01') };

const TITLES = [
	['The longest title that a record may have is of sixty letters.', 'en'],
	['W', 'en'],
	['Un aquilone più leggero dell’aria, perché no?', 'it'],
	['红色风筝第一次飞上天空，非常高', 'zh'],
	['Воздушный змей из шёлка', 'ru'],
	['طائرة ورقية حمراء', 'ar'],
	['Der Drachenfliegerverein', 'de'],
	['MAXIMUM WIND WARNING', 'en']
] as const;

/** Titles of several scripts and lengths, a quarter apart and in one week. */
export const scripts: ChartTimeline = {
	lines: [
		{ id: 'apart', label: 'Apart' },
		{ id: 'week', label: 'Una settimana' }
	],
	events: ['apart', 'week'].flatMap((line) =>
		TITLES.map(([title, language], i) =>
			event(
				`${line}-${language}-${i}`,
				line,
				dayAfter('2012-02-01', line === 'apart' ? i * 91 : 400 + i),
				{
					...{ title, importance: ([3, 2, 1] as const)[i % 3] }
				}
			)
		)
	)
};

/** More lines than there are colours, each with a day, a month, and a period of one of the statuses, ongoing or not. */
export const lines: ChartTimeline = {
	lines: Array.from({ length: 14 }, (_, i) => ({ id: `line-${i + 1}`, label: `Line ${i + 1}` })),
	events: Array.from({ length: 14 }, (_, i): ChartEvent[] => {
		const [line, status] = [`line-${i + 1}`, STATUSES[i % STATUSES.length]!];
		const year = (n: number) => String(2010 + n);
		const ongoing = i % 2 === 1;
		const period = {
			...{ start: `${year(6)}-03-01`, end: ongoing ? null : `${year(8)}-08-31`, ongoing },
			...{ kind: 'period' as const, asOf: ongoing ? `${year(8)}-08-31` : null }
		};
		const month = { start: `${year(3)}-05-01`, end: `${year(3)}-09-30`, kind: 'moment' as const };
		return [
			event(`${line}-day`, line, `${year(1)}-04-06`, { title: 'A day' }),
			event(`${line}-month`, line, month.start, { title: 'A season', date: month }),
			event(`${line}-period`, line, period.start, { title: status, status, date: period })
		];
	}).flat()
};
