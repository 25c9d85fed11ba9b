import { labelChoices, type Label, type LabelStyle } from '../marks/labels.ts';
import type { ChartEvent } from '../../model/event.ts';
import { areClose, CLUSTER, clusterExtent, GAP, type Extent } from '../marks/spacing.ts';
import type { MarkGroup } from '../marks/mark-group.ts';

export interface PlacedGroup extends MarkGroup {
	/** from 0, the top row of the lane */
	row: number;
	labels: Label[];
	/** whether it has a label, or is not meant to have one */
	named: boolean;
	/** whether the window cut off a label, or one event of the pair */
	lostPart?: boolean;
	/** the event of the pair that lies before or after the window */
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
	count: number;
}

/** Label choices of a group, memoised, if events below an importance go without a label. */
type Choices = (group: MarkGroup, least: number) => Label[][][];

/** Above every importance: no labels at all. */
const NO_LABELS = 4;
/** Beyond this many unplaced groups, packing is used instead. */
const MAX_UNPLACED = 8;

/**
 * Greedy interval packing (first fit from the top row) of marks with their labels, O(n²). Where rows run out, labels go
 * first, the least important before the others; then the least important groups of a crowded place become a cluster.
 * @param isNear whether labels of importance 3 may go too, so that zooming in always shows more marks
 * @returns null where too many groups stay unplaced: the lane is then packed
 */
export function placeRows(
	groups: MarkGroup[],
	style: LabelStyle,
	maxRows: number,
	isNear: boolean
): Rows | null {
	const known = new Map<number, Map<MarkGroup, Label[][][]>>();
	const choices: Choices = (group, least) => {
		const some = known.get(least) ?? new Map<MarkGroup, Label[][][]>();
		known.set(least, some);
		const made = some.get(group) ?? labelChoices(group, { ...style, least });
		some.set(group, made);
		return made;
	};
	const most = Math.max(isNear ? NO_LABELS : 3, style.least);
	for (let least = style.least; least < most; least++) {
		const { groups: placed, unplaced, count } = fill(groups, choices, least, maxRows, []);
		const isUnlabelled = placed.some(({ importance, named }) => importance === 3 && !named);
		if ((!isUnlabelled || least === 3) && !unplaced.length)
			return { groups: addLabels(placed, [], style), overflow: [], count };
	}
	if (fill(groups, choices, most, maxRows, []).unplaced.length > MAX_UNPLACED) return null;
	const rows = gatherOverflow(groups, choices, most, style.width, maxRows);
	return { ...rows, groups: addLabels(rows.groups, rows.overflow, style) };
}

/** Adds labels that were given up, the most important first, where their row still has room. */
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

/** Moves one group at a time into a cluster until all others fit. */
function gatherOverflow(
	groups: MarkGroup[],
	choices: Choices,
	least: number,
	width: number,
	maxRows: number
): Rows {
	const overflow: Overflow[] = [];
	for (;;) {
		const gathered = new Set(overflow.flatMap((cluster) => cluster.groups));
		const loose = groups.filter((group) => !gathered.has(group));
		const {
			groups: placed,
			unplaced,
			count
		} = fill(loose, choices, least, maxRows, overflow.map(clusterExtent));
		const [first] = unplaced;
		if (!first) return { groups: placed, overflow, count };

		const x = Math.min(Math.max(middleOf(first), CLUSTER / 2), width - CLUSTER / 2);
		const cluster = overflow.find((other) => Math.abs(other.x - x) < CLUSTER + GAP);
		const place = cluster ? clusterExtent(cluster) : clusterExtent({ x });
		const unimportant = loose
			.filter((group) => group === first || !isFree([group], [place]))
			.toSorted((a, b) => a.importance - b.importance);
		if (cluster) cluster.groups.push(unimportant[0]!);
		else {
			// only labels were in the way: the nearest group joins, so that a cluster has two
			const nearest = loose
				.filter((group) => !unimportant.includes(group))
				.toSorted((a, b) => Math.abs(middleOf(a) - x) - Math.abs(middleOf(b) - x));
			overflow.push({ groups: [...unimportant, ...nearest].slice(0, 2), row: maxRows - 1, x });
		}
	}
}

/** @param reserved extents of clusters in the last row */
function fill(
	groups: MarkGroup[],
	choices: Choices,
	least: number,
	maxRows: number,
	reserved: Extent[]
): { groups: PlacedGroup[]; unplaced: MarkGroup[]; count: number } {
	const boxes: Extent[][] = reserved.length
		? Array.from({ length: maxRows }, (_, row) => (row === maxRows - 1 ? [...reserved] : []))
		: [];
	const placed: PlacedGroup[] = [];
	const unplaced: MarkGroup[] = [];
	const wanted = (group: MarkGroup) => group.importance >= least;
	for (const group of [...groups.filter(wanted), ...groups.filter((group) => !wanted(group))]) {
		const place = findPlace(group, boxes, choices(group, least), maxRows);
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
