/**
 * Everyday dates, such as “12 May 1865”, “c. 1871” or “the 1960s”: what to write in EDTF instead.
 * Nothing is guessed: a text with two readings gets both.
 */
import { findMonth } from './month-names.ts';

type Precision = 'day' | 'month' | 'year';

const PLACEHOLDERS: Record<Precision, string> = {
	day: 'YYYY-MM-DD',
	month: 'YYYY-MM',
	year: 'YYYY'
};

const ABOUT = /^(?:(?:ca?|approx|um|env)\.? |circa |about |around |approximately |roughly |~ ?)/;
const PERHAPS = /^(?:(?:probably|possibly|perhaps|maybe) |\? ?)/;
const LIMIT = /^(before|until|till|by|after|since|from) (.+)$/;
const RANGE = /^(?:from |between )?(.+?)(?: (?:-|to|and|until|till) )(.+)$/;
const YEARS = /^(\d{4})-(\d{4}|now|present|today)$/;
const OPEN_END = /^(?:now|today|(?:the )?present)$/;
const BEFORE_CHRIST = /^(?:c\. ?)?(\d{1,4}) ?(?:bce?|b\. ?c\. ?(?:e\.)?)$/;
const CODES: Record<string, number> = {
	spring: 21,
	summer: 22,
	autumn: 23,
	fall: 23,
	winter: 24,
	q1: 33,
	q2: 34,
	q3: 35,
	q4: 36,
	h1: 40,
	h2: 41,
	'first half': 40,
	'second half': 41
};
const PARTS: Record<string, [string, string]> = {
	early: ['01', '03'],
	mid: ['05', '08'],
	late: ['10', '12']
};

/** @returns the fault and the remedy, one clause; null for a text that is not an everyday date */
export function explainEveryday(text: string): string | null {
	const words = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[–—−]/g, '-')
		.replace(/\s+/g, ' ')
		.trim();
	return (
		explainDate(words) ??
		explainMarked(words, ABOUT, '~') ??
		explainMarked(words, PERHAPS, '?') ??
		explainEra(words) ??
		explainPart(words) ??
		explainLimit(words) ??
		explainRange(words)
	);
}

/**
 * @returns the dates that the text may mean, in EDTF: none, one, or two where day and month may be swapped
 */
export function readEveryday(words: string): string[] {
	if (/^\d{4}$/.test(words)) return Number(words) > 0 ? [words] : [];
	const [, y, m, d] =
		/^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(words) ??
		/^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(words) ??
		[];
	if (y) return toDates([[y, m!, d]]);
	const [, month, year] = /^(\d{1,2})[-./](\d{4})$/.exec(words) ?? [];
	if (year) return toDates([[year, month!]]);
	const [, a, mark, b, last] = /^(\d{1,2})([-./]) ?(\d{1,2})\2 ?(\d{4})$/.exec(words) ?? [];
	if (last) {
		// dots mean day, month, year wherever they are used; slashes and hyphens do not
		const dayFirst: Parts = [last, b!, a!];
		return toDates(mark === '.' ? [dayFirst] : [dayFirst, [last, a!, b!]]);
	}
	return readNamedMonth(words);
}

type Parts = [year: string, month: string, day?: string];

/** “May 1865”, “12 May 1865”, “12th of May, 1865”, “May 12, 1865”, “1865 May 12”, “12. Mai 1865” */
function readNamedMonth(words: string): string[] {
	const parts = words
		.replace(/(\d)(?:st|nd|rd|th|er|º|°)\b/g, '$1')
		.split(/[\s.,]+/)
		.filter((part) => part && !/^(?:of|the|de|del|di)$/.test(part));
	const months = parts.flatMap((part) => findMonth(part) ?? []);
	const years = parts.filter((part) => /^\d{4}$/.test(part));
	const days = parts.filter((part) => /^\d{1,2}$/.test(part));
	if (months.length !== 1 || years.length !== 1 || days.length > 1) return [];
	if (parts.length !== 2 + days.length) return [];
	return toDates([[years[0]!, String(months[0]), days[0]]]);
}

