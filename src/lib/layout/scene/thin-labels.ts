import { extentOf } from '../marks/sized-mark.ts';
import type { PlacedLabel, Scene } from './types.ts';

/**
 * Removes labels that touch labels or marks of other rows, where rows are closer than text is high. The current event's
 * label stays longest, then the most important ones.
 * @param current id of the current event
 */
export function thinLabels(scene: Scene, current: string | null): Scene {
	const { geometry, marks } = scene;
	const { row, radius, font } = geometry;
	if (row >= font.label) return scene;
	const rank = ({ id, importance }: PlacedLabel) => (id === current ? 4 : importance);
	const kept: PlacedLabel[] = [];
	for (const label of scene.labels.toSorted((a, b) => rank(b) - rank(a))) {
		const isOver = (other: { left: number; right: number }) =>
			label.left < other.right && other.left < label.right;
		const isOnLabel = kept.some(
			(other) => Math.abs(other.y - label.y) < font.label && isOver(other)
		);
		const isOnMark = marks.some((mark) => {
			const apart = Math.abs(mark.y - label.y);
			return apart > 0 && apart < font.label / 2 + radius && isOver(extentOf(mark));
		});
		if (!isOnLabel && !isOnMark) kept.push(label);
	}
	return { ...scene, labels: scene.labels.filter((label) => kept.includes(label)) };
}
