import { isReversed } from '../date.ts';
import { dayFault, SUCH_AS } from './day.ts';
import type { Report } from './fault.ts';
import { checkOptionalText, isAbsent, isRecord, refuse } from './value.ts';

const FLAGS = ['approximate', 'uncertain', 'ongoing'] as const;

/** Checks a compiled date. */
export function checkDate(date: unknown, report: Report): void {
	if (isAbsent(date)) return report('date', `has no "date.start" ${SUCH_AS}`);
	if (!isRecord(date)) return refuse(date, 'date', 'an object of "start" and "end"', report);
	const { start, end, kind, asOf, ongoing, label } = date;
	checkSpan(date, 'date', report);
	if (end === null && kind === 'moment')
		report('date.end', 'is a "moment" and has no "date.end"; give its last day');
	if (typeof end === 'string' && ongoing === true)
		report('date.ongoing', 'is "ongoing" and has a "date.end"; give null as "date.end"');
	if (!isAbsent(kind) && kind !== 'moment' && kind !== 'period')
		refuse(kind, 'date.kind', '"moment" or "period"', report);
	if (!isAbsent(asOf)) {
		const fault = dayFault(asOf, 'date.asOf', true) || orderFault(start, asOf, 'date.asOf', 'date');
		if (fault) report('date.asOf', fault);
	}
	for (const flag of FLAGS)
		if (!isAbsent(date[flag]) && typeof date[flag] !== 'boolean')
			refuse(date[flag], `date.${flag}`, 'true or false', report);
	checkOptionalText(label, 'date.label', report);
}

/** Checks the first and the last day of something; the last may be null. */
export function checkSpan(
	{ start, end }: Record<string, unknown>,
	name: string,
	report: Report
): void {
	const [first, last] = [`${name}.start`, `${name}.end`];
	const startFault = dayFault(start, first);
	if (startFault) report(first, startFault);
	else if (start === end) return;
	if (end === null) return;
	if (end === undefined || end === '') {
		const example = startFault ? '' : `, "${String(start)}" for that day alone`;
		return report(last, `has no "${last}"; give its last day${example}, or null while it lasts`);
	}
	const fault = dayFault(end, last, true) || orderFault(start, end, last, name);
	if (fault) report(last, fault);
}

/** @returns predicate of a sentence; empty if the days are in order, or one of them is not a day */
function orderFault(start: unknown, end: unknown, field: string, name: string): string {
	const isWrong = typeof start === 'string' && isReversed(start, String(end));
	return isWrong ? `has a "${field}" before its "${name}.start"` : '';
}
