/** Errors of `mountTimeline` for invalid input, thrown before it draws anything. */
import { describe, expect, test } from 'vitest';
import { mountTimeline, type TimelineInput } from '../../src/lib/index.ts';

const lines = [{ id: 'kites', label: 'Kites' }];
const kite = {
	id: 'first-kite',
	title: 'The first kite',
	date: { start: '2012-05-01', end: '2012-05-01' },
	lines: ['kites'],
	status: 'happened'
};
/** Mounts a timeline of a valid and a changed event, without a target element. */
const mounting = (change: object) => () =>
	mountTimeline(
		null as unknown as HTMLElement,
		{ lines, events: [kite, { ...kite, id: 'second-kite', ...change }] } as TimelineInput
	);

describe('the validation of a timeline', () => {
	test.each([
		[{ id: '' }, 'events[1] has no "id".'],
		[{ title: undefined }, 'events[1] ("second-kite") has no "title".'],
		[{ status: undefined }, 'events[1] ("second-kite") has no "status", such as "happened".'],
		[{ lines: undefined }, 'events[1] ("second-kite") is not on any of the timeline’s "lines".'],
		[{ lines: ['trains'] }, 'events[1] ("second-kite") is not on any of the timeline’s "lines".'],
		[{ date: undefined }, 'events[1] ("second-kite") has no "date.start" such as "2010-04-06".'],
		[{ date: {} }, 'events[1] ("second-kite") has no "date.start" such as "2010-04-06".'],
		[
			{ date: { start: 'soon', end: null } },
			'events[1] ("second-kite") has no "date.start" such as "2010-04-06".'
		],
		[
			{ date: { start: '2012-05-01', end: 'later' } },
			'events[1] ("second-kite") has a "date.end" that is not a day: "later".'
		]
	])('rejects an event, naming record and field: %j', (change, words) => {
		expect(mounting(change)).toThrow(new TypeError(words));
	});

	test.each([[{}], [{ lines }], [{ events: [] }], [{ lines: 'kites', events: [] }]])(
		'rejects a timeline without its two lists: %j',
		(input) => {
			expect(() =>
				mountTimeline(null as unknown as HTMLElement, input as unknown as TimelineInput)
			).toThrow(new TypeError('A timeline needs "lines" and "events", both arrays.'));
		}
	);

	test('accepts valid events', () => {
		expect(mounting({})).not.toThrow(/events\[|both arrays/);
	});

	test.each([
		[{ id: 'first-kite' }, 'events[1] ("first-kite") has the "id" of another.'],
		[
			{ status: 'done' },
			'events[1] ("second-kite") has a "status" that is not "happened", "announced", "planned", "rumoured" or "context": "done".'
		],
		[
			{ date: { start: '2015-03-03', end: '2005-03-03' } },
			'events[1] ("second-kite") has a "date.end" before its "date.start".'
		],
		[
			{ date: { start: '2021-02-30', end: '2021-02-30' } },
			'events[1] ("second-kite") has a "date.start" that does not exist: "2021-02-30"; that month has 28 days.'
		],
		[
			{ date: { start: '+275760-09-13', end: '+275760-09-13' } },
			'events[1] ("second-kite") has a "date.start" that is out of reach: "+275760-09-13"; years run from -271820 to 275759.'
		]
	])('rejects what has no sense, naming record and field: %j', (change, words) => {
		expect(mounting(change)).toThrow(new TypeError(words));
	});

	test('rejects more events than the chart can draw, before it reads them', () => {
		const input = { lines, events: new Array(2 ** 21) } as TimelineInput;
		expect(() => mountTimeline(null as unknown as HTMLElement, input)).toThrow(RangeError);
	});

	test('rejects a line by its index and id', () => {
		const input = { lines: [...lines, ...lines], events: [kite] } as TimelineInput;
		expect(() => mountTimeline(null as unknown as HTMLElement, input)).toThrow(
			new TypeError('lines[1] ("kites") has the "id" of another.')
		);
	});

	test('comes before that of the target and the options', () => {
		const mountOn = (target: unknown, options?: unknown) => () =>
			mountTimeline(
				target as HTMLElement,
				{ lines, events: [kite] } as TimelineInput,
				options as object
			);
		expect(mountOn(null)).toThrow(
			new TypeError('The target is not an element to draw into: null.')
		);
		const element = { nodeType: 1, clientWidth: 0 };
		expect(mountOn(element, { href: '/kites/' })).toThrow(
			new TypeError('The option "href" is not a function: "/kites/".')
		);
	});
});
