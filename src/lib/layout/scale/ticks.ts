import { DAY, type Span } from '../../model/date.ts';
import { daysIn, floorMonth, monthsIn } from './months.ts';
import type { Scale } from './scale.ts';
import { measureText } from './text-width.ts';
import { dayMonth, dayOnly, monthInFull, monthOnly, monthYear, yearOnly } from './date-format.ts';

export interface Tick {
	/** position of the tick line, px from the plot's left edge */
	x: number;
	/** middle of the label, px; a day's label is centred in its day */
	labelX: number;
	/** empty if the label would not fit the frame */
	label: string;
	/** whether a larger unit (month or year) begins here */
	major: boolean;
}

/** A label of the second level, above the ticks: their month or year. */
export interface TickGroup {
	/** start, px; at least the plot's left edge */
	x: number;
	label: string;
}

export interface Axis {
	ticks: Tick[];
	/** the second level; empty if there is only one, or if the ticks are years */
	over: TickGroup[];
	/** with one level, the unit that labels omit, shown in the gutter: `Feb 2021`; empty if they omit none */
	context: string;
}

interface Step {
	/** first instants of the steps within a span, both ends included */
	startsIn: (span: Span) => Date[];
	/** days, approximate */
	length: number;
	unit: 'day' | 'month' | 'year';
}

/** Minimum gap between labels, px. */
const GAP = 8;
/** Minimum px per day from which a unit gets ticks. */
const MIN_DENSITY = { day: 6, month: 0.6, year: 0 };
/** Mean lengths, days. */
const MONTH = 30.44;
const YEAR = 365.25;
/** Samples from which the widest labels are measured: the 28th of each month. */
const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2018, month, 28)));
const isWider = (a: string, b: string) => measureText(a, 1) > measureText(b, 1);
const widestOf = (format: (date: Date) => string) => {
	/** measured on first use: an axis of years needs none */
	let widest: string | undefined;
	return () => (widest ??= MONTHS.map(format).reduce((a, b) => (isWider(b, a) ? b : a)));
};
const widestDayMonth = widestOf(dayMonth);
const widestDay = widestOf(dayOnly);
const widestMonth = widestOf(monthOnly);
const widestContext = widestOf(monthYear);

/** Maximum number of ticks that are laid out to find a usable step. */
const MAX_TICKS = 1000;

/** Finest first. */
const STEPS: Step[] = [
	...[1, 2, 3, 5, 7, 14].map((count) => ({
		startsIn: (span: Span) => daysIn(span, count),
		length: count,
		unit: 'day' as const
	})),
	...[1, 3, 6].map((count) => ({
		startsIn: (span: Span) => monthsIn(span, count),
		length: count * MONTH,
		unit: 'month' as const
	})),
	...[1, 10, 100, 1000, 10_000, 100_000]
		.flatMap((power) => [power, 2 * power, 5 * power])
		.map((count) => ({
			startsIn: (span: Span) => yearsIn(span, count),
			length: count * YEAR,
			unit: 'year' as const
		}))
];

/** Every `count` years, round ones of either era: 200 BCE, 100 BCE, 1 BCE, 100, 200. */
function yearsIn({ start, end }: Span, count: number): Date[] {
	const stepOf = (year: number) => Math.floor(year / count);
	const first = stepOf(new Date(start).getUTCFullYear() - 1);
	const last = stepOf(new Date(end).getUTCFullYear());
	return (
		Array.from({ length: last - first + 1 }, (_, i) => first + i)
			// 2 BCE and 2, or 5 BCE and 5, leave no room for 1 BCE
			.filter((step) => step || count === 1 || count >= 10)
			.map((step) => step * count + (step < 0 && count > 1 ? 1 : 0))
			.map((year) => new Date(new Date(0).setUTCFullYear(year)))
			.filter((date) => +date >= start && +date <= end)
	);
}

/**
 * Lays out the finest ticks whose labels do not crowd, in UTC. If fewer than two of them would be labelled, tries finer
 * steps.
 * @param frame how far labels may reach beyond the plot, px: `[left, right]`
 * @param size font size of the labels, px
 * @param levels 2 for months above days and years above months
 */
