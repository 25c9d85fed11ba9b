/** Years, months and days of an everyday date, in figures or with the month's name. */
import { findMonth } from './month-names.ts';

/** Numbers as written; a month or a day may not be in the calendar. */
export interface Parts {
	year?: number;
	month?: number;
	day?: number;
}

const YEAR_FIRST = [
	/^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/,
	/^(\d{1,4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$/
];

/**
 * @param isShort whether a year may have less than four digits, since the era is said
 * @returns the readings, day first before month first; null for a text that is not in figures
 */
export function readFigures(text: string, isShort = false): Parts[] | null {
	if (isShort ? /^\d{1,4}$/.test(text) : /^\d{4}$/.test(text)) return [{ year: Number(text) }];
	for (const pattern of YEAR_FIRST) {
		const [, year, month, day] = pattern.exec(text) ?? [];
		if (year && (year.length === 4 || isShort)) return [toParts(year, month, day)];
	}
	const [, month, year] = /^(\d{1,2})[-./](\d{4})$/.exec(text) ?? [];
	if (year) return [toParts(year, month)];
	const [, a, mark, b, last] = /^(\d{1,2}) ?([-./]) ?(\d{1,2}) ?\2 ?(\d{4})$/.exec(text) ?? [];
	if (!last) return null;
	// dots mean day, month, year wherever they are used; slashes and hyphens do not
	const dayFirst = toParts(last, b, a);
	return mark === '.' ? [dayFirst] : [dayFirst, toParts(last, a, b)];
}

/** “May 1865”, “12 May 1865”, “12th of May, 1865”, “May 12, 1865”, “1865 May 12”, “12. Mai 1865” */
export function readNamed(text: string, isShort = false): Parts[] {
	const parts = text
		.replace(/(\d)(?:st|nd|rd|th|er|º|°)\b/g, '$1')
		// 12-May-1865
		.replace(/^(\d{1,2})-(\p{L}+)-(\d{4})$/u, '$1 $2 $3')
		.split(/[\s.,]+/)
		.filter((part) => part && !/^(?:of|the|de|del|di|il|der|den|le)$/.test(part));
	const months = parts.flatMap((part) => findMonth(part) ?? []);
	const isYear = (part: string, index: number) =>
		/^\d{4}$/.test(part) || (isShort && index === parts.length - 1 && /^\d{1,4}$/.test(part));
	const years = parts.filter(isYear);
	const days = parts.filter((part, index) => /^\d{1,2}$/.test(part) && !isYear(part, index));
	if (months.length !== 1 || years.length !== 1 || days.length > 1) return [];
	if (parts.length !== 2 + days.length) return [];
	return [toParts(years[0]!, String(months[0]), days[0])];
}

function toParts(year: string, month?: string, day?: string): Parts {
	return {
		year: Number(year),
		month: month === undefined ? undefined : Number(month),
		day: day === undefined ? undefined : Number(day)
	};
}
