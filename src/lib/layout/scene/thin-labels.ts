import type { Geometry } from '../geometry.ts';
import { extentOf } from '../marks/sized-mark.ts';
import type { PlacedLabel, Scene } from './types.ts';

/** @returns the least distance between rows at which labels can be above each other, px */
export function leastPitch({ font }: Geometry): number {
	return font.label + 2;
}

/** Distances by which a label may move from the middle of its row to find room, px. */
const SHIFTS = [0, 0.5, -0.5];

/**
 * Removes labels that touch labels or marks of other rows, where rows are closer than text is high. The current event's
 * label stays longest, then the most important ones.
 * @param current id of the current event
 */
export function thinLabels(scene: Scene, current: string | null): Scene {
	const { geometry, marks } = scene;
	const { row, radius, font } = geometry;
	const least = leastPitch(geometry);
	if (row >= least) return scene;
	const rank = ({ id, importance }: PlacedLabel) => (id === current ? 4 : importance);
	const kept = new Map<PlacedLabel, PlacedLabel>();
	for (const label of scene.labels.toSorted((a, b) => rank(b) - rank(a))) {
		const isOver = (other: { left: number; right: number }) =>
			label.left < other.right && other.left < label.right;
		const isFree = ({ y, dy }: PlacedLabel) =>
			![...kept.values()].some(
				(other) => Math.abs(other.y + other.dy - y - dy) < least && isOver(other)
			) &&
			!marks.some((mark) => {
				const apart = Math.abs(mark.y - y - dy);
				return mark.y !== y && apart < font.label / 2 + radius && isOver(extentOf(mark));
			});
		const shifted = SHIFTS.map((by) => ({ ...label, dy: label.dy + by })).find(isFree);
		if (shifted) kept.set(label, shifted);
	}
	return { ...scene, labels: scene.labels.flatMap((label) => kept.get(label) ?? []) };
}
