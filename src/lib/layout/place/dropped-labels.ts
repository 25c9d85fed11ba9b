import { importanceOf } from '../../model/event.ts';
import type { Label } from '../marks/labels.ts';
import type { MarkGroup } from '../marks/mark-group.ts';
import { areClose, type Extent } from '../marks/spacing.ts';
import type { LabelCutoffs } from './label-cutoffs.ts';
import { boxesOf, isFree, type Filling, type PlacedGroup } from './placed-group.ts';

/** Groups in the way of another, and what dropping their labels costs: the fewer, the cheaper. */
interface Blockers {
	groups: PlacedGroup[];
	cost: number;
}

/** Cost of dropping a label, by importance: any number of lesser ones go first. */
const COSTS = { 1: 1, 2: 100, 3: 10_000 };

/**
 * Chooses the groups whose labels are dropped next, in crowded places only: those that block a group without a row, a
 * title of importance 3, or a title with no other mark close to it.
 * @returns the groups of the first such place; empty if nothing would help
 */
export function chooseDrops(
	{ groups, unplaced, count }: Filling,
	{ canDrop, choices }: LabelCutoffs
): MarkGroup[] {
	const rows = Array.from({ length: count }, (_, row) =>
		groups.filter((group) => group.row === row)
	);
	for (const group of unplaced) {
		const drops = cheapest(rows.map((row) => findBlockers(row, [group], canDrop)));
		if (drops.length) return drops;
		const crowd = leastImportant(groups.filter(canDrop), [findStretch(group, groups)]);
		if (crowd.length) return crowd;
	}
	const fullest = (group: MarkGroup) => choices(group).find((level) => level.length)!;
	const isAlone = (group: MarkGroup) => isLone(group, fullest(group), groups);
	for (const group of groups) {
		if (group.named) continue;
		const mayClaim = isAlone(group);
		const isImportant = lacksImportant(group, fullest(group).flat());
		if (!isImportant && !mayClaim) continue;
		const isLesser = (other: PlacedGroup) => canDrop(other) && other.importance < group.importance;
		const yields = (other: PlacedGroup) =>
			isLesser(other) || (mayClaim && canDrop(other) && !isAlone(other));
		const others = rows.map((row) => row.filter((other) => other !== group));
		const wanted = fullest(group).map((labels) => boxesOf(group, labels));
		const drops = cheapest(
			wanted.flatMap((boxes) => others.map((row) => findBlockers(row, boxes, yields)))
		);
		if (drops.length) return drops;
		const crowd = isImportant ? leastImportant(groups.filter(isLesser), wanted.flat()) : [];
		if (crowd.length) return crowd;
	}
	return [];
}

/** @returns the groups of a row whose labels are in the way; null if a mark is, or a label that may not be dropped */
function findBlockers(
	row: PlacedGroup[],
	boxes: Extent[],
	canDrop: (group: PlacedGroup) => boolean
): Blockers | null {
	const blocking = row.filter((other) => !isFree(boxesOf(other, other.labels), boxes));
	if (!blocking.every((other) => isFree(boxes, [other]) && canDrop(other))) return null;
	return {
		groups: blocking,
		cost: blocking.reduce((sum, { importance }) => sum + COSTS[importance], 0)
	};
}

/** Whether a mark of importance 3 has no label, or only its short title. */
function lacksImportant({ marks, labels }: PlacedGroup, full: Label[]): boolean {
	return marks.some(({ event }) => {
		const isFull = ({ id, text }: Label) =>
			id === event.id && full.some((label) => label.id === id && label.text === text);
		return importanceOf(event) === 3 && !labels.some(isFull);
	});
}

function cheapest(all: (Blockers | null)[]): MarkGroup[] {
	const [best] = all
		.filter((blockers) => blockers !== null)
		.filter(({ groups }) => groups.length)
		.toSorted((a, b) => a.cost - b.cost);
	return best?.groups ?? [];
}

/** @returns the least important of the groups that lie in the given places, if any does */
function leastImportant(groups: PlacedGroup[], places: Extent[]): MarkGroup[] {
	return groups
		.filter((group) => !isFree(places, boxesOf(group, group.labels)))
		.toSorted((a, b) => a.importance - b.importance)
		.slice(0, 1);
}

/** @returns the extent of the marks that are connected with the group's by marks close to each other */
function findStretch({ left, right }: MarkGroup, groups: PlacedGroup[]): Extent {
	const stretch = { left, right };
	for (let size = -1; size !== stretch.right - stretch.left;) {
		size = stretch.right - stretch.left;
		for (const other of groups)
			if (areClose(other, stretch)) {
				stretch.left = Math.min(stretch.left, other.left);
				stretch.right = Math.max(stretch.right, other.right);
			}
	}
	return stretch;
}

/** Whether no other mark of the lane is close to the group's marks or to any of its full labels. */
function isLone(group: MarkGroup, choices: Label[][], groups: PlacedGroup[]): boolean {
	const boxes = choices.flatMap((labels) => boxesOf(group, labels));
	return groups.every((other) => other.marks[0] === group.marks[0] || isFree([other], boxes));
}
