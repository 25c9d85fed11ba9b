import { labelChoices, type Label, type LabelStyle } from '../marks/labels.ts';
import type { MarkGroup } from '../marks/mark-group.ts';
import { CLUSTER, clusterExtent, GAP, type Extent } from '../marks/spacing.ts';
import { chooseDrops } from './dropped-labels.ts';
import { LabelCutoffs } from './label-cutoffs.ts';
import { boxesOf, isFree, type Filling, type PlacedGroup } from './placed-group.ts';

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

/** Greater than any importance: no labels at all. */
const NO_LABELS = 4;
/** Beyond this many unplaced groups, packing is used instead. */
const MAX_UNPLACED = 8;

/**
 * Greedy interval packing (first fit from the top row) of marks with their labels, O(n²). When rows run out, labels in
 * the crowded places are dropped first, see dropped-labels.ts; then the least important groups around such a place become
 * a cluster.
 * @param isNear whether labels of importance 3 may be dropped too, so that zooming in always shows more marks; also
 * allowed if all groups have importance 3
 * @returns null if too many groups stay unplaced: the lane is then packed
 */
export function placeRows(
	groups: MarkGroup[],
	style: LabelStyle,
	maxRows: number,
	isNear: boolean
): Rows | null {
	const isGraded = groups.some(({ importance }) => importance < 3);
	const max = Math.max(isNear || !isGraded ? NO_LABELS : 3, style.minImportance);
	const least = new LabelCutoffs(groups, { ...style, minImportance: max }, max);
	if (fill(groups, least, maxRows, []).unplaced.length > MAX_UNPLACED) return null;
	const cutoffs = new LabelCutoffs(groups, style, max);
	for (;;) {
		const filling = fill(groups, cutoffs, maxRows, []);
		const drops = chooseDrops(filling, cutoffs);
		for (const group of drops) cutoffs.drop(group);
		if (drops.length) continue;
		const rows = filling.unplaced.length
			? gatherOverflow(groups, cutoffs, style.width, maxRows)
			: { groups: filling.groups, overflow: [], count: filling.count };
		return { ...rows, groups: restoreLabels(rows.groups, rows.overflow, rows.count, style) };
	}
}

/**
 * Restores dropped labels, most important first, where their row has room; else moves a group without a label to the
 * first row with room for both.
 */
function restoreLabels(
	placed: PlacedGroup[],
	overflow: Overflow[],
	count: number,
	style: LabelStyle
): PlacedGroup[] {
	const restored = new Map(placed.map((group) => [group, group]));
	for (const group of placed.toSorted((a, b) => b.importance - a.importance)) {
		const { row, labels: present } = group;
		const others = [...restored].filter(([other]) => other !== group).map(([, now]) => now);
		const choices = labelChoices(group, style).flat();
		const fits = (at: number, labels: Label[]) => {
			const taken = [
				...others
					.filter((other) => other.row === at)
					.flatMap((other) => boxesOf(other, other.labels)),
				...overflow.filter((cluster) => cluster.row === at).map(clusterExtent)
			];
			const keeps = present.every(({ id, text }) =>
				labels.some((label) => label.id === id && label.text === text)
			);
			return keeps && labels.length > present.length && isFree(taken, boxesOf(group, labels));
		};
		const rows = present.length ? [row] : [row, ...Array.from({ length: count }, (_, at) => at)];
		for (const at of rows) {
			const labels = choices.find((choice) => fits(at, choice));
			if (!labels) continue;
			restored.set(group, { ...group, row: at, labels });
			break;
		}
	}
	return placed.map((group) => restored.get(group)!);
}

/** Moves groups into clusters, one at a time, until all others fit. */
function gatherOverflow(
	groups: MarkGroup[],
	cutoffs: LabelCutoffs,
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
		} = fill(remaining, cutoffs, maxRows, overflow.map(clusterExtent));
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
 * First fit: groups that get a label first, then the others.
 * @param reserved extents of clusters in the last row
 */
function fill(
	groups: MarkGroup[],
	cutoffs: LabelCutoffs,
	maxRows: number,
	reserved: Extent[]
): Filling {
	const boxes: Extent[][] = reserved.length
		? Array.from({ length: maxRows }, (_, row) => (row === maxRows - 1 ? [...reserved] : []))
		: [];
	const placed: PlacedGroup[] = [];
	const unplaced: MarkGroup[] = [];
	const wanted = groups.filter((group) => cutoffs.isWanted(group));
	for (const group of [...wanted, ...groups.filter((group) => !cutoffs.isWanted(group))]) {
		const place = findPlace(group, boxes, cutoffs.choices(group), maxRows);
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
	const isComplete = (labels: Label[]) =>
		group.importance < 3 && countIds(labels) >= countIds(levels[0]![0]!);
	for (const level of levels)
		for (let row = 0; row < rows; row++)
			for (const labels of level)
				if (isFree(boxes[row] ?? [], boxesOf(group, labels)))
					return { row, labels, named: level === levels[0] || isComplete(labels) };
	return null;
}

function countIds(labels: Label[]): number {
	return new Set(labels.map(({ id }) => id)).size;
}

function middleOf({ left, right }: Extent): number {
	return (left + right) / 2;
}
