import { drawnLine, type ChartTimeline } from '../../model/event.ts';
import { selectSorted, type Sorted } from './event-columns.ts';

/**
 * The events of each line, in time order; each event in the first of its lines that the filter lets through.
 * @param lines those that the filter lets through; all when absent
 */
export function groupByLine(
	{ lines: all }: Pick<ChartTimeline, 'lines'>,
	shown: Sorted,
	lines?: string[]
): Map<string, Sorted> {
	const places = new Map(all.map(({ id }): [string, number[]] => [id, []]));
	shown.events.forEach((event, place) => places.get(drawnLine(event, lines) ?? '')?.push(place));
	return new Map(
		[...places].map(([id, some]) => [id, selectSorted(shown, Uint32Array.from(some))])
	);
}
