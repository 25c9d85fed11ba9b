import type { ChartEvent } from '../../model/event.ts';
import type { Label } from '../marks/labels.ts';
import type { MarkGroup } from '../marks/mark-group.ts';
import { areClose, type Extent } from '../marks/spacing.ts';

export interface PlacedGroup extends MarkGroup {
	/** from 0, the top row of the lane */
	row: number;
	labels: Label[];
	/** whether each of its marks has the label that it should have */
	named: boolean;
	/** whether the window cut off a label, or one event of a pair */
	lostPart?: boolean;
	/** the event of a pair that lies before or after the window */
	beyond?: { before: ChartEvent | null; after: ChartEvent | null };
}

/** First fit of a lane's groups. */
export interface Filling {
	groups: PlacedGroup[];
	unplaced: MarkGroup[];
	/** number of rows, at least 1 */
	count: number;
}

export function boxesOf(group: MarkGroup, labels: Label[]): Extent[] {
	return [group, ...labels].map(({ left, right }) => ({ left, right }));
}

export function isFree(taken: Extent[], wanted: Extent[]): boolean {
	return taken.every((a) => wanted.every((b) => !areClose(a, b)));
}
