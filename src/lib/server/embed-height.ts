import { timeline } from './dataset.ts';
import type { Evidence, TimelineEvent } from '../model/types.ts';
import { measureText } from '../layout/scale/text-width.ts';
import type { Filter } from '../model/filter.ts';
import { MemoryAddress } from '../state/address.svelte.ts';
import { TimelineState } from '../state/timeline.svelte.ts';

/** px, of a frame in a column that is rather narrow, and between its edges and what it holds */
const WIDTH = 600;
const EDGE = 16;

/** What stands around the chart, px: title, buttons, and footer; and the key, of so many rows. */
const AROUND = 166;
const KEY_ROW = 20;
/** What stays empty at the ends of lines. */
const RAGGED = 1.03;
const SPARE = 24;

/**
 * How high a frame has to be where no script of the host asks it. Reckoned, as there is no browser here: the chart is drawn,
 * texts are measured by our table. In a column of 600 to 700 px nothing has to be scrolled then, and little is left empty;
 * tests/e2e/height.spec.ts looks.
 * @param line that the frame shows, or all of them
 * @param id of the event that is open in it
 * @returns px
 */
export function reckonHeight(line?: string, id?: string): number {
	const filter: Filter = line ? { lines: [line] } : {};
	const shown = new TimelineState(timeline, new MemoryAddress(filter), 'visible');
	const [scene] = shown.draw(line ? 'embed-line' : 'embed', WIDTH - 2 * EDGE, id ? [id] : []);
	const event = timeline.events.find((one) => one.id === id);
	const card = event ? cardHeight(event) : 0;
	return roundUp(scene!.height + AROUND + (line ? 2 : 3) * KEY_ROW + card + SPARE);
}

/** A chosen event with its quotations, as view/EmbedCard.svelte sets them. */
function cardHeight({ title, summary, note, evidence, date }: TimelineEvent): number {
	const width = WIDTH - 2 * EDGE;
	return (
		50 +
		linesOf(title, 21, width - 40, true) * 26 +
		6 +
		linesOf(`${summary} ${date.label}`, 17, width) * 25.5 +
		sum(evidence.map(quotationHeight)) +
		(note ? 10 + linesOf(note, 13, width) * 19.5 : 0)
	);
}

function quotationHeight({ exact, reading, translation }: Evidence): number {
	const width = WIDTH - 2 * EDGE - 36;
	return (
		144 +
		(reading ? 27 : 0) +
		linesOf(exact, 18, width) * 27 +
		(translation ? 8 + linesOf(translation, 15.5, width - 80) * 22.5 : 0)
	);
}

function linesOf(text: string, size: number, width: number, bold = false): number {
	return Math.ceil((RAGGED * measureText(text, size, bold)) / width);
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

/** To tens: nothing here is exact to a pixel. */
function roundUp(px: number): number {
	return 10 * Math.ceil(px / 10);
}
