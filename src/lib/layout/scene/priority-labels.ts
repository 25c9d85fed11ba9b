import { extentOf } from '../marks/sized-mark.ts';
import { labelLeft, labelRight, type LabelStyle } from '../marks/labels.ts';
import { areClose, clusterExtent } from '../marks/spacing.ts';
import type { PlacedLabel, Scene } from './types.ts';

/**
 * Labels the selected and the focused event where their row has room beside the marks; removes other labels that
 * overlap. Mutates `scene.labels`.
 * @param ids of these events, highest priority first
 */
export function addPriorityLabels(
	scene: Pick<Scene, 'marks' | 'labels' | 'clusters' | 'geometry'>,
	ids: string[],
	style: LabelStyle
): void {
	const { geometry, marks, clusters } = scene;
	const { frame } = style;
	if (geometry.labelsAbove || geometry.labelled > 3) return;
	for (const id of ids) {
		const mark = marks.find(({ event }) => event.id === id);
		if (!mark || scene.labels.some((label) => label.id === id)) continue;
		const inRow = [
			...marks
				.filter((other) => other !== mark && other.y === mark.y)
				.map((mark) => extentOf(mark)),
			...clusters.filter(({ y }) => y === mark.y).map(clusterExtent),
			...scene.labels.filter((label) => label.y === mark.y && ids.includes(label.id))
		];
		const label = [labelRight(mark, style), labelLeft(mark, style)].find(
			(choice) =>
				choice.left >= frame[0] &&
				choice.right <= frame[1] &&
				!inRow.some((other) => areClose(choice, other))
		);
		if (!label) continue;
		const isKept = (other: PlacedLabel) => other.y !== mark.y || !areClose(label, other);
		scene.labels = [...scene.labels.filter(isKept), { ...label, y: mark.y }];
	}
}
