import { labelChoices, type Label, type LabelStyle } from '../marks/labels.ts';
import type { ChartEvent } from '../../model/event.ts';
import { areClose, CLUSTER, clusterExtent, GAP, type Extent } from '../marks/spacing.ts';
import type { Unit } from '../marks/mark-group.ts';

export interface PlacedUnit extends Unit {
	/** counted from the lane's first, 0 */
	row: number;
	labels: Label[];
	/** whether it has a label, or never could have one here */
	named: boolean;
	/** of a pair, the event that the window leaves out, before or after it */
	/** whether the window took a label away, or one of the pair */
	lost?: boolean;
	beyond?: { before: ChartEvent | null; after: ChartEvent | null };
}

/** The least important units of a place for which the lane has no rows left. */
export interface Overflow {
	units: Unit[];
	row: number;
	/** px, of the middle */
	x: number;
}

export interface Rows {
	units: PlacedUnit[];
	overflow: Overflow[];
	count: number;
}

/** The ways to label a unit when events of less than some importance stay unnamed: worked out once. */
type Choices = (unit: Unit, least: number) => Label[][][];

/** No event is so important. */
const UNNAMED = 4;
/** So many units may be left without a row for it to be worth the while to see which should give way. */
const FEW = 8;

/**
 * Gives each unit of a lane the first row, from the top, in which its marks and its labels fit. Labels of less
 * importance are given up before one of the greatest importance stays out; then the least important units of a
 * crowded place are gathered.
 * @param isNear whether even labels of the greatest importance are given up for a mark: coming nearer shows more events
 * @returns null where far more units are left than can be gathered one by one
 */
export function placeRows(
	units: Unit[],
	style: LabelStyle,
	maxRows: number,
	isNear: boolean
): Rows | null {
	const known = new Map<number, Map<Unit, Label[][][]>>();
	const choices: Choices = (unit, least) => {
		const some = known.get(least) ?? new Map<Unit, Label[][][]>();
		known.set(least, some);
		const made = some.get(unit) ?? labelChoices(unit, { ...style, least });
		some.set(unit, made);
		return made;
	};
	const most = Math.max(isNear ? UNNAMED : 3, style.least);
	for (let least = style.least; least < most; least++) {
		const { units: placed, left, count } = fill(units, choices, least, maxRows, []);
		const lost = placed.some(({ importance, named }) => importance === 3 && !named);
		if ((!lost || least === 3) && !left.length)
			return { units: nameMore(placed, [], style), overflow: [], count };
	}
	if (fill(units, choices, most, maxRows, []).left.length > FEW) return null;
	const rows = gather(units, choices, most, style.width, maxRows);
	return { ...rows, units: nameMore(rows.units, rows.overflow, style) };
}

/** Labels given up come back, most important first, where there is room after all. */
function nameMore(placed: PlacedUnit[], overflow: Overflow[], style: LabelStyle): PlacedUnit[] {
	const named = new Map(placed.map((unit) => [unit, unit.labels]));
	for (const unit of placed.toSorted((a, b) => b.importance - a.importance)) {
		if (unit.labels.length) continue;
		const others = placed.filter((other) => other !== unit && other.row === unit.row);
		const taken = [
			...others.flatMap((other) => boxesOf(other, named.get(other)!)),
			...overflow.filter(({ row }) => row === unit.row).map(clusterExtent)
		];
		const labels = labelChoices(unit, style)
			.flat()
			.find((choice) => isFree(taken, choice));
		if (labels) named.set(unit, labels);
	}
	return placed.map((unit) => ({ ...unit, labels: named.get(unit)! }));
}

/** Fills rows again and again, each time with one unit more gathered, until the others fit. */
function gather(
	units: Unit[],
	choices: Choices,
	least: number,
	width: number,
	maxRows: number
): Rows {
	const overflow: Overflow[] = [];
	for (;;) {
		const gathered = new Set(overflow.flatMap((cluster) => cluster.units));
		const loose = units.filter((unit) => !gathered.has(unit));
		const {
			units: placed,
			left,
			count
		} = fill(loose, choices, least, maxRows, overflow.map(clusterExtent));
		const homeless = left[0];
		if (!homeless) return { units: placed, overflow, count };

		const x = Math.min(Math.max(middleOf(homeless), CLUSTER / 2), width - CLUSTER / 2);
		const cluster = overflow.find((other) => Math.abs(other.x - x) < CLUSTER + GAP);
		const place = cluster ? clusterExtent(cluster) : clusterExtent({ x });
		const unimportant = loose
			.filter((unit) => unit === homeless || !isFree([unit], [place]))
			.toSorted((a, b) => a.importance - b.importance);
		if (cluster) cluster.units.push(unimportant[0]!);
		else {
			// labels alone may have kept it out: then its nearest neighbour keeps it company
			const nearest = loose
				.filter((unit) => !unimportant.includes(unit))
				.toSorted((a, b) => Math.abs(middleOf(a) - x) - Math.abs(middleOf(b) - x));
			overflow.push({ units: [...unimportant, ...nearest].slice(0, 2), row: maxRows - 1, x });
		}
	}
}

/** @param reserved places in the last row */
function fill(
	units: Unit[],
	choices: Choices,
	least: number,
	maxRows: number,
	reserved: Extent[]
): { units: PlacedUnit[]; left: Unit[]; count: number } {
	const boxes: Extent[][] = reserved.length
		? Array.from({ length: maxRows }, (_, row) => (row === maxRows - 1 ? [...reserved] : []))
		: [];
	const placed: PlacedUnit[] = [];
	const left: Unit[] = [];
	const wanted = (unit: Unit) => unit.importance >= least;
	for (const unit of [...units.filter(wanted), ...units.filter((unit) => !wanted(unit))]) {
		const place = findPlace(unit, boxes, choices(unit, least), maxRows);
		if (!place) {
			left.push(unit);
			continue;
		}
		placed.push({ ...unit, ...place });
		(boxes[place.row] ??= []).push(...boxesOf(unit, place.labels));
	}
	return { units: placed, left, count: Math.max(1, boxes.length) };
}

function findPlace(
	unit: Unit,
	boxes: Extent[][],
	choices: Label[][][],
	maxRows: number
): Pick<PlacedUnit, 'row' | 'labels' | 'named'> | null {
	const rows = Math.min(boxes.length + 1, maxRows);
	const levels = choices.filter((level) => level.length);
	for (const level of levels)
		for (let row = 0; row < rows; row++)
			for (const labels of level)
				if (isFree(boxes[row] ?? [], boxesOf(unit, labels)))
					return { row, labels, named: labels.length > 0 || levels.length === 1 };
	return null;
}

function middleOf({ left, right }: Extent): number {
	return (left + right) / 2;
}

function boxesOf(unit: Unit, labels: Label[]): Extent[] {
	return [unit, ...labels].map(({ left, right }) => ({ left, right }));
}

function isFree(taken: Extent[], wanted: Extent[]): boolean {
	return taken.every((a) => wanted.every((b) => !areClose(a, b)));
}
