import { extentOf } from '../marks/sized-mark.ts';
import { labelLeft, labelRight, type LabelStyle } from '../marks/labels.ts';
import { areClose, clusterExtent } from '../marks/spacing.ts';
import type { PlacedLabel, Scene } from './types.ts';

/**
 * Gives the events that matter now, the chosen and the focused one, their labels: where there is room beside the marks,
 * labels of others give way. Changes the scene.
 */
export function nameFirst(
	scene: Pick<Scene, 'marks' | 'labels' | 'clusters' | 'geometry'>,
	ids: string[],
	style: LabelStyle
): void {
	const { geometry, marks, clusters } = scene;
	const { frame } = style;
	if (geometry.labelsAbove || geometry.labelled > 3) return;
	for (const id of ids) {
		const mark = marks.find(({ form }) => form.event.id === id);
		if (!mark || scene.labels.some((label) => label.id === id)) continue;
		const inRow = [
			...marks
				.filter((other) => other !== mark && other.y === mark.y)
				.map(({ form }) => extentOf(form)),
			...clusters.filter(({ y }) => y === mark.y).map(clusterExtent),
			...scene.labels.filter((label) => label.y === mark.y && ids.includes(label.id))
		];
		const label = [labelRight(mark.form, style), labelLeft(mark.form, style)].find(
			(choice) =>
				choice.left >= frame[0] &&
				choice.right <= frame[1] &&
				!inRow.some((other) => areClose(choice, other))
		);
		if (!label) continue;
		const stays = (other: PlacedLabel) => other.y !== mark.y || !areClose(label, other);
		scene.labels = [...scene.labels.filter(stays), { ...label, y: mark.y }];
	}
}
