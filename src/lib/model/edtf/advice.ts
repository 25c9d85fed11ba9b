/** What to write instead of an everyday date, for the sentence that refuses it. */
import { readEveryday, widen } from './everyday.ts';

/** @returns the fault and the remedy, one clause; null for a text that is not an everyday date */
export function explainEveryday(text: string): string | null {
	const date = readEveryday(text);
	if (!date) return null;
	const [first, second] = date.readings as [string, string?];
	const either = date.readings.map((reading) => JSON.stringify(reading)).join(' or ');
	switch (date.kind) {
		case 'order':
			return date.mark
				? `is not written in EDTF: write ${either}`
				: `can mean two days: write ${either}`;
		case 'month-or-years':
			return `can mean a month or two years: write ${either}`;
		case 'decade-or-century':
			return `can mean a decade or a century: write ${either}`;
		case 'masked':
			return `is not written in EDTF: ${explainMaskedMark(first)}`;
		case 'part':
			return `is not written in EDTF: write the months that it may mean, such as "${first}"`;
		case 'ongoing':
			return `is not written in EDTF: write "${first}" for what is still going on`;
		case 'span':
			return second
				? `is not written in EDTF: write "${first}" for what lasted, or "${second}" for one moment between`
				: `is not written in EDTF: write "${first}"`;
		case 'no-start':
			return `has no start: write "${first}", with the date on which it began`;
		case 'no-earliest':
		case 'no-latest':
			return explainOpen(...(first.slice(1, -1).split('..') as [string, string]));
		default:
			return `is not written in EDTF: write "${first}"`;
	}
}

/** @param masked a decade or century, `196X` or `19XX` @returns the remedy for a mark on it, which EDTF does not allow */
export function explainMaskedMark(masked: string): string {
	return `write "${masked}" without a mark, or a wider range such as "${widen(masked)}"`;
}

/**
 * @param from first possible date, @param to last possible date; one of them is a placeholder, or empty
 * @returns the fault and the remedy for a set without one of its ends
 */
export function explainOpen(from: string, to: string): string {
	const isFirst = from === '' || from.startsWith('Y');
	const known = isFirst ? to : from;
	const blank = ['YYYY', 'YYYY-MM', 'YYYY-MM-DD'][known.replace(/^-/, '').split('-').length - 1]!;
	const [end, extreme] = isFirst ? ['earliest', 'first'] : ['latest', 'last'];
	const range = isFirst ? `[${blank}..${known}]` : `[${known}..${blank}]`;
	return `has no ${extreme} date: write "${range}", where ${blank} is the ${end} date that the sources allow`;
}
