/** Dates in English words, never more exact than they are. */
import type { DateForm } from './edtf.ts';
import type { DatePart } from './part.ts';

/** A date as written: `describeDate` needs no more of it. */
interface Written {
	form: DateForm;
	parts: DatePart[];
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const ORDINALS = ['first', 'second', 'third', 'fourth'];
// EDTF's codes for the first of each kind; the seasons come three times, the last two of one hemisphere.
const SPRING = 21;
const QUARTER = 33;
const THIRD = 37;
const HALF = 40;
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/**
 * @param asOf the date on which a source vouches for an ongoing event
 * @returns for instance “about October 2010”, “7 or 8 February 2021” or “since 2010, still so in March 2018”
 */
export function describeDate({ form, parts }: Written, asOf?: Written): string {
	const [first, last] = [parts[0]!, parts.at(-1)!];
	switch (form) {
		case 'single':
			return describeSingle(first);
		case 'open': {
			const since = `since ${describeInside(first)}`;
			return asOf ? `${since}, still so ${describeWhen(asOf)}` : since;
		}
		case 'period':
			return join([first, last], ' to ', ' to ');
		case 'set':
			return join(parts, ', ', ' or ');
		case 'range':
			return `between ${join([first, last], ' and ', ' and ')}`;
	}
}

/** With its preposition: “on 7 February 2021”, “in March 2018”, “about 2010”. */
function describeWhen({ form, parts }: Written): string {
	const first = parts[0]!;
	const label = form === 'single' ? describeInside(first) : describeDate({ form, parts });
	if (first.approximate || first.precision === 'century' || form === 'range') return label;
	return `${first.precision === 'day' ? 'on' : 'in'} ${label}`;
}

function describeSingle(part: DatePart): string {
	const about = part.approximate ? `about ${withArticle(part)}` : name(part);
	return part.uncertain ? `${about}, doubtful` : about;
}

/** As one of several dates, or after a word such as “since”. */
function describeInside(part: DatePart): string {
	const about = (part.approximate ? 'about ' : '') + withArticle(part);
	return part.uncertain ? `${about} (doubtful)` : about;
}

/** What all dates have in common is said once, at the end: “7, 8 or 9 February 2021”. */
function join(parts: DatePart[], comma: string, conjunction: string): string {
	const last = parts.at(-1)!;
	const isPlain = parts.every((part) => !part.approximate && !part.uncertain);
	const sameYear = isPlain && parts.every((part) => part.year === last.year);
	const sameMonth = sameYear && parts.every((part) => part.month === last.month);
	const names = parts.slice(0, -1).map((part) => {
		const isShort = part.precision === last.precision;
		if (isShort && sameMonth && part.day) return format(part, ['day']);
		if (isShort && sameYear && part.day) return format(part, ['day', 'month']);
		if (isShort && sameYear && part.month) return format(part, ['month']);
		return describeInside(part);
	});
	return names.join(comma) + conjunction + describeInside(last);
}

function withArticle(part: DatePart): string {
	const needsArticle = part.precision === 'decade' || part.division >= QUARTER;
	return needsArticle ? `the ${name(part)}` : name(part);
}

function name(part: DatePart): string {
	switch (part.precision) {
		case 'century':
			return `between ${part.year} and ${part.year + 99}`;
		case 'decade':
			return `${part.year}s`;
		case 'year':
			return format(part, ['year']);
		case 'division':
			return nameDivision(part.division, format(part, ['year']));
		case 'month':
			return format(part, ['month', 'year']);
		case 'day':
			return format(part, ['day', 'month', 'year']);
	}
}

function nameDivision(code: number, year: string): string {
	if (code >= HALF) return `${ORDINALS[code - HALF]} half of ${year}`;
	if (code >= THIRD) return `${['first', 'second', 'last'][code - THIRD]} third of ${year}`;
	if (code >= QUARTER) return `${ORDINALS[code - QUARTER]} quarter of ${year}`;
	return `${SEASONS[(code - SPRING) % SEASONS.length]} ${year}`;
}

/** In the order of British English, which needs no commas. */
function format(part: DatePart, units: ('day' | 'month' | 'year')[]): string {
	const names = { day: part.day, month: MONTH.format(new Date(part.start)), year: part.year };
	return units.map((unit) => names[unit]).join(' ');
}
