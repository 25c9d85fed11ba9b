import type { Status } from '../../model/types.ts';
import { isDisputed, type ChartEvent, type Pledge } from '../../model/event.ts';
import { markKindOf, type MarkKind } from './sized-mark.ts';

export type Sign = Status | MarkKind | 'doubtful' | 'ongoing' | 'disputed' | 'kept' | 'open';

/** What a legend has to explain: only what the events on screen use. */
export function legendOf(events: ChartEvent[], pledges: Pledge[]): Set<Sign> {
	const ids = new Set(events.map(({ id }) => id));
	const between = pledges.filter(({ from, to }) => ids.has(from) && ids.has(to));
	return new Set([
		...events.flatMap(signsOf),
		...between.map(({ kept }): Sign => (kept ? 'kept' : 'open'))
	]);
}

/** @returns whether the sign stands at the event's mark */
export function bears(event: ChartEvent, sign: Sign, pledges: Pledge[]): boolean {
	if (sign === 'kept' || sign === 'open')
		return pledges.some(
			({ from, to, kept }) => (from === event.id || to === event.id) && kept === (sign === 'kept')
		);
	return signsOf(event).includes(sign);
}

function signsOf(event: ChartEvent): Sign[] {
	const signs: Sign[] = [event.status, markKindOf(event)];
	if (event.date.uncertain) signs.push('doubtful');
	if (event.date.ongoing) signs.push('ongoing');
	if (isDisputed(event)) signs.push('disputed');
	return signs;
}
