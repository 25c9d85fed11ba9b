/** Titles above their marks, as in a phone's embed of one line. */
import { expect, test } from 'vitest';
import { MemoryAddress } from '../../../../src/lib/state/address.svelte.ts';
import { TimelineState } from '../../../../src/lib/state/timeline.svelte.ts';
import { dateOf, eventOf, timelineOf } from '../../model/records.ts';

test('a title that would leave the frame is moved into it, at any fraction of a pixel', () => {
	const days = Array.from({ length: 28 }, (_, i) => `2012-12-${String(i + 1).padStart(2, '0')}`);
	for (const [index, day] of days.entries()) {
		const timeline = timelineOf([
			eventOf('first', { lines: ['kites'], date: dateOf('2001-03-07') }),
			eventOf('last', {
				title: 'A last kite that flew away'.slice(0, 12 + (index % 15)),
				lines: ['kites'],
				date: dateOf(day)
			})
		]);
		const address = new MemoryAddress({ lines: ['kites'] });
		for (const width of [300, 358, 390]) {
			const [scene] = new TimelineState(timeline, address, 'visible').draw('embed-line', width);
			expect(scene!.labels.map(({ id }) => id).toSorted(), day).toEqual(['first', 'last']);
		}
	}
});
