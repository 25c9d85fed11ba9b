import { approximateEnds } from '../../model/date.ts';
import type { Status } from '../../model/types.ts';
import { isDisputed, type ChartEvent, type Pledge } from '../../model/event.ts';
import { markKindOf, type MarkKind } from './sized-mark.ts';

/** A symbol that the legend explains. */
export type Sign =
	Status | MarkKind | 'uncertain' | 'ongoing' | 'disputed' | 'draft' | 'kept' | 'open';

/** @returns the signs that the legend must explain: those that the given events and the pledges between them use */
export function legendOf(events: ChartEvent[], pledges: Pledge[]): Set<Sign> {
	const signs = new Set<Sign>();
	for (const event of events) for (const sign of signsOf(event)) signs.add(sign);
	if (!pledges.length) return signs;
	const ids = new Set(events.map(({ id }) => id));
	for (const { from, to, kept } of pledges)
		if (ids.has(from) && ids.has(to)) signs.add(kept ? 'kept' : 'open');
	return signs;
}

/** @returns whether the event's mark, or an arc that begins or ends at it, shows the sign */
export function hasSign(event: ChartEvent, sign: Sign, pledges: Pledge[]): boolean {
	if (sign === 'kept' || sign === 'open')
		return pledges.some(
			({ from, to, kept }) => (from === event.id || to === event.id) && kept === (sign === 'kept')
		);
	return signsOf(event).includes(sign);
}

function signsOf(event: ChartEvent): Sign[] {
	const signs: Sign[] = [event.status, markKindOf(event)];
	const about = approximateEnds(event.date);
	if (about.start || about.end) signs.push('fade');
	if (event.date.uncertain) signs.push('uncertain');
	if (event.date.ongoing) signs.push('ongoing');
	if (isDisputed(event)) signs.push('disputed');
	if (event.draft) signs.push('draft');
	return signs;
}
