import { quote } from '../error-text.ts';
import { RELATIONS, STANCES, STATUSES } from '../vocabulary.ts';
import { checkDate } from './date.ts';
import type { Report } from './fault.ts';
import { relationFault } from './relations.ts';
import {
	checkItems,
	checkOptionalText,
	checkText,
	checkWord,
	isAbsent,
	isRecord,
	refuse
} from './value.ts';

/**
 * Checks an event as the chart reads it: a compiled one, or one with the required fields alone.
 * @param isKnown whether the timeline has a line of that id
 */
export function checkEvent(
	event: unknown,
	isKnown: (line: unknown) => boolean,
	report: Report
): void {
	if (!isRecord(event)) return report('', `is not an object: ${quote(event)}`);
	const { id, title, status, lines, importance, date, relations, evidence } = event;
	checkText(id, 'id', report);
	checkText(title, 'title', report);
	if (isAbsent(status) || status === '') report('status', 'has no "status", such as "happened"');
	else checkWord(status, 'status', STATUSES, report);
	if (!isAbsent(lines) && !Array.isArray(lines)) refuse(lines, 'lines', 'an array', report);
	else if (!lines?.some(isKnown)) report('lines', 'is not on any of the timeline’s "lines"');
	checkDate(date, report);
	if (!isAbsent(importance) && importance !== 1 && importance !== 2 && importance !== 3)
		refuse(importance, 'importance', '1, 2 or 3', report);
	checkOptionalText(event.short, 'short', report);
	checkOptionalText(event.summary, 'summary', report);
	checkItems(relations, 'relations', report, (relation, name, index) => {
		checkWord(relation.type, `${name}.type`, RELATIONS, report);
		checkText(relation.event, `${name}.event`, report);
		const fault = relationFault(relations as unknown[], index, id);
		if (fault) report(name, fault);
	});
	checkItems(evidence, 'evidence', report, (item, name) => {
		if (!isAbsent(item.stance)) checkWord(item.stance, `${name}.stance`, STANCES, report);
		for (const key of ['source', 'exact', 'translation'])
			checkOptionalText(item[key], `${name}.${key}`, report);
	});
}
