import { labelChoices, type Label, type LabelStyle } from '../marks/labels.ts';
import type { ChartEvent } from '../../model/event.ts';
import { areClose, CLUSTER, clusterExtent, GAP, type Extent } from '../marks/spacing.ts';
import type { MarkGroup } from '../marks/mark-group.ts';

export interface PlacedGroup extends MarkGroup {
	/** from 0, the top row of the lane */
	row: number;
	labels: Label[];
	/** whether it has a label, or should have none */
	named: boolean;
	/** whether the window cut off a label, or one event of a pair */
	lostPart?: boolean;
	/** the event of a pair that lies before or after the window */
	beyond?: { before: ChartEvent | null; after: ChartEvent | null };
}

/** Mark groups that fit into no row of the lane; drawn as a cluster. */
export interface Overflow {
	groups: MarkGroup[];
	row: number;
	/** px, of the middle */
	x: number;
}

export interface Rows {
	groups: PlacedGroup[];
	overflow: Overflow[];
	/** number of rows, at least 1 */
	count: number;
}

/** Label choices of a group when events below the importance `minImportance` get no label; memoised. */
type Choices = (group: MarkGroup, minImportance: number) => Label[][][];

/** Greater than any importance: no labels at all. */
const NO_LABELS = 4;
/** Beyond this many unplaced groups, packing is used instead. */
const MAX_UNPLACED = 8;

/**
 * Greedy interval packing (first fit from the top row) of marks with their labels, O(n²). When rows run out, labels are
 * dropped first, the least important before the others; then the least important groups around a crowded position
 * become a cluster.
 * @param isNear whether labels of importance 3 may be dropped too, so that zooming in always shows more marks
 * @returns null if too many groups stay unplaced: the lane is then packed
 */
export function placeRows(
	groups: MarkGroup[],
	style: LabelStyle,
	maxRows: number,
	isNear: boolean
): Rows | null {
	const cache = new Map<number, Map<MarkGroup, Label[][][]>>();
	const choices: Choices = (group, minImportance) => {
		const byGroup = cache.get(minImportance) ?? new Map<MarkGroup, Label[][][]>();
		cache.set(minImportance, byGroup);
		const cached = byGroup.get(group) ?? labelChoices(group, { ...style, minImportance });
		byGroup.set(group, cached);
		return cached;
	};
	const max = Math.max(isNear ? NO_LABELS : 3, style.minImportance);
	for (let minImportance = style.minImportance; minImportance < max; minImportance++) {
		const { groups: placed, unplaced, count } = fill(groups, choices, minImportance, maxRows, []);
		const isUnlabelled = placed.some(({ importance, named }) => importance === 3 && !named);
		if ((!isUnlabelled || minImportance === 3) && !unplaced.length)
			return { groups: addLabels(placed, [], style), overflow: [], count };
	}
	if (fill(groups, choices, max, maxRows, []).unplaced.length > MAX_UNPLACED) return null;
	const rows = gatherOverflow(groups, choices, max, style.width, maxRows);
	return { ...rows, groups: addLabels(rows.groups, rows.overflow, style) };
}

/** Restores dropped labels, most important first, where their row has room. */
function addLabels(placed: PlacedGroup[], overflow: Overflow[], style: LabelStyle): PlacedGroup[] {
	const named = new Map(placed.map((group) => [group, group.labels]));
	for (const group of placed.toSorted((a, b) => b.importance - a.importance)) {
		if (group.labels.length) continue;
		const others = placed.filter((other) => other !== group && other.row === group.row);
		const taken = [
			...others.flatMap((other) => boxesOf(other, named.get(other)!)),
			...overflow.filter(({ row }) => row === group.row).map(clusterExtent)
		];
		const labels = labelChoices(group, style)
			.flat()
			.find((choice) => isFree(taken, choice));
		if (labels) named.set(group, labels);
	}
	return placed.map((group) => ({ ...group, labels: named.get(group)! }));
}

/** Moves groups into clusters, one at a time, until all others fit. */
function gatherOverflow(
	groups: MarkGroup[],
	choices: Choices,
	minImportance: number,
	width: number,
	maxRows: number
): Rows {
	const overflow: Overflow[] = [];
	for (;;) {
		const gathered = new Set(overflow.flatMap((cluster) => cluster.groups));
		const remaining = groups.filter((group) => !gathered.has(group));
		const {
			groups: placed,
			unplaced,
			count
		} = fill(remaining, choices, minImportance, maxRows, overflow.map(clusterExtent));
		const [first] = unplaced;
		if (!first) return { groups: placed, overflow, count };

		const x = Math.min(Math.max(middleOf(first), CLUSTER / 2), width - CLUSTER / 2);
		const cluster = overflow.find((other) => Math.abs(other.x - x) < CLUSTER + GAP);
		const place = cluster ? clusterExtent(cluster) : clusterExtent({ x });
		const unimportant = remaining
			.filter((group) => group === first || !isFree([group], [place]))
			.toSorted((a, b) => a.importance - b.importance);
		if (cluster) cluster.groups.push(unimportant[0]!);
		else {
			// if only labels were in the way, the nearest group joins, so that a cluster has two groups
			const nearest = remaining
				.filter((group) => !unimportant.includes(group))
				.toSorted((a, b) => Math.abs(middleOf(a) - x) - Math.abs(middleOf(b) - x));
			overflow.push({ groups: [...unimportant, ...nearest].slice(0, 2), row: maxRows - 1, x });
		}
	}
}

/**
 * First fit: groups of at least the importance `minImportance` first, then the others.
 * @param reserved extents of clusters in the last row
 */
function fill(
	groups: MarkGroup[],
	choices: Choices,
	minImportance: number,
	maxRows: number,
	reserved: Extent[]
): { groups: PlacedGroup[]; unplaced: MarkGroup[]; count: number } {
	const boxes: Extent[][] = reserved.length
		? Array.from({ length: maxRows }, (_, row) => (row === maxRows - 1 ? [...reserved] : []))
		: [];
	const placed: PlacedGroup[] = [];
	const unplaced: MarkGroup[] = [];
	const wanted = (group: MarkGroup) => group.importance >= minImportance;
	for (const group of [...groups.filter(wanted), ...groups.filter((group) => !wanted(group))]) {
		const place = findPlace(group, boxes, choices(group, minImportance), maxRows);
		if (!place) {
			unplaced.push(group);
			continue;
		}
		placed.push({ ...group, ...place });
		(boxes[place.row] ??= []).push(...boxesOf(group, place.labels));
	}
	return { groups: placed, unplaced, count: Math.max(1, boxes.length) };
}

function findPlace(
	group: MarkGroup,
	boxes: Extent[][],
	choices: Label[][][],
	maxRows: number
): Pick<PlacedGroup, 'row' | 'labels' | 'named'> | null {
	const rows = Math.min(boxes.length + 1, maxRows);
	const levels = choices.filter((level) => level.length);
	for (const level of levels)
		for (let row = 0; row < rows; row++)
			for (const labels of level)
				if (isFree(boxes[row] ?? [], boxesOf(group, labels)))
					return { row, labels, named: labels.length > 0 || levels.length === 1 };
	return null;
}

function middleOf({ left, right }: Extent): number {
	return (left + right) / 2;
}

function boxesOf(group: MarkGroup, labels: Label[]): Extent[] {
	return [group, ...labels].map(({ left, right }) => ({ left, right }));
}

function isFree(taken: Extent[], wanted: Extent[]): boolean {
	return taken.every((a) => wanted.every((b) => !areClose(a, b)));
}
