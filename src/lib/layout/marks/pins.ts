import * as m from '../../language/messages.ts';
import { DAY, parseDay, spanOf } from '../../model/date.ts';
import { eventsNear, type ChartEvent, type ChartTimeline } from '../../model/event.ts';
import type { Scale } from '../scale/scale.ts';
import { measureText } from '../scale/text-width.ts';
import { numberWord } from '../scale/date-format.ts';

/** A pin on the axis: when articles were written, with the number of events close to their publication dates. */
export interface Pin {
	/** px from the plot's left edge */
	x: number;
	/** publishers */
	names: string;
	/** events close to the publication dates, see `eventsNear` */
	count: number;
	/** `six events in four days`; empty if there are none */
	remark: string;
}

export interface Pins {
	pins: Pin[];
	/** whether there is room for names and remarks; else only counts are shown */
	named: boolean;
}

type Sources = NonNullable<ChartTimeline['sources']>;

/** Minimum gap between the texts of neighbouring pins, px. */
const GAP = 12;

/** A pin closer than this to the first one of a group is merged into it, px. */
const MERGE_DISTANCE = 24;

/**
 * Lays out pins for the articles published within the scale's domain.
 * @param frame how far names may reach beyond the plot, px: `[left, right]`
 * @param size font size of the names, px
 */
export function layoutPins(
	sources: Sources,
	events: ChartEvent[],
	scale: Scale,
	frame: [number, number],
	size: number
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
	const half = (pin: Pin) =>
		Math.max(measureText(pin.names, size, true), measureText(pin.remark, size)) / 2;
	const words = pinsTitle().map((line) => measureText(line, size, true));
	const start = -frame[0] + Math.max(...words);
	const named = pins.every((pin, i) => {
		const before = pins[i - 1];
		const free = (before ? before.x + half(before) : start) + GAP;
		return pin.x - half(pin) >= free && pin.x + half(pin) <= scale.width + frame[1];
	});
	return { pins, named };
}

function remarkOf(group: Sources, events: ChartEvent[]): Pick<Pin, 'count' | 'remark'> {
	const spans = group.map(({ publication }) => spanOf(publication));
	const near = new Set(spans.flatMap((span) => eventsNear(span, events)));
	const starts = [...near].map(({ date }) => parseDay(date.start));
	const days = near.size ? Math.round((Math.max(...starts) - Math.min(...starts)) / DAY) + 1 : 0;
	const byMonth = group.length === 1 && spans[0]!.end - spans[0]!.start > DAY;
	const time = byMonth
		? m.one_month()
		: days === 7
			? m.one_week()
			: m.days_in_words({ count: days, words: numberWord(days) });
	const count = near.size;
	const eventsText = m.events_in_words({ count, words: numberWord(count) });
	return { count, remark: count ? m.pin_remark({ events: eventsText, time }) : '' };
}

/** @returns the lines of the heading in the gutter, left of named pins */
export function pinsTitle(): string[] {
	return m.articles_written_here().split('\n');
}

function middleOf({ publication }: Sources[number]): number {
	const { start, end } = spanOf(publication);
	return (start + end) / 2;
}
