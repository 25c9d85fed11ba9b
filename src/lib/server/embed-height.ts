import { timeline } from './dataset.ts';
import * as m from '../language/messages.ts';
import { sourcesOf } from '../model/citation.ts';
import { isSameLanguage } from '../model/language-tag.ts';
import { findPledges, ownSummary } from '../model/event.ts';
import { voiceWords } from '../model/quotation/voice.ts';
import { orderQuotations } from '../model/source.ts';
import type { Evidence, TimelineEvent } from '../model/types.ts';
import { legendOf } from '../layout/marks/legend.ts';
import { measureText } from '../layout/scale/text-width.ts';
import type { Filter } from '../model/filter.ts';
import { MemoryAddress } from '../state/address.svelte.ts';
import { TimelineState } from '../state/timeline.svelte.ts';
import { languageName } from '../view/ui/language-names.ts';
import { listLegendItems, type LegendPart } from '../view/key/legend-items.ts';
import { joinWords, lineLabel, statusWord } from '../view/ui/names.ts';

/** px; width of a frame in a narrow column, and its padding at each side */
const WIDTH = 600;
const EDGE = 16;

/**
 * Height of buttons, footer, the legend's gaps and of a title of one line; of a further line; of the number of events below
 * the title; and of a row of the legend, px.
 */
const CHROME_HEIGHT = 166;
const TITLE_LINE = 26.4;
const COUNT_LINE = 18;
const LEGEND_ROW_HEIGHT = 20;
/** Width of an item of the legend beside its words, with the gap to the next, px. */
const LEGEND_ITEM = 50;
/** Gap between quotations and above them, px. */
const CARD_GAP = 14;
/** Safety margin, px. */
const SLACK = 30;

/**
 * Estimates the height of a frame, for hosts without a script that resizes it. There is no browser here: the chart is
 * laid out, and texts are measured with our width table. In a column of 600 to 700 px the frame then needs no scrolling
 * and has little empty space; tests/e2e/embed/height.spec.ts checks it.
 * @param line that the frame shows; default all
 * @param id of the event that is open in it
 * @returns px, a multiple of 10
 */
export function estimateHeight(line?: string, id?: string): number {
	const filter: Filter = line ? { lines: [line] } : {};
	const shown = new TimelineState(timeline, new MemoryAddress(filter), 'visible');
	const [scene] = shown.draw(line ? 'embed-line' : 'embed', WIDTH - 2 * EDGE, id ? [id] : []);
	const event = timeline.events.find((other) => other.id === id);
	const card = event ? cardHeight(event) : 0;
	return roundUp(
		scene!.height + CHROME_HEIGHT + titleHeight(shown) + legendHeight(shown) + card + SLACK
	);
}

/**
 * Height of the head's further lines, as in view/embed/Embed.svelte, px: those of the title, and the number of events
 * where it does not fit beside the title.
 */
function titleHeight({ data, filter, visible }: TimelineState): number {
	const { events, company, title } = data;
	const lines = (filter.lines ?? []).map((id) => lineLabel(data, id));
	const words = lines.length ? m.company_lines({ company, lines: joinWords(lines) }) : title;
	const count = lines.length
		? m.events_of_all({ shown: visible.length, count: events.length })
		: m.event_count({ count: events.length });
	const from = m.events_from({ events: count, count: sourcesOf(visible).length });
	const width = WIDTH - 2 * EDGE;
	const isBeside = measureText(words, 22, true) + EDGE + measureText(from, 12.5) <= width;
	return (linesOf(words, 22, width, true) - 1) * TITLE_LINE + (isBeside ? 0 : COUNT_LINE);
}

