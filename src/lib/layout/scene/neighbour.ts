import { spanOf } from '../../model/date.ts';
import type { ChartEvent } from '../../model/event.ts';

/** A keyboard step. */
export type Step =
	'next' | 'previous' | 'first' | 'last' | 'above' | 'below' | 'page-next' | 'page-previous';

/** The order of keyboard navigation. */
export interface NavigationOrder {
	/** in time order */
	events: ChartEvent[];
	/** ids of the lanes, top first */
	lanes: string[];
	laneOf: (event: ChartEvent) => string | undefined;
	/** length of a page step, ms */
	page: number;
}

/**
 * Target of a keyboard step: an event earlier or later in time, or the one nearest in time in a lane above or below.
 * @returns the event's id; the same id if there is no such event, the first event's if `id` is unknown
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

	/** The event nearest in time in the next lane that has events. */
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
