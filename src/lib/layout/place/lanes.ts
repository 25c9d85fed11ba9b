import { drawnLine, type ChartTimeline } from '../../model/event.ts';
import { selectIndices, type EventColumns } from './event-columns.ts';

/**
 * Groups events by the line they are drawn on: the first of their lines that the filter lets through. Keeps time order.
 * @param lines ids that the filter lets through; default: all
 * @returns events by line id, with every line of the timeline
 */
export function groupByLine(
	{ lines: all }: Pick<ChartTimeline, 'lines'>,
	shown: EventColumns,
	lines?: string[]
): Map<string, EventColumns> {
	const places = new Map(all.map(({ id }): [string, number[]] => [id, []]));
	shown.events.forEach((event, place) => places.get(drawnLine(event, lines) ?? '')?.push(place));
	return new Map(
		[...places].map(([id, indices]) => [id, selectIndices(shown, Uint32Array.from(indices))])
	);
}
