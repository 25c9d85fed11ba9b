/** The words of everyday dates in English, German, Italian and Chinese, and some in French and Spanish. */
import { findMonth } from './month-names.ts';

export type Era = 'bce' | 'ce' | null;

/** @returns the text in lower case, with plain hyphens and spaces, and without the day of the week */
export function fold(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[–—−]/g, '-')
		.replace(/’/g, "'")
		.replace(/\s+/g, ' ')
		.trim()
		.replace(WEEKDAY, '');
}

const WEEKDAY = new RegExp(
	'^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|' +
		'(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|' +
		'(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)),? '
);

export const ABOUT =
	/^(?:(?:ca?|approx|um|env)\.? ?(?=\d)|(?:ca?|approx|um|env)\.? |(?:circa|about|around|approximately|roughly|etwa|ungefähr|gegen|vers|environ|verso(?: il)?|intorno (?:al|a)) |~ ?|大约|约)|(?: ?左右| circa)$/;
export const PERHAPS =
	/^(?:(?:probably|possibly|perhaps|maybe|wohl|vielleicht|wahrscheinlich|forse|probabilmente) |\? ?|可能)|(?: ?\(\?\)| ?\?)$/;
export const OPEN_END =
	/^(?:now|today|(?:the )?present|ongoing|heute|jetzt|oggi|(?:al )?presente|至今|今)$/;

export const DECADES = [
	/^(?:the )?(\d{3})0'?s$/,
	/^(?:die )?(\d{3})0er(?:[ -]jahre)?$/,
	/^(?:gli )?anni (\d{3})0$/,
	/^(\d{3})0年代$/
];

const BCE = / ?(?:\bbce?|b\. ?c\. ?(?:e\.)?|v\. ?chr\.?|a\. ?c\.|\bav\. ?j\.?-?c\.?)$/;
const CE = / ?(?:\bce|\bad|a\. ?d\.|c\. ?e\.|n\. ?chr\.?|d\. ?c\.)$/;

/** @returns the date without the words for before or after Christ */
export function splitEra(folded: string): { rest: string; era: Era } {
	const chinese = /^(公元前|公元)(.+?)$/.exec(folded);
	if (chinese) return { rest: chinese[2]!, era: chinese[1] === '公元' ? 'ce' : 'bce' };
	if (BCE.test(folded)) return { rest: folded.replace(BCE, ''), era: 'bce' };
	if (/^ad /.test(folded)) return { rest: folded.slice(3), era: 'ce' };
	if (CE.test(folded)) return { rest: folded.replace(CE, ''), era: 'ce' };
	return { rest: folded, era: null };
}

/** @returns the number of a century, counted from 1; null for other texts */
export function readCentury(folded: string): number | null {
	const [, ordinal] =
		/^(?:the )?(\d{1,2})(?:st|nd|rd|th)[ -]century$/.exec(folded) ??
		/^(?:das )?(\d{1,2})\. ?jahrhundert$/.exec(folded) ??
		/^(\d{1,2})世纪$/.exec(folded) ??
		[];
	if (ordinal) return Number(ordinal) || null;
	const [, roman] = /^(?:il )?([ivx]+) secolo$/.exec(folded) ?? [];
	return roman ? fromRoman(roman) : null;
}

function fromRoman(text: string): number | null {
	const at = ROMAN.indexOf(text);
	return at < 0 ? null : at + 1;
}
const ROMAN =
	'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii'.split(' ');

/** EDTF's codes. */
export const CODES: Record<string, number> = Object.assign(Object.create(null), {
	...sameCode(21, 'spring', 'frühling', 'frühjahr', 'primavera', 'printemps', '春', '春天', '春季'),
	...sameCode(22, 'summer', 'sommer', 'estate', 'été', 'verano', '夏', '夏天', '夏季'),
	...sameCode(23, 'autumn', 'fall', 'herbst', 'autunno', 'automne', 'otoño', '秋', '秋天', '秋季'),
	...sameCode(24, 'winter', 'inverno', 'hiver', 'invierno', '冬', '冬天', '冬季'),
	...sameCode(
		33,
		'q1',
		'1st quarter',
		'first quarter',
		'1. quartal',
		'primo trimestre',
		'第一季度'
	),
	...sameCode(
		34,
		'q2',
		'2nd quarter',
		'second quarter',
		'2. quartal',
		'secondo trimestre',
		'第二季度'
	),
	...sameCode(
		35,
		'q3',
		'3rd quarter',
		'third quarter',
		'3. quartal',
		'terzo trimestre',
		'第三季度'
	),
	...sameCode(
		36,
		'q4',
		'4th quarter',
		'fourth quarter',
		'4. quartal',
		'quarto trimestre',
		'第四季度'
	),
	...sameCode(40, 'h1', 'first half', '1. halbjahr', 'prima metà', '上半年'),
	...sameCode(41, 'h2', 'second half', '2. halbjahr', 'seconda metà', '下半年')
});

