/** A chapter in the page: its section, and its entries in order. `Place` is what `topOf` measures. */
export interface ReadChapter<Place> {
	id: string;
	place: Place;
	entries: { id: string; place: Place }[];
}

export interface ReadingPosition {
	/** id of the chapter on the reading line; the first above all chapters; null if there is none */
	chapter: string | null;
	/** id of the current event; null if none is listed */
	event: string | null;
}

/**
 * Scroll spy. The chapter is the last that begins above the reading line. The event is the last one of that chapter that
 * begins above the line, else the chapter's first. In a chapter without events it is the last event before it, else the
 * first after it.
 * @param chapters in the page's order
 * @param topOf px in the window
 * @param line the reading line, px in the window
 * @param read id of the chapter that is read, where another one may be on the line
 */
export function locateReading<Place>(
	chapters: ReadChapter<Place>[],
	topOf: (place: Place) => number,
	line: number,
	read?: string
): ReadingPosition {
	const isAbove = ({ place }: { place: Place }) => topOf(place) <= line;
	const on = chapters.find(({ id }) => id === read) ?? chapters.findLast(isAbove) ?? chapters[0];
	if (!on) return { chapter: null, event: null };
	const index = chapters.indexOf(on);
	const before = chapters.slice(0, index).findLast(({ entries }) => entries.length);
	const after = chapters.slice(index).find(({ entries }) => entries.length);
	const event =
		on.entries.findLast(isAbove) ?? on.entries[0] ?? before?.entries.at(-1) ?? after?.entries[0];
	return { chapter: on.id, event: event?.id ?? null };
}

/** Position of the reading line, as a share of the free height below the bar. */
const LINE = 0.45;

/**
 * The reading line, px in the window. Over the last stretch of the page it moves down to the window's lower edge, so that
 * it passes the entries that cannot be scrolled up to its usual position.
 * @param bar height of the bar, px
 * @param height of the window, px
 * @param scroll how far the page is scrolled, and how far it can be; px
 */
export function readingLine(
	bar: number,
	height: number,
	{ at, most }: { at: number; most: number }
): number {
	const usual = bar + Math.round((height - bar) * LINE);
	const stretch = Math.min(height - usual, most);
	const rest = most - at;
	if (rest >= stretch) return usual;
	return usual + Math.round((height - usual) * (1 - Math.max(0, rest) / stretch));
}