/** Height of both parts of the legend, as in view/key/Legend.svelte, px. */
function legendHeight({ data, visible }: TimelineState): number {
	const signs = legendOf(visible, findPledges(data.events));
	const rowsOf = (part: LegendPart) => {
		const items = listLegendItems(signs, data.company, part).flatMap((group) => group.items);
		let [rows, used] = [items.length ? 1 : 0, 0];
		for (const { words } of items) {
			const width = measureText(words, 12) + LEGEND_ITEM;
			if (used && used + width > WIDTH - 2 * EDGE) [rows, used] = [rows + 1, 0];
			used += width;
		}
		return rows;
	};
	return (rowsOf('head') + rowsOf('foot')) * LEGEND_ROW_HEIGHT;
}

/** Height of an event with its quotations, as in view/embed/EmbedCard.svelte, px. */
function cardHeight(event: TimelineEvent): number {
	const { title, status, note } = event;
	const width = WIDTH - 2 * EDGE;
	// the summary begins with the status in a box, about as wide as its text at the summary's size
	const text = `${statusWord(status, timeline.company)} ${ownSummary(event)}`;
	return (
		50 +
		linesOf(title, 21, width - 40, true) * 26 +
		6 +
		linesOf(text, 17, width) * 25.5 +
		evidenceHeight(orderQuotations(event, timeline.sources)) +
		(note ? 10 + linesOf(`${m.editors_note()} ${note}`, 13, width) * 16 : 0)
	);
}

/** Height of the quotations, two abreast, as in view/evidence/Evidence.svelte, px. */
function evidenceHeight(evidence: Evidence[]): number {
	const full = WIDTH - 2 * EDGE;
	const width = evidence.length > 1 ? (full - CARD_GAP) / 2 : full;
	const heights = evidence.map((quotation) => quotationHeight(quotation, width));
	const rows = heights
		.filter((_, index) => index % 2 === 0)
		.map((height, row) => Math.max(height, heights[2 * row + 1] ?? 0));
	return sum(rows.map((height) => CARD_GAP + height));
}

/** Height of one card, as in view/evidence/Quotation.svelte, px. */
function quotationHeight(evidence: Evidence, width: number): number {
	const { exact, reading, translation, start, end } = evidence;
	const source = timeline.sources.find(({ id }) => id === evidence.source)!;
	const inner = width - 36;
	const origin = [
		source.publisher,
		evidence.dateLabel ?? source.publication.label,
		isSameLanguage(source.language, timeline.language)
			? ''
			: m.in_language({ language: languageName(source.language) }),
		voiceWords(evidence, source)
	].filter(Boolean);
	const label = m.translation_label({ language: languageName(timeline.language.split('-')[0]!) });
	const place = m.quotation_place({ start, end, characters: source.characters });
	const links = [m.read_in_article(), ...(source.archive ? [m.archived_copy()] : [])];
	const linksWidth = sum(links.map((text) => measureText(text, 12.5) + 18)) - 18;
	return (
		29 +
		(reading ? 8 + linesOf(reading, 13, inner, true) * 18 : 0) +
		linesOf(`“${exact}”`, 17, inner) * 25 +
		(translation ? 8 + linesOf(`${label} ${translation}`, 15, inner) * 21 : 0) +
		12 +
		linesOf(origin.join(m.comma()), 12.5, inner) * 20 +
		21 +
		linesOf(place, 11.5, inner - 14) * 18 +
		6 +
		(linksWidth > inner ? links.length : 1) * 24
	);
}

/** Lines that the words fill, each as many as fit. */
function linesOf(text: string, size: number, width: number, bold = false): number {
	let [lines, used] = [1, 0];
	for (const word of text.split(/\s+/)) {
		const length = measureText(word, size, bold);
		if (used && used + length > width) [lines, used] = [lines + 1, 0];
		// a word longer than a line, such as an unspaced sentence, is broken
		lines += Math.floor(length / width);
		used += (length % width) + measureText(' ', size, bold);
	}
	return lines;
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

/** To tens, since the estimate is not exact to the pixel. */
function roundUp(px: number): number {
	return 10 * Math.ceil(px / 10);
}