function sameCode(code: number, ...names: string[]): Record<string, number> {
	return Object.fromEntries(names.map((name) => [name, code]));
}

/** First and last month of parts that have no exact limits. */
export const PARTS: Record<string, [string, string]> = Object.assign(Object.create(null), {
	...sameMonths(['01', '03'], 'early', 'anfang', "l'inizio", 'inizio', '年初', '初'),
	...sameMonths(['05', '08'], 'mid', 'mitte', 'metà', '年中', '中'),
	...sameMonths(['10', '12'], 'late', 'ende', 'fine', '年底', '年末', '底')
});

function sameMonths(
	months: [string, string],
	...names: string[]
): Record<string, [string, string]> {
	return Object.fromEntries(names.map((name) => [name, months]));
}

/** “the second half of 2010” is `second half` and `2010`; other texts give empty ones. */
export function splitPart(folded: string): { name: string; year: string } {
	const match =
		/^(?:in )?(?:the |im |nel |nella |in der )?(?<name>.+?)(?: of| in| del| dell'| nel|,)?[ -](?<year>\d{4})$/.exec(
			folded
		) ??
		/^(?<year>\d{4})[ -](?<name>.+)$/.exec(folded) ??
		/^(?<year>\d{4})年?(?<name>\p{Script=Han}+)$/u.exec(folded);
	return { name: match?.groups?.name ?? '', year: match?.groups?.year ?? '' };
}

export type Limit = 'before' | 'by' | 'until' | 'after' | 'since';

const LIMITS: [Limit, RegExp][] = [
	['before', /^(?:before|vor|prima del|prima di|avant) (.+)$/],
	['before', /^(.+?)(?:以前|之前|前)$/],
	['by', /^(?:by|not later than|spätestens|entro il|entro) (.+)$/],
	['until', /^(?:until|till|bis|fino al|fino a|jusqu'en) (.+)$/],
	['after', /^(?:after|nach|dopo il|dopo|après) (.+)$/],
	['after', /^(.+?)(?:以后|之后|后)$/],
	['since', /^(?:since|from|seit|ab|dal|dall'|depuis) (.+)$/],
	['since', /^(?:自从?|从)(.+?)(?:以来|起)$/]
];

export function splitLimit(folded: string): { limit: Limit | null; rest: string } {
	for (const [limit, pattern] of LIMITS) {
		const rest = pattern.exec(folded)?.[1];
		if (rest) return { limit, rest };
	}
	return { limit: null, rest: folded };
}

const RANGE =
	/^(?:(from|between|von|zwischen|dal|tra il|tra|fra il|fra|从) ?)?(.+?)(?: (?:-|to|and|until|till|bis|und|al|e il|e) |至|到)(.+)$/;
/** “1901-1905”, “2010-present”, “12-14 may 1865”, “may-june 1865”, “100-44 bc” */
const CLOSE =
	/^()(\d{1,4}|\p{L}+(?: \d{1,2})?)-(\d{1,4}(?:,? .+)?|\p{L}+(?: .+)?|\d{1,4} ?[a-z. ]+)$/u;

export function splitRange(
	folded: string
): { isBetween: boolean; first: string; last: string } | null {
	const [, opening = '', first, last] = RANGE.exec(folded) ?? CLOSE.exec(folded) ?? [];
	if (!first || !last) return null;
	const isBetween = /^(?:between|zwischen|tra|fra)/.test(opening);
	return { isBetween, first: first.trim(), last: last.trim() };
}

/** @returns a day, a month, or both, without a year: “12”, “may”, “12 may” */
export function readBare(folded: string): { month?: number; day?: number } | null {
	const parts = folded.replace(/(\d)(?:st|nd|rd|th|er|º|°|\.)(?=\s|$)/g, '$1').split(/[\s.,]+/);
	const months = parts.flatMap((part) => findMonth(part) ?? []);
	const days = parts.filter((part) => /^\d{1,2}$/.test(part)).map(Number);
	if (parts.length !== months.length + days.length || months.length > 1 || days.length > 1)
		return null;
	return { month: months[0], day: days[0] };
}

/** “14, 1865” */
export function readDayAndYear(folded: string): { day: number; year: number } | null {
	const [, day, year] = /^(\d{1,2}),? (\d{4})$/.exec(folded) ?? [];
	return day ? { day: Number(day), year: Number(year) } : null;
}
