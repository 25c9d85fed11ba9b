import { expect, test } from 'vitest';
import { restrict } from '../../../src/lib/export/restrict.ts';
import { eventOf, evidenceOf, timelineOf } from '../model/records.ts';

test('a restricted timeline keeps the given events, their sources and the relations among them', () => {
	const a = eventOf('a', {
		evidence: [evidenceOf('gazzetta')],
		relations: [
			{ type: 'follows', event: 'b' },
			{ type: 'follows', event: 'c' }
		]
	});
	const b = eventOf('b', { evidence: [evidenceOf('gazzetta')] });
	const c = eventOf('c', { evidence: [evidenceOf('daily')] });
	const timeline = timelineOf([a, b, c]);
	const part = restrict(timeline, [a, b]);
	expect(part.events.map(({ id }) => id)).toEqual(['a', 'b']);
	expect(part.sources.map(({ id }) => id)).toEqual(['gazzetta']);
	expect(part.events[0]!.relations).toEqual([{ type: 'follows', event: 'b' }]);
	expect(part.lines).toEqual(timeline.lines);
	expect(a.relations).toHaveLength(2);
});
