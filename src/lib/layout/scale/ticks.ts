import { utcDay, utcMonth, utcYear, type TimeInterval } from 'd3';
import { DAY } from '../../model/date.ts';
import type { Scale } from './scale.ts';
import { measureText } from './text-width.ts';
import { dayMonth, dayOnly, monthInFull, monthOnly, monthYear, yearOnly } from './date-format.ts';

export interface Tick {
	/** px from the plot's left edge, of the line */
	x: number;
	/** px, of the label's middle; a day's label stands in the middle of its day */
	labelX: number;
	/** empty where the label would leave the frame */
	label: string;
	/** whether a larger unit begins here */
	major: boolean;
}

/** What stands over the ticks: the month or the year that they are in. */
export interface Over {
	/** px, where it begins; what began before the frame begins with the plot */
	x: number;
	label: string;
}

export interface Axis {
	ticks: Tick[];
	/** the second level; empty where the ticks are years */
	over: Over[];
	/** with one level: what the labels leave out, for the gutter: `Feb 2021`; empty when they leave out nothing */
	context: string;
}

interface Step {
	interval: TimeInterval;
	/** in days, about */
	length: number;
	unit: 'day' | 'month' | 'year';
}

/** Between labels, px. */
const GAP = 8;
/** A unit gets ticks from so many px a day on. */
const LEAST = { day: 6, month: 0.6, year: 0 };
const MONTH = 30.44;
const YEAR = 365.25;
/** The widest labels there are: of the 28th of each month. */
const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2018, month, 28)));
const isWider = (a: string, b: string) => measureText(a, 1) > measureText(b, 1);
const widestOf = (format: (date: Date) => string) =>
	MONTHS.map(format).reduce((a, b) => (isWider(b, a) ? b : a));
const WIDEST = {
	day: widestOf(dayMonth),
	dayOnly: widestOf(dayOnly),
	month: widestOf(monthOnly),
	context: widestOf(monthYear)
};

/** Finest first. */
const STEPS: Step[] = [
	...[1, 2, 3, 5, 7, 14].map((count) => ({
		interval: everyDays(count),
		length: count,
		unit: 'day' as const
	})),
	...[1, 3, 6].map((count) => ({
		interval: utcMonth.every(count)!,
		length: count * MONTH,
		unit: 'month' as const
	})),
	...[1, 10, 100, 1000, 10_000, 100_000]
		.flatMap((power) => [power, 2 * power, 5 * power])
		.map((count) => ({
			interval: utcYear.every(count)!,
			length: count * YEAR,
			unit: 'year' as const
		}))
];

/** Counted anew each month: what would stand too near to the next month's first day is left out. */
function everyDays(count: number): TimeInterval {
	return utcDay.filter(
		(date) =>
			(date.getUTCDate() - 1) % count === 0 &&
			utcDay.offset(date, count) <= utcMonth.offset(utcMonth.floor(date), 1)
	);
}

/**
 * The finest ticks whose labels don't crowd, in UTC; of a unit of which fewer than two would be labelled, finer ones.
 * @param frame how far labels may reach beyond the plot, px: `[left, right]`
 * @param size font size of the labels, px
 * @param levels 2 for months over days and years over months
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
	const mayBeBrief = levels === 2 || frame[0] >= measureText(WIDEST.context, size) + GAP;
	const isBrief = (step: Step) =>
		levels === 2 || (step.unit === 'day' && mayBeBrief && !hasRoom(step, WIDEST.day));

	const years = [domain.start, domain.end].map((time) => yearOnly(new Date(time)));
	const year = years.reduce((a, b) => (isWider(b, a) ? b : a));
	const widest = {
		day: mayBeBrief ? WIDEST.dayOnly : WIDEST.day,
		month: levels === 2 || isWider(WIDEST.month, year) ? WIDEST.month : year,
		year
	};
	const wanted = STEPS.findIndex(
		(step) => pixelsPerDay >= LEAST[step.unit] && hasRoom(step, widest[step.unit])
	);
	const lay = (step: Step) => layoutTicks(scale, frame, size, step, isBrief(step), levels);
	const tells = (step: Step) => {
		const axis = lay(step);
		return countLabels(axis) > 1 && !isCrowded(axis, size);
	};
	const finer = STEPS.slice(0, Math.max(0, wanted)).reverse();
	const axis = lay(STEPS.at(wanted)!);
	const better = countLabels(axis) > 1 ? undefined : finer.find(tells);
	return better ? lay(better) : axis;
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

/** @param brief whether labels go without the larger unit, which stands over them or in the gutter */
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

	const dates = step.interval.range(new Date(domain.start), new Date(domain.end + 1));
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

/** The larger units, each named from where it begins, or from where the plot begins. */
function layoutOver(scale: Scale, frame: [number, number], size: number, step: Step): Over[] {
	if (step.unit === 'year') return [];
	const { domain, width } = scale;
	const unit = step.unit === 'day' ? utcMonth : utcYear;
	const names = step.unit === 'day' ? [monthInFull, monthYear] : [yearOnly];
	const starts = unit.range(unit.floor(new Date(domain.start)), new Date(domain.end));
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
