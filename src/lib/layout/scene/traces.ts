import { DAY } from '../../model/date.ts';
import type { Scale } from '../scale/scale.ts';
import type { EventColumns } from '../place/event-columns.ts';

/** So narrow a gap is none, and so narrow a trace is drawn as a dot, px. */
const BIN = 3;

/**
 * Where on a strip of all years a line has anything: stretches of px, from left to right, at most one a bin.
 * @param lane one line's events
 */
export function traceLane({ start, end }: EventColumns, scale: Scale): [number, number][] {
	const stretches: [number, number][] = [];
	for (let i = 0; i < start.length; i++) {
		const x0 = scale.position(start[i]! * DAY);
		const x1 = Math.max(x0 + BIN, scale.position(end[i]! * DAY));
		const last = stretches.at(-1);
		if (last && x0 <= last[1] + 1) last[1] = Math.max(last[1], x1);
		else stretches.push([x0, x1]);
	}
	return stretches;
}
