// Generated events, the same for every library and in every run.

/** Seed of the random numbers. */
export const SEED = 20100406;

const FIRST_DAY = Date.UTC(2010, 0, 1);
const LAST_DAY = Date.UTC(2021, 11, 31);
const DAY = 86_400_000;
/** One event in every five is a period. */
const PERIOD_EVERY = 5;
/** Maximum length of a period, days. */
const LONGEST = 730;
/** Share of the events that are in the week of a launch: news comes in bursts. */
const BURSTS = 1 / 3;
const LAUNCHES = 40;

const LINES = [
	{ id: 'phones', label: 'Phones', products: ['One', 'One Pro', 'Lite', 'Max', 'Fold'] },
	{ id: 'tablets', label: 'Tablets', products: ['Slate', 'Slate Mini', 'Slate Pro', 'Folio'] },
	{ id: 'watches', label: 'Watches', products: ['Band', 'Watch', 'Watch Pro', 'Ring'] },
	{ id: 'audio', label: 'Audio', products: ['Buds', 'Buds Pro', 'Speaker', 'Soundbar'] },
	{ id: 'home', label: 'Home', products: ['Lamp', 'Vacuum', 'Air Filter', 'TV', 'Router'] },
	{ id: 'services', label: 'Services', products: ['Cloud', 'Pay', 'Music', 'Maps', 'Store'] }
];
const MOMENTS = [
	'goes on sale in {place}',
	'is shown in {place}',
	'sells {number} million units',
	'gets its update to {number}.0',
	'is approved in {place}',
	'wins a design award',
	'is delayed to next spring',
	'drops in price in {place}'
];
const STRETCHES = [
	'is on trial in {place}',
	'is made in {place}',
	'is sold only in {place}',
	'gets security updates',
	'leads the market in {place}'
];
const PLACES = ['India', 'Spain', 'Brazil', 'Italy', 'Jakarta', 'Mexico', 'Shenzhen', 'Warsaw'];
/** Each value is repeated by its weight, for weighted choice. */
const STATUSES = repeat(
	/** @type {const} */ ([
		['happened', 14],
		['announced', 3],
		['planned', 2],
		['rumoured', 1]
	])
);
const IMPORTANCES = repeat([
	[1, 6],
	[2, 3],
	[3, 1]
]);

/**
 * @typedef {object} BenchEvent
 * @property {string} id
 * @property {string} title 15 to 50 characters
 * @property {string} summary
 * @property {{ start: string, end: string }} date days as `yyyy-mm-dd`, both inclusive
 * @property {string[]} lines the id of one line
 * @property {import('../../src/lib/model/types.ts').Status} status
 * @property {number} importance 1 to 3
 *
 * @typedef {object} BenchTimeline
 * @property {string} title
 * @property {{ id: string, label: string }[]} lines
 * @property {BenchEvent[]} events in time order
 */

/**
 * Generates a timeline whose events are in order of start.
 * @param {number} count of events
 * @param {number} [seed]
 * @returns {BenchTimeline}
 */
export function generateTimeline(count, seed = SEED) {
	const random = startRandom(seed);
	/** @type {<T>(options: T[]) => T} */
	const choose = (options) => /** @type {any} */ (options[Math.floor(random() * options.length)]);
	/** @param {number} from @param {number} to */
	const draw = (from, to) => from + Math.floor(random() * (to - from + 1));

	const days = (LAST_DAY - FIRST_DAY) / DAY;
	const launches = Array.from({ length: LAUNCHES }, () => draw(0, days));
	const drawDay = () => (random() < BURSTS ? choose(launches) + draw(0, 6) : draw(0, days));

	const events = Array.from({ length: count }, (_, index) => {
		const line = choose(LINES);
		const isPeriod = index % PERIOD_EVERY === PERIOD_EVERY - 1;
		const start = Math.min(isPeriod ? days - 1 : days, drawDay());
		const end = isPeriod ? Math.min(days, start + draw(1, LONGEST)) : start;
		const happening = choose(isPeriod ? STRETCHES : MOMENTS)
			.replace('{place}', choose(PLACES))
			.replace('{number}', String(draw(2, 99)));
		const title = `Nimbus ${choose(line.products)} ${draw(1, 12)} ${happening}`;
		return {
			title,
			summary: `${title}, the company told reporters in ${choose(PLACES)}.`,
			date: { start: toIsoDay(start), end: toIsoDay(end) },
			lines: [line.id],
			status: choose(STATUSES),
			importance: choose(IMPORTANCES)
		};
	});
	events.sort((a, b) => (a.date.start < b.date.start ? -1 : a.date.start > b.date.start ? 1 : 0));
	return {
		title: 'Nimbus, 2010–2021',
		lines: LINES.map(({ id, label }) => ({ id, label })),
		events: events.map((event, index) => ({ id: `event-${index + 1}`, ...event }))
	};
}

/**
 * The mulberry32 generator: small, and the same on every machine.
 * @param {number} seed
 * @returns {() => number} a generator of uniform numbers in [0, 1)
 */
function startRandom(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * @template T
 * @param {readonly (readonly [value: T, times: number])[]} shares
 * @returns {T[]}
 */
function repeat(shares) {
	return shares.flatMap(([value, times]) => Array(times).fill(value));
}

/** @param {number} day days since `FIRST_DAY` */
function toIsoDay(day) {
	return new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);
}
