/**
 * Layout of the strip that shows where quotations occur in an article: greedy interval packing into rows (first fit), so
 * that passages that overlap, or are too close together for separate touch targets, do not share a row.
 */

/** A quotation's extent in the article, in characters. */
export interface Passage {
	start: number;
	end: number;
}

/** A passage placed on the strip. */
export interface Stretch {
	/** percent of the strip's width */
	left: number;
	width: number;
	/** from 0, the top row */
	row: number;
}

/** Touch target as a share of the strip's width: 24 px of the narrowest strip, 288 px. */
const TARGET = 24 / 288;

/**
 * @param passages in reading order
 * @param characters length of the whole article
 * @returns one stretch per passage, in the same order
 */
export function layoutStrip(passages: Passage[], characters: number): Stretch[] {
	const ends: number[] = [];
	return passages.map(({ start, end }) => {
		const padding = Math.max(0, TARGET * characters - (end - start)) / 2;
		const free = ends.findIndex((taken) => taken <= start - padding);
		const row = free < 0 ? ends.length : free;
		ends[row] = end + padding;
		return { left: (100 * start) / characters, width: (100 * (end - start)) / characters, row };
	});
}
