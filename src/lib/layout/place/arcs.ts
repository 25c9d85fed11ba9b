import type { Pledge } from '../../model/event.ts';
import { extentOf, placeOf, type Form } from '../marks/sized-mark.ts';
import type { PlacedUnit } from './rows.ts';

/** From a promise to its date. Along one row it rises between the marks; between rows it bends down or up into the other. */
export interface Arc {
	from: string;
	to: string;
	line: string;
	kept: boolean;
	shape: 'row' | 'bend' | 'out' | 'in';
	/** px; a bend starts at x0 and is `width` wide */
	x0: number;
	x1: number;
	y0: number;
	y1: number;
}

export interface LaidForm {
	form: Form;
	line: string;
	y: number;
}

const LEAST_GAP = 10;
const BEND = { least: 12, most: 34 };

/** A unit in its row. */
export interface PlacedOnLine {
	unit: PlacedUnit;
	line: string;
	y: number;
}

/** Arcs within a lane; those whose ends touch or lie too near need none. */
export function layoutArcs(placed: PlacedOnLine[], pledges: Pledge[], width: number): Arc[] {
	const laid = new Map<string, LaidForm>();
	for (const { unit, line, y } of placed)
		for (const form of unit.forms) laid.set(form.event.id, { form, line, y });

	const arcs: Arc[] = [];
	for (const { from, to, kept } of pledges) {
		const [a, b] = [laid.get(from), laid.get(to)];
		if (!a || !b || a.line !== b.line) continue;
		const common = { from, to, line: a.line, kept, y0: a.y, y1: b.y };
		const x0 = placeOf(a.form.right);
		if (a.y === b.y) {
			const x1 = placeOf(b.form.left);
			if (x1 - x0 > LEAST_GAP) arcs.push({ ...common, shape: 'row', x0, x1 });
			continue;
		}
		const x1 = Math.min(placeOf(b.form.right) - 4, x0 + BEND.most);
		if (x1 - x0 >= BEND.least && x1 > placeOf(b.form.left) && isClear(placed, a, x0, x1))
			arcs.push({ ...common, shape: 'bend', x0, x1 });
	}
	for (const { unit, line, y } of placed) {
		const form = unit.forms[0]!;
		const common = { line, kept: unit.kept, y0: y, y1: y };
		const later = unit.later ?? unit.beyond?.after;
		const earlier = unit.beyond?.before;
		if (later && placeOf(form.right) < width) {
			const ends = { from: form.event.id, to: later.id };
			arcs.push({ ...common, ...ends, shape: 'out', x0: placeOf(form.right), x1: width });
		} else if (earlier && placeOf(form.left) > 0) {
			const ends = { from: earlier.id, to: form.event.id };
			arcs.push({ ...common, ...ends, shape: 'in', x0: 0, x1: placeOf(form.left) });
		}
	}
	return arcs;
}

/** A bend leaves sideways: nothing else may stand there in its row. */
function isClear(placed: PlacedOnLine[], from: LaidForm, x0: number, x1: number): boolean {
	return placed
		.filter(({ line, y }) => line === from.line && y === from.y)
		.flatMap(({ unit }) => [...unit.labels, ...unit.forms.map((form) => extentOf(form))])
		.every(({ left, right }) => right <= x0 + 1 || left >= x1 + 4);
}
