import { utcMonth } from 'd3';
import { hull, spanOf, type Span } from '../../model/date.ts';
import type { ChartEvent } from '../../model/event.ts';

/** Time to px and back, linear, in UTC. */
export interface Scale {
	domain: Span;
	/** the plot's width, px */
	width: number;
	/** @param time milliseconds @returns px from the plot's left edge */
	position(time: number): number;
	/** @param x px @returns milliseconds */
	time(x: number): number;
}

/** d3's `scaleLinear` does the same, but brings 4 KB of number formats and colour interpolation into every embed. */
export function createScale(domain: Span, width: number): Scale {
	const perTime = width / (domain.end - domain.start);
	return {
		domain,
		width,
		position: (time) => (time - domain.start) * perTime,
		time: (x) => domain.start + x / perTime
	};
}

/** @returns the whole years, or with `months: 6` half-years, that hold every event; 1970 for none */
export function wholeDomain(events: ChartEvent[], months: 6 | 12 = 12): Span {
	const span = hull(events.map((event) => spanOf(event.date)));
	return roundOut(span ?? { start: 0, end: 1 }, months);
}

/** @returns the whole years, or half-years, that hold the span */
export function roundOut({ start, end }: Span, months: 6 | 12): Span {
	const step = utcMonth.every(months)!;
	return { start: +step.floor(new Date(start)), end: +step.ceil(new Date(end)) };
}
