import { extentOf } from '../marks/sized-mark.ts';
import {
	labelLeft,
	labelRight,
	labelWithin,
	type Label,
	type LabelStyle
} from '../marks/labels.ts';
import { areClose, clusterExtent, GAP } from '../marks/spacing.ts';
import type { Scene } from './types.ts';

/**
 * Labels the selected and the focused event where their row has room beside the mark, or in it; removes other labels that
 * overlap. A label of `style.selected` that was placed for regular text and has no room for bold is placed anew, or removed.
 * Mutates `scene.labels`.
 * @param ids of these events, highest priority first
 */
export function addPriorityLabels(
	scene: Pick<Scene, 'marks' | 'labels' | 'clusters' | 'geometry'>,
	ids: string[],
	style: LabelStyle
): void {
	const { geometry, marks, clusters } = scene;
	const { frame } = style;
	if (geometry.labelsAbove) return;
	for (const id of ids) {
		const mark = marks.find(({ event }) => event.id === id);
		const own = scene.labels
			.filter((label) => label.id === id)
			.map((label) => embolden(label, style));
		if (!mark || (own.length && id !== style.selected)) continue;
		const inRow = [
			...marks
				.filter((other) => other !== mark && other.y === mark.y)
				.map((mark) => extentOf(mark)),
			...clusters.filter(({ y }) => y === mark.y).map(clusterExtent),
			...scene.labels.filter(
				(label) => label.y === mark.y && label.id !== id && ids.includes(label.id)
			)
		];
		const fits = (choice: Label, gap: number) =>
			choice.left >= frame[0] &&
			choice.right <= frame[1] &&
			!inRow.some(({ left, right }) => choice.left < right + gap && left < choice.right + gap);
		const others = scene.labels.filter((label) => label.id !== id);
		const isKept = own.length > 0 && own.every((label) => fits(label, 0));
		const within = labelWithin(mark, style);
		const choices = [labelRight(mark, style), labelLeft(mark, style), ...(within ? [within] : [])];
		const chosen = choices.find((choice) => fits(choice, GAP));
		const labels = isKept ? own : chosen ? [{ ...chosen, y: mark.y }] : [];
		scene.labels = [
			...others.filter((other) =>
				labels.every((label) => other.y !== label.y || !areClose(label, other))
			),
			...labels
		];
	}
}

/** The extent of a label in bold, px. */
function embolden<L extends Label>(label: L, { geometry, measure }: LabelStyle): L {
	const size = geometry.font.label;
	const width = measure(label.text, size, true) + measure(label.aside, size);
	if (label.anchor === 'end') return { ...label, left: label.right - width };
	return { ...label, right: label.left + width };
}
