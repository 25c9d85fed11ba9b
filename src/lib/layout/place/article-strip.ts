/**
 * The strip that shows where in an article its quotations stand: greedy interval packing into rows, so that passages that
 * overlap, or lie too near each other to be pressed apart, do not share one.
 */

/** Positions in the article, in characters. */
export interface Passage {
	start: number;
	end: number;
}

export interface Stretch {
	/** of the strip's width, in percent */
	left: number;
	width: number;
	/** from 0, the uppermost */
	row: number;
}

/** Target size as a share of the strip's width: 24 px of the narrowest, 288 px. */
const TARGET = 24 / 288;

/**
 * @param passages in reading order
 * @param characters of the whole article
 * @returns the place of each passage, in their order
 */
export function layoutStrip(passages: Passage[], characters: number): Stretch[] {
	const ends: number[] = [];
	return passages.map(({ start, end }) => {
		const air = Math.max(0, TARGET * characters - (end - start)) / 2;
		const free = ends.findIndex((taken) => taken <= start - air);
		const row = free < 0 ? ends.length : free;
		ends[row] = end + air;
		return { left: (100 * start) / characters, width: (100 * (end - start)) / characters, row };
	});
}