export function layoutAxis(
	scale: Scale,
	frame: [number, number],
	size: number,
	levels: 1 | 2 = 1
): Axis {
	const { width, domain } = scale;
	const pixelsPerDay = (width * DAY) / (domain.end - domain.start);
	const hasRoom = ({ length }: Step, widest: string) =>
		length * pixelsPerDay >= measureText(widest, size) + GAP;
	const canBeBrief = () => levels === 2 || frame[0] >= measureText(widestContext(), size) + GAP;
	const isBrief = (step: Step) =>
		levels === 2 || (step.unit === 'day' && canBeBrief() && !hasRoom(step, widestDayMonth()));

	const years = [domain.start, domain.end].map((time) => yearOnly(new Date(time)));
	const year = years.reduce((a, b) => (isWider(b, a) ? b : a));
	const widest = {
		day: () => (canBeBrief() ? widestDay() : widestDayMonth()),
		month: () => (levels === 2 || isWider(widestMonth(), year) ? widestMonth() : year),
		year: () => year
	};
	const wanted = STEPS.findIndex(
		(step) => pixelsPerDay >= MIN_DENSITY[step.unit] && hasRoom(step, widest[step.unit]())
	);
	const layout = (step: Step) => layoutTicks(scale, frame, size, step, isBrief(step), levels);
	const isUsable = (step: Step) => {
		if (days / step.length > MAX_TICKS) return false;
		const axis = layout(step);
		return countLabels(axis) > 1 && !isCrowded(axis, size);
	};
	const days = (domain.end - domain.start) / DAY;
	const finer = STEPS.slice(0, Math.max(0, wanted)).reverse();
	const axis = layout(STEPS.at(wanted)!);
	const better = countLabels(axis) > 1 ? undefined : finer.find(isUsable);
	return better ? layout(better) : axis;
}

function countLabels({ ticks }: Axis): number {
	return ticks.filter(({ label }) => label).length;
}

function isCrowded({ ticks }: Axis, size: number): boolean {
	const labelled = ticks.filter(({ label }) => label);
	const half = ({ label }: Tick) => measureText(label, size) / 2;
	return labelled.some((tick, i) => {
		const next = labelled[i + 1];
		return next && next.labelX - half(next) < tick.labelX + half(tick) + GAP / 2;
	});
}

/** @param brief whether labels omit the larger unit, which is shown above them or in the gutter */
function layoutTicks(
	scale: Scale,
	frame: [number, number],
	size: number,
	step: Step,
	brief: boolean,
	levels: 1 | 2
): Axis {
	const { width, domain } = scale;
	const before = brief && levels === 1 ? 0 : frame[0];

	const dates = step.startsIn(domain);
	const ticks = dates.map((date) => {
		const x = scale.position(+date);
		const labelX = step.unit === 'day' ? scale.position(+date + DAY / 2) : x;
		const text = labelOf(step, date, brief);
		const half = measureText(text, size) / 2;
		const inside = labelX - half >= -before && labelX + half <= width + frame[1];
		const within = step.unit !== 'day' || labelX <= width;
		return { x, labelX, label: inside && within ? text : '', major: isMajor(step, date) };
	});
	const middle = new Date((domain.start + domain.end) / 2);
	return {
		ticks,
		over: levels === 2 ? layoutOver(scale, frame, size, step) : [],
		context: brief && levels === 1 ? monthYear(middle) : ''
	};
}

/** Labels the larger units, each from its start or the plot's left edge; omits labels without room. */
function layoutOver(scale: Scale, frame: [number, number], size: number, step: Step): TickGroup[] {
	if (step.unit === 'year') return [];
	const { domain, width } = scale;
	const months = step.unit === 'day' ? 1 : 12;
	const names = step.unit === 'day' ? [monthInFull, monthYear] : [yearOnly];
	const start = floorMonth(domain.start, months);
	const starts = monthsIn({ start, end: domain.end - 1 }, months);
	return starts.flatMap((start, i) => {
		const x = Math.max(0, scale.position(+start));
		const next = starts[i + 1];
		const end = next ? scale.position(+next) - GAP : width + frame[1];
		const label = names
			.map((name) => name(start))
			.find((text) => measureText(text, size) <= end - x);
		return label ? [{ x, label }] : [];
	});
}

function labelOf(step: Step, date: Date, brief: boolean): string {
	if (step.unit === 'year') return yearOnly(date);
	if (step.unit === 'month')
		return date.getUTCMonth() === 0 && !brief ? yearOnly(date) : monthOnly(date);
	return brief ? dayOnly(date) : dayMonth(date);
}

function isMajor(step: Step, date: Date): boolean {
	if (step.unit === 'month') return date.getUTCMonth() === 0;
	return step.unit === 'day' && date.getUTCDate() === 1;
}
