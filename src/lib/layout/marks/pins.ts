import * as m from '../../language/messages.ts';
import { DAY, formatDay, parsePartialDay, spanOf, unionSpan, type Span } from '../../model/date.ts';
import { eventsNear, type ChartEvent, type ChartTimeline } from '../../model/event.ts';
import type { Scale } from '../scale/scale.ts';
import { measureText } from '../scale/text-width.ts';
import { numberWord } from '../scale/date-format.ts';

/** A pin on the axis: when articles were published, with the number of their events close to that date. */
export interface Pin {
	/** px from the plot's left edge */
	x: number;
	/** publishers */
	names: string;
	/** events of the articles close to their publication dates, see `eventsNear` */
	count: number;
	/** `six events in four days`: from the first day of the first event to the last day of the last; empty for none */
	remark: string;
	/** whether there is room for names and remark; else only the count is shown, if there is one */
	named: boolean;
}

export interface Pins {
	pins: Pin[];
	/** in the gutter: two lines above named pins, or one that explains the counts; empty where there is no space */
	heading: string[];
}

type Sources = NonNullable<ChartTimeline['sources']>;

/** Minimum gap between the texts of neighbouring pins, px. */
const GAP = 12;

/** A pin closer than this to the first one of a group is merged into it, px. */
const MERGE_DISTANCE = 24;

/** Height above the ticks for a name and its remark, px. */
const NAMES_HEIGHT = 60;

/** @returns whether any article gets a pin in a time window */
export function hasPins(sources: Sources, { start, end }: Span): boolean {
	return sources.some((source) => middleOf(source) >= start && middleOf(source) <= end);
}

/**
 * Lays out pins for the articles published within the scale's domain.
 * @param frame how far names may reach beyond the plot, px: `[left, right]`
 * @param size font size of the names, px
 * @param height above the ticks, px; names have two lines and are left out where it is too low
 */
export function layoutPins(
	sources: Sources,
	events: ChartEvent[],
	scale: Scale,
	frame: [number, number],
	size: number,
	height: number
): Pins {
	const groups: Sources[] = [];
	const place = (source: Sources[number]) => scale.position(middleOf(source));
	const shown = sources.filter((source) => place(source) >= 0 && place(source) <= scale.width);
	for (const source of shown.toSorted((a, b) => middleOf(a) - middleOf(b))) {
		const last = groups.at(-1);
		if (last && place(source) - place(last[0]!) < MERGE_DISTANCE) last.push(source);
		else groups.push([source]);
	}
	const pins = groups.map((group) => ({
		x: group.reduce((sum, source) => sum + place(source), 0) / group.length,
		names: group.map(({ publisher }) => publisher).join(m.list_comma()),
		...remarkOf(group, events)
	}));
	const title = m.articles_written_here().split('\n');
	const words = title.map((line) => measureText(line, size, true));
	const ends: [number, number] = [-frame[0] + Math.max(...words), scale.width + frame[1]];
	const named = height < NAMES_HEIGHT ? new Set<Counted>() : namePins(pins, ends, size);
	const [first] = pins;
	const isClear = first && first.x - halfWidth(first, named.has(first), size) > ends[0];
	const note = first ? [m.pins_note()] : [];
	return {
		pins: pins.map((pin) => ({ ...pin, named: named.has(pin) })),
		heading: named.size === 0 ? note : isClear ? title : []
	};
}

type Counted = Pick<Pin, 'x' | 'names' | 'count' | 'remark'>;

/**
 * Names as many pins as fit beside the names and counts of the others, those with most events first.
 * @param frame px, from the end of the heading to where the texts must end
 */
function namePins<T extends Counted>(pins: T[], [start, end]: [number, number], size: number) {
	const named = new Set<T>();
	const half = (pin: T) => halfWidth(pin, named.has(pin), size);
	const fits = (pin: T, i: number) => {
		const [before, after] = [pins[i - 1], pins[i + 1]];
		const free = (before ? before.x + half(before) : start) + GAP;
		const until = after ? after.x - half(after) - GAP : end;
		return pin.x - half(pin) >= free && pin.x + half(pin) <= until;
	};
	for (const pin of pins.toSorted((a, b) => b.count - a.count)) {
		named.add(pin);
		if (!fits(pin, pins.indexOf(pin))) named.delete(pin);
	}
	return named;
}

function halfWidth({ names, count, remark }: Counted, named: boolean, size: number): number {
	const texts = named
		? [measureText(names, size, true), measureText(remark, size)]
		: [count ? measureText(String(count), size, true) : 0];
	return Math.max(...texts) / 2;
}

function remarkOf(group: Sources, events: ChartEvent[]): Pick<Pin, 'count' | 'remark'> {
	const near = new Set(group.flatMap((source) => eventsNear(source, events)));
	const span = unionSpan([...near].map(({ date }) => spanOf(date)));
	if (!span) return { count: 0, remark: '' };
	const count = near.size;
	const eventsText = m.events_in_words({ count, words: numberWord(count) });
	return { count, remark: m.pin_remark({ events: eventsText, time: describeLength(span) }) };
}

function describeLength({ start, end }: Span): string {
	const month = parsePartialDay(formatDay(start).slice(0, -'-01'.length));
	if (month?.start === start && month.end === end) return m.one_month();
	const days = Math.round((end - start) / DAY);
	if (days === 7) return m.one_week();
	return m.days_in_words({ count: days, words: numberWord(days) });
}

function middleOf({ publication }: Sources[number]): number {
	const { start, end } = spanOf(publication);
	return (start + end) / 2;
}