function toDates(readings: Parts[]): string[] {
	const dates = readings.flatMap(([year, month, day]) => {
		const last = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
		const isMonth = Number(month) >= 1 && Number(month) <= 12 && Number(year) > 0;
		if (!isMonth || (day && (Number(day) < 1 || Number(day) > last))) return [];
		return [[year, month.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')];
	});
	return [...new Set(dates)];
}

function explainDate(words: string): string | null {
	const [first, second] = readEveryday(words);
	if (!first) return null;
	const [, year, next] = /^(\d{4})\/(\d\d)$/.exec(words) ?? [];
	if (year && Number(next) === (Number(year) % 100) + 1) {
		return `can mean a month or two years: write "${first}" or "${year}/${Number(year) + 1}"`;
	}
	if (second) return `can mean two days: write "${first}" or "${second}"`;
	return `is not written in EDTF: write "${first}"`;
}

function explainMarked(words: string, pattern: RegExp, mark: '~' | '?'): string | null {
	const rest = words.replace(pattern, '');
	if (rest === words) return null;
	const dates = readEveryday(rest);
	if (dates.length) {
		const marked = dates.map((date) => `"${date}${mark}"`).join(' or ');
		return `is not written in EDTF: write ${marked}`;
	}
	const decade = readDecade(rest);
	return decade && `is not written in EDTF: ${explainMaskedMark(decade)}`;
}

/** @param masked a decade or century, `196X` or `19XX` @returns the remedy for a mark on it, which EDTF does not allow */
export function explainMaskedMark(masked: string): string {
	const [years, margin] = masked.endsWith('XX') ? [100, 20] : [10, 5];
	const start = Number(masked.replaceAll('X', '0'));
	const range = [start - margin, start + years - 1 + margin].map((year) =>
		String(Math.max(1, year)).padStart(4, '0')
	);
	return `write "${masked}" without a mark, or a wider range such as "[${range.join('..')}]"`;
}

function readDecade(words: string): string | null {
	const [, decade] = /^(?:the )?(\d{3})0['’]?s$/.exec(words) ?? [];
	return decade ? `${decade}X` : null;
}

function explainEra(words: string): string | null {
	const decade = readDecade(words);
	if (decade?.endsWith('0X')) {
		const century = `${decade.slice(0, 2)}XX`;
		return `can mean a decade or a century: write "${decade}" or "${century}"`;
	}
	if (decade) return `is not written in EDTF: write "${decade}"`;
	const [, ordinal] = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)[ -]century$/.exec(words) ?? [];
	if (ordinal) {
		return `is not written in EDTF: write "${String(Number(ordinal) - 1).padStart(2, '0')}XX"`;
	}
	const [, year] = BEFORE_CHRIST.exec(words) ?? [];
	if (!year) return null;
	const counted = Number(year) === 1 ? '0000' : `-${String(Number(year) - 1).padStart(4, '0')}`;
	return `is "${counted}" in EDTF, but the years of a timeline run from 0001 to 9999`;
}

/** “spring 2010”, “Q1 2010”, “the second half of 2010”, “late 2017” */
function explainPart(words: string): string | null {
	const match =
		/^(?:in )?(?:the )?(?<name>.+?)(?: of| in|,)?[ -](?<year>\d{4})$/.exec(words) ??
		/^(?<year>\d{4})[ -](?<name>.+)$/.exec(words);
	const { name, year } = match?.groups ?? {};
	if (!name || !year) return null;
	const code = CODES[name];
	if (code) return `is not written in EDTF: write "${year}-${code}"`;
	const months = PARTS[name];
	if (!months) return null;
	const [from, to] = months;
	return `is not written in EDTF: write the months that it may mean, such as "[${year}-${from}..${year}-${to}]"`;
}

/** “before 1902”, “by May 1902”, “after 1902”, “since 1902” */
function explainLimit(words: string): string | null {
	const [, limit, rest] = LIMIT.exec(words) ?? [];
	const [date, ambiguous] = readEveryday(rest ?? '');
	if (!date || ambiguous) return null;
	if (limit === 'since' || limit === 'from') {
		return `is not written in EDTF: write "${date}/.." for what is still going on`;
	}
	if (limit === 'until' || limit === 'till') {
		return `has no start: write "${placeholderOf(date)}/${date}", with the date on which it began`;
	}
	return limit === 'after'
		? explainOpen(step(date, 1), null)
		: explainOpen(null, limit === 'by' ? date : step(date, -1));
}

/**
 * @param from first possible date, @param to last possible date; one of them is null
 * @returns the fault and the remedy for a set without one of its ends
 */
export function explainOpen(from: string | null, to: string | null): string {
	const blank = placeholderOf((from ?? to)!);
	const [end, extreme] = from === null ? ['earliest', 'first'] : ['latest', 'last'];
	return `has no ${extreme} date: write "[${from ?? blank}..${to ?? blank}]", where ${blank} is the ${end} date that the sources allow`;
}

/** “1901-1905”, “from May 1901 to 1905”, “2010 to present” */
function explainRange(words: string): string | null {
	const [, first, second] = RANGE.exec(words) ?? YEARS.exec(words) ?? [];
	const [from, other] = readEveryday(first ?? '');
	if (!from || other) return null;
	if (OPEN_END.test(second!))
		return `is not written in EDTF: write "${from}/.." for what is still going on`;
	const [to, another] = readEveryday(second!);
	if (!to || another || to <= from) return null;
	return `is not written in EDTF: write "${from}/${to}" for what lasted, or "[${from}..${to}]" for one moment between`;
}

function precisionOf(date: string): Precision {
	return (['year', 'month', 'day'] as const)[date.split('-').length - 1]!;
}

function placeholderOf(date: string): string {
	return PLACEHOLDERS[precisionOf(date)];
}

/** @returns the date before or after, in the same precision */
function step(date: string, by: 1 | -1): string {
	const [year, month = 1, day = 1] = date.split('-').map(Number);
	const precision = precisionOf(date);
	const moved = new Date(0);
	moved.setUTCFullYear(
		year! + (precision === 'year' ? by : 0),
		month - 1 + (precision === 'month' ? by : 0),
		day + (precision === 'day' ? by : 0)
	);
	return moved.toISOString().slice(0, date.length);
}
