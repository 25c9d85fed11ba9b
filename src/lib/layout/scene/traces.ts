import { DAY } from '../../model/date.ts';
import type { Scale } from '../scale/scale.ts';
import type { EventColumns } from '../place/event-columns.ts';

/** Minimum width of a stretch, px. */
const MIN_WIDTH = 3;
/** Gaps up to this are closed, px. */
const CLOSED_GAP = 1;

/**
 * Stretches of the strip of all years in which a line has events: merges overlapping intervals, O(n).
 * @param lane one line's events, in time order
 * @returns `[x0, x1]` in px, from left to right
 */
export function traceLane({ start, end }: EventColumns, scale: Scale): [number, number][] {
	const stretches: [number, number][] = [];
	for (let i = 0; i < start.length; i++) {
		const x0 = scale.position(start[i]! * DAY);
		const x1 = Math.max(x0 + MIN_WIDTH, scale.position(end[i]! * DAY));
		const last = stretches.at(-1);
		if (last && x0 <= last[1] + CLOSED_GAP) last[1] = Math.max(last[1], x1);
		else stretches.push([x0, x1]);
	}
	return stretches;
}
