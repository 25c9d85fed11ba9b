import type { Page } from '@playwright/test';
import type { Box } from './support.ts';

export interface Labels {
	frame: Box;
	labels: (Box & { id: string; text: string })[];
	marks: (Box & { id: string })[];
}

/** Boxes of the visible labels and shapes as rendered, px in the window. */
export function readLabels(page: Page): Promise<Labels> {
	return page.locator('[data-timeline]').evaluate((root) => {
		const boxOf = (element: Element) => {
			const { left, right, top, bottom } = element.getBoundingClientRect();
			return { left, right, top, bottom };
		};
		const links = [...root.querySelectorAll<SVGElement>('[data-event]')].filter((element) =>
			element.checkVisibility()
		);
		return {
			frame: boxOf(root),
			labels: links.flatMap((link) =>
				[...link.querySelectorAll('text.label')].map((label) => ({
					id: link.dataset.event!,
					text: label.textContent,
					...boxOf(label)
				}))
			),
			// only the main shapes: badges may be close to a neighbour
			marks: links.flatMap((link) =>
				[...link.querySelectorAll('.solid, .hollow, .edge, .context')].map((shape) => ({
					id: link.dataset.event!,
					...boxOf(shape)
				}))
			)
		};
	});
}

function overlap(a: Box, b: Box, tolerance: number) {
	return (
		Math.min(a.right, b.right) - Math.max(a.left, b.left) > tolerance &&
		Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > tolerance
	);
}

/**
 * Describes each label that overlaps another or a mark, or leaves the frame, in one sentence; O(n²).
 * @param options.clipped whether the plot clips its marks: overlaps with marks are then ignored
 */
export function findLabelFaults(
	{ frame, labels, marks }: Labels,
	{ clipped = false } = {}
): string[] {
	const found: string[] = [];
	labels.forEach((label, index) => {
		for (const other of labels.slice(index + 1))
			if (overlap(label, other, 1)) found.push(`“${label.text}” overlaps “${other.text}”`);
		// the box of a clipped, faded mark extends beyond its visible part
		for (const other of clipped ? [] : marks)
			if (other.id !== label.id && overlap(label, other, 1.5))
				found.push(`“${label.text}” lies on the mark of ${other.id}`);
		if (
			label.left < frame.left - 0.5 ||
			label.right > frame.right + 0.5 ||
			label.top < frame.top - 0.5 ||
			label.bottom > frame.bottom + 0.5
		)
			found.push(`“${label.text}” leaves the frame`);
	});
	return found;
}
