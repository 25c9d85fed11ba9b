/** Rules of single values. What they report is the predicate of a sentence about the record. */
import { list, quote } from '../error-text.ts';
import type { Report } from './fault.ts';

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns whether an optional field is left out */
export function isAbsent(value: unknown): value is null | undefined {
	return value === null || value === undefined;
}

/** @param value of a field that must be a text with more than white space */
export function checkText(value: unknown, field: string, report: Report): void {
	if (typeof value === 'string' ? !/\S/.test(value) : isAbsent(value))
		report(field, `has no "${field}"`);
	else checkOptionalText(value, field, report);
}

export function checkOptionalText(value: unknown, field: string, report: Report): void {
	if (!isAbsent(value) && typeof value !== 'string') refuse(value, field, 'text', report);
}

/** @param value of a field that must be one of the words */
export function checkWord(
	value: unknown,
	field: string,
	words: readonly string[],
	report: Report
): void {
	if (words.includes(value as string)) return;
	const quoted = words.map((word) => `"${word}"`);
	refuse(value, field, list(quoted, 'or'), report);
}

/** Reports a value that is not what its field needs. */
export function refuse(value: unknown, field: string, needed: string, report: Report): void {
	report(field, `has ${article(field)} "${field}" that is not ${needed}: ${quote(value)}`);
}

/** Checks the items of an optional list of objects, each by its own name, such as `evidence[0]`. */
export function checkItems(
	items: unknown,
	field: string,
	report: Report,
	check: (item: Record<string, unknown>, name: string, index: number) => void
): void {
	if (isAbsent(items)) return;
	if (!Array.isArray(items)) return refuse(items, field, 'an array', report);
	// an index loop: a list may have holes
	for (let index = 0; index < items.length; index++) {
		const name = `${field}[${index}]`;
		if (isRecord(items[index])) check(items[index], name, index);
		else refuse(items[index], name, 'an object', report);
	}
}

function article(field: string): string {
	return /^[aei]/.test(field) ? 'an' : 'a';
}
