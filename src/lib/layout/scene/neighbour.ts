import { spanOf } from '../../model/date.ts';
import type { ChartEvent } from '../../model/event.ts';

export type Step =
	'next' | 'previous' | 'first' | 'last' | 'above' | 'below' | 'page-next' | 'page-previous';

/** The events that a walk leads through. */
export interface NavigationOrder {
	/** in time order */
	events: ChartEvent[];
	/** ids of the lanes, from the top */
	lanes: string[];
	laneOf: (event: ChartEvent) => string | undefined;
	/** how far a page is, ms */
	page: number;
}

/**
 * Where a step with the keyboard leads: through the events in time, or to the nearest one of another lane.
 * @returns the event's id; the same one at the end of the way
 */
export function findNeighbour(
	{ events, lanes, laneOf, page }: NavigationOrder,
	id: string,
	step: Step
): string {
	const index = events.findIndex((event) => event.id === id);
	const from = events[index];
	if (!from) return events[0]?.id ?? id;
	const time = spanOf(from.date).start;
	const startOf = (event: ChartEvent) => spanOf(event.date).start;

	const target = {
		next: () => events[index + 1],
		previous: () => events[index - 1],
		first: () => events[0],
		last: () => events.at(-1),
		'page-next': () => events.find((event) => startOf(event) >= time + page) ?? events.at(-1),
		'page-previous': () => events.findLast((event) => startOf(event) <= time - page) ?? events[0],
		above: () => inLane(-1),
		below: () => inLane(1)
	}[step]();
	return (target ?? from).id;

	/** Past lanes without events, to the nearest in time. */
	function inLane(direction: 1 | -1): ChartEvent | undefined {
		for (let at = lanes.indexOf(laneOf(from!) ?? '') + direction; lanes[at]; at += direction) {
			let nearest: ChartEvent | undefined;
			let least = Infinity;
			for (const event of events) {
				if (laneOf(event) !== lanes[at]) continue;
				const distance = Math.abs(startOf(event) - time);
				if (distance < least) [nearest, least] = [event, distance];
			}
			if (nearest) return nearest;
		}
		return undefined;
	}
}
