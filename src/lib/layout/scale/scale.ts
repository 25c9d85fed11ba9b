import { unionSpan, spanOf, type Span } from '../../model/date.ts';
import type { ChartEvent } from '../../model/event.ts';
import { ceilMonth, floorMonth } from './months.ts';

/** Linear time scale, with its inverse. */
export interface Scale {
	domain: Span;
	/** range: the plot's width, px */
	width: number;
	/** @param time milliseconds since 1970, UTC @returns px from the plot's left edge */
	position(time: number): number;
	/** @param x px from the plot's left edge @returns milliseconds since 1970, UTC */
	time(x: number): number;
}

/** d3's `scaleLinear` does the same, but adds 4 KB of number formats and colour interpolation to every embed. */
export function createScale(domain: Span, width: number): Scale {
	const perTime = width / (domain.end - domain.start);
	return {
		domain,
		width,
		position: (time) => (time - domain.start) * perTime,
		time: (x) => domain.start + x / perTime
	};
}

/** @returns the span of all events, rounded out to years, or with `months: 6` to half-years; 1970 if there are none */
export function wholeDomain(events: ChartEvent[], months: 6 | 12 = 12): Span {
	const span = unionSpan(events.map((event) => spanOf(event.date)));
	return roundOut(span ?? { start: 0, end: 1 }, months);
}

/** @returns the span, rounded out to years or half-years */
export function roundOut({ start, end }: Span, months: 6 | 12): Span {
	return { start: floorMonth(start, months), end: ceilMonth(end, months) };
}
