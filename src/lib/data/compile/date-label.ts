/** Dates in words, at the precision of the EDTF string. The messages are in src/lib/language/<id>/dates.json. */
import * as m from '../../language/all-languages.ts';
import { BASE_LANGUAGE } from '../../language/languages.ts';
import type { Language } from '../../language/languages.ts';
import { parseDay } from '../../model/date.ts';
import type { DateForm } from '../../model/edtf/edtf.ts';
import type { DatePart } from '../../model/edtf/single-date.ts';

/** The parts of a parsed date that `describeDate` reads. */
interface DateInput {
	form: DateForm;
	parts: DatePart[];
}

type Unit = 'day' | 'month' | 'year' | 'era';

// EDTF's first code of each division. There are three sets of seasons: 21, and by hemisphere 25 (north) and 29 (south).
const SPRING = 21;
const QUARTER = 33;
const THIRD = 37;
const HALF = 40;

/**
 * @param asOf the latest date on which a source confirms an ongoing event
 * @returns for example “about October 2010”, “7 or 8 February 2021” or “since 2010, still ongoing in March 2018”
 */
export function describeDate(
	{ form, parts }: DateInput,
	language: Language = BASE_LANGUAGE,
	asOf: DateInput | null = null
): string {
	const locale = { locale: language };
	const [first, last] = [parts[0]!, parts.at(-1)!];
	const names = nameTogether(form === 'set' ? parts : [...new Set([first, last])], language);
	const [from, to] = [names[0]!, names.at(-1)!];
	switch (form) {
		case 'single':
			return from;
		case 'open': {
			const since = m.date_since(inflect(first, from), locale);
			return asOf ? m.date_still_so({ since, when: describeWhen(asOf, language) }, locale) : since;
		}
		case 'period':
			return m.date_period(
				{
					first: m.date_period_first(inflect(first, from), locale),
					last: m.date_period_last(inflect(last, to), locale)
				},
				locale
			);
		case 'set': {
			const options = names.map((date, index) =>
				m.date_option(inflect(parts[index]!, date), locale)
			);
			const or = new Intl.ListFormat(formatOf(language), { type: 'disjunction' });
			return or.format(options);
		}
		case 'range':
			return m.date_range(
				{
					first: m.date_range_end(inflect(first, from), locale),
					last: m.date_range_end(inflect(last, to), locale)
				},
				locale
			);
	}
}

/** The date with its preposition: “on 7 February 2021”, “in March 2018”, “about 2010”. */
function describeWhen({ form, parts }: DateInput, language: Language): string {
	const label =
		form === 'single' ? nameInside(parts[0]!, language) : describeDate({ form, parts }, language);
	if (form === 'range') return label;
	return m.date_when(inflect(parts[0]!, label), { locale: language });
}

/** Inputs of messages whose preposition depends on the date. */
function inflect(part: DatePart, date: string) {
	const { month, day } = part;
	const about = part.approximate ? 'yes' : 'no';
	return { date, kind: kindOf(part), day, month, part: divisionOf(part), about };
}

/**
 * Names several dates, with the units that they share only once, in the language's order: “7, 8 or 9 February 2021”,
 * “2021年2月7日、8日或9日”.
 */
function nameTogether(parts: DatePart[], language: Language): string[] {
	const isBigEndian = isYearFirst(formatToParts(parts[0]!, language));
	const full = isBigEndian ? parts[0]! : parts.at(-1)!;
	const isPlain = parts.every((part) => !part.approximate && !part.uncertain);
	const isOfOne = (unit: 'month' | 'year') => parts.every((part) => part[unit] === full[unit]);
	return parts.map((part) => {
		const isShort =
			part !== full && isPlain && part.precision === full.precision && isOfOne('year');
		if (isShort && isOfOne('month') && part.day) return format(part, ['day'], language);
		if (isShort && part.month) return format(part, ['day', 'month'], language);
		return nameInside(part, language);
	});
}

/** The name of a date inside a phrase: one of several dates, or after a word such as “since”. */
function nameInside(part: DatePart, language: Language): string {
	const date = name(part, language);
	return part.uncertain ? m.date_uncertain({ date }, { locale: language }) : date;
}

function name(part: DatePart, language: Language): string {
	const date = nameExact(part, language);
	if (!part.approximate) return date;
	return m.date_about({ date, kind: kindOf(part) }, { locale: language });
}

function nameExact(date: DatePart, language: Language): string {
	const locale = { locale: language };
	const { year } = date;
	const part = divisionOf(date);
	switch (kindOf(date)) {
		case 'century':
			return m.date_century({ first: year, last: year + 99 }, locale);
		case 'decade':
			return m.date_decade({ year }, locale);
		case 'season':
			return m.date_season({ part, year }, locale);
		case 'quarter':
			return m.date_quarter({ part, year }, locale);
		case 'third':
			return m.date_third({ part, year }, locale);
		case 'half':
			return m.date_half({ part, year }, locale);
		default:
			return format(date, ['day', 'month', 'year', 'era'], language);
	}
}

function kindOf({ precision, division }: DatePart) {
	if (precision !== 'division') return precision;
	if (division >= HALF) return 'half';
	if (division >= THIRD) return 'third';
	return division >= QUARTER ? 'quarter' : 'season';
}

/** @returns the number of the half, third, quarter or season, from 1; 0 for any other date */
function divisionOf({ division }: DatePart): number {
	if (division === 0) return 0;
	const first = [HALF, THIRD, QUARTER].find((code) => division >= code);
	return first ? division - first + 1 : ((division - SPRING) % 4) + 1;
}

/** @returns the kept units of a date, with the language's separators */
function format(part: DatePart, kept: Unit[], language: Language): string {
	const all = formatToParts(part, language);
	const isKept = ({ type }: Intl.DateTimeFormatPart) => kept.some((unit) => unit === type);
	// year-first languages attach a literal to the unit before it (“2月7日”), others to the unit after it
	const [from, to] = isYearFirst(all)
		? [all.findIndex(isKept), all.length]
		: [0, all.findLastIndex(isKept) + 1];
	return all
		.slice(from, to)
		.map(({ value }) => value)
		.join('');
}

function isYearFirst(parts: Intl.DateTimeFormatPart[]): boolean {
	return parts[0]?.type === 'year' || parts[0]?.type === 'era';
}

function formatToParts({ start, precision, year }: DatePart, language: Language) {
	return new Intl.DateTimeFormat(formatOf(language), {
		year: 'numeric',
		...(year < 1 && { era: 'short' }),
		...(precision !== 'year' && { month: 'long' }),
		...(precision === 'day' && { day: 'numeric' }),
		timeZone: 'UTC'
	}).formatToParts(parseDay(start));
}

/** @returns BCP 47 tag for `Intl` formats */
function formatOf(language: Language): string {
	return m.format_locale({}, { locale: language });
}
