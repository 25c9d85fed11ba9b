/** Dates in words, never more exact than they are. The words are in src/lib/language/<id>/dates.json. */
import * as m from '../../language/all-languages.ts';
import { BASE_LANGUAGE } from '../../language/languages.ts';
import type { Language } from '../../language/languages.ts';
import type { DateForm } from '../../model/edtf/edtf.ts';
import type { DatePart } from '../../model/edtf/single-date.ts';

/** A date as written: `describeDate` needs no more of it. */
interface Written {
	form: DateForm;
	parts: DatePart[];
}

type Unit = 'day' | 'month' | 'year';

// EDTF's codes for the first of each kind; the seasons come three times, the last two of one hemisphere.
const SPRING = 21;
const QUARTER = 33;
const THIRD = 37;
const HALF = 40;

/**
 * @param asOf the date on which a source vouches for an ongoing event
 * @returns for instance “about October 2010”, “7 or 8 February 2021” or “since 2010, still so in March 2018”
 */
export function describeDate(
	{ form, parts }: Written,
	language: Language = BASE_LANGUAGE,
	asOf: Written | null = null
): string {
	const locale = { locale: language };
	const [first, last] = [parts[0]!, parts.at(-1)!];
	const names = nameTogether(form === 'set' ? parts : [...new Set([first, last])], language);
	const [from, to] = [names[0]!, names.at(-1)!];
	switch (form) {
		case 'single': {
			const about = name(first, language);
			return first.uncertain ? m.date_doubtful({ date: about }, locale) : about;
		}
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

/** With its preposition: “on 7 February 2021”, “in March 2018”, “about 2010”. */
function describeWhen({ form, parts }: Written, language: Language): string {
	const label =
		form === 'single' ? nameInside(parts[0]!, language) : describeDate({ form, parts }, language);
	if (form === 'range') return label;
	return m.date_when(inflect(parts[0]!, label), { locale: language });
}

/** What a message must know of a date that it puts a preposition before. */
function inflect(part: DatePart, date: string) {
	const { month, day } = part;
	const about = part.approximate ? 'yes' : 'no';
	return { date, kind: kindOf(part), day, month, part: divisionOf(part), about };
}

/**
 * What the dates have in common is said once, in a language's own order: “7, 8 or 9 February 2021”,
 * “2021年2月7日、8日或9日”.
 */
function nameTogether(parts: DatePart[], language: Language): string[] {
	const isBigEndian = formatToParts(parts[0]!, language)[0]?.type === 'year';
	const full = isBigEndian ? parts[0]! : parts.at(-1)!;
	const isPlain = parts.every((part) => !part.approximate && !part.uncertain);
	const isOfOne = (unit: Unit) => parts.every((part) => part[unit] === full[unit]);
	return parts.map((part) => {
		const isShort =
			part !== full && isPlain && part.precision === full.precision && isOfOne('year');
		if (isShort && isOfOne('month') && part.day) return format(part, ['day'], language);
		if (isShort && part.month) return format(part, ['day', 'month'], language);
		return nameInside(part, language);
	});
}

/** As one of several dates, or after a word such as “since”. */
function nameInside(part: DatePart, language: Language): string {
	const about = name(part, language);
	return part.uncertain ? m.date_doubtful_inside({ date: about }, { locale: language }) : about;
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
			return format(date, ['day', 'month', 'year'], language);
	}
}

function kindOf({ precision, division }: DatePart) {
	if (precision !== 'division') return precision;
	if (division >= HALF) return 'half';
	if (division >= THIRD) return 'third';
	return division >= QUARTER ? 'quarter' : 'season';
}

/** @returns which half, third, quarter or season it is, from 1; 0 where it is none */
function divisionOf({ division }: DatePart): number {
	if (division === 0) return 0;
	const first = [HALF, THIRD, QUARTER].find((code) => division >= code);
	return first ? division - first + 1 : ((division - SPRING) % 4) + 1;
}

/** @returns the units that are kept, with what the language puts between and after them */
function format(part: DatePart, kept: Unit[], language: Language): string {
	const all = formatToParts(part, language);
	const isKept = ({ type }: Intl.DateTimeFormatPart) => kept.some((unit) => unit === type);
	// the signs after a unit are its own where the year comes first (“2月7日”), else those of the next
	const [from, to] =
		all[0]?.type === 'year'
			? [all.findIndex(isKept), all.length]
			: [0, all.findLastIndex(isKept) + 1];
	return all
		.slice(from, to)
		.map(({ value }) => value)
		.join('');
}

function formatToParts({ start, precision }: DatePart, language: Language) {
	return new Intl.DateTimeFormat(formatOf(language), {
		year: 'numeric',
		...(precision !== 'year' && { month: 'long' }),
		...(precision === 'day' && { day: 'numeric' }),
		timeZone: 'UTC'
	}).formatToParts(new Date(start));
}

/** @returns the BCP 47 tag by which dates are written */
function formatOf(language: Language): string {
	return m.format_locale({}, { locale: language });
}
