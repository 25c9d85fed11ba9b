import { spanOf } from '../../model/date.ts';
import { importanceOf, type ChartEvent, type Pledge } from '../../model/event.ts';
import { extentOf, formOf, placeOf, type Form } from './sized-mark.ts';
import type { Scale } from '../scale/scale.ts';

/** What takes one row: an event, or a promise together with the event it was for. */
export interface Unit {
	forms: Form[];
	/** the promised event, when it lies to the right of the plot */
	later: ChartEvent | null;
	kept: boolean;
	importance: 1 | 2 | 3;
	/** px, of the marks and what joins them */
	left: number;
	right: number;
}

/** So much of a promised capsule stays visible, or the two don't share a row. */
const VISIBLE = 16;

/**
 * @param events one lane's, in time order
 * @param pledges of the whole timeline
 * @param all every event that passes the filter, by id
 */
export function unitsOf(
	events: ChartEvent[],
	pledges: Pledge[],
	all: Map<string, ChartEvent>,
	scale: Scale,
	radius: number
): Unit[] {
	const forms = new Map<string, Form>();
	for (const event of events) {
		const form = formOf(event, scale, radius);
		if (form) forms.set(event.id, form);
	}
	// found before any unit is made: a date may begin before its promise, and must not be drawn without it first
	const pairs = new Map<string, Pledge>();
	const due = new Set<string>();
	for (const { id } of events) {
		const form = forms.get(id);
		if (!form || due.has(id)) continue;
		const pledge = pledges.find(
			({ from, to }) =>
				from === id && !due.has(to) && !pairs.has(to) && sharesRow(form, forms.get(to))
		);
		if (!pledge) continue;
		pairs.set(id, pledge);
		due.add(pledge.to);
	}

	const units: Unit[] = [];
	for (const event of events) {
		const form = forms.get(event.id);
		if (!form || due.has(event.id)) continue;
		const pledge = pairs.get(event.id);
		if (pledge) {
			units.push(unit([form, forms.get(pledge.to)!], pledge.kept, null, scale));
			continue;
		}
		const beyond = pledges.find(({ from, to }) => {
			const later = from === event.id && !forms.has(to) && all.get(to);
			return later && spanOf(later.date).start >= scale.domain.end;
		});
		units.push(unit([form], beyond?.kept ?? false, beyond ? all.get(beyond.to)! : null, scale));
	}
	return units;
}

/** The two of a pair, each as a unit of its own. */
export function splitPair({ forms, kept }: Unit, scale: Scale): Unit[] {
	return forms.map((form) => unit([form], kept, null, scale));
}

function sharesRow(promise: Form, due: Form | undefined): boolean {
	if (!due || due.kind === 'bar' || promise.kind === 'bar') return false;
	const inOrder = placeOf(due.left) >= placeOf(promise.left);
	return inOrder && placeOf(due.right) - placeOf(promise.right) >= VISIBLE;
}

function unit(forms: Form[], kept: boolean, later: ChartEvent | null, scale: Scale): Unit {
	const { left, right } = extentOf(...forms);
	return {
		forms,
		kept,
		later,
		importance: Math.max(...forms.map(({ event }) => importanceOf(event))) as 1 | 2 | 3,
		left,
		right: Math.max(right, later ? scale.width : 0)
	};
}
