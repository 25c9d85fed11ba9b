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
});
