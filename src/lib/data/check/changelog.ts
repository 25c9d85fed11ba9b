/** Checks the changelog: newest change first, with the dataset's own version and date. */
import { problemAt } from '../read/record.ts';
import type { Dataset } from '../read/dataset.ts';
import { quote } from '../../model/error-text.ts';
import type { Problem } from '../read/problem.ts';
import { checkReference } from './references.ts';

export function checkChanges({ head, changes, events, isComplete }: Dataset): Problem[] {
	const known = isComplete ? events : [];
	return [
		...checkNewest({ head, changes }),
		...changes.flatMap((change, index) => [
			...checkOrder(changes, index),
			...(change.fields.events ?? []).flatMap((id, at) =>
				checkReference(change, ['events', at], 'event', id, known)
			)
		])
	];
}

/** The feed is made from the changelog: a release without an entry would be missing from it. */
function checkNewest({ head, changes }: Pick<Dataset, 'head' | 'changes'>): Problem[] {
	const newest = changes[0];
	if (!head || !newest) return [];
	const pairs = [
		['version', newest.fields.version, head.fields.version],
		['date', newest.fields.date, head.fields.updated]
	] as const;
	return pairs.flatMap(([field, actual, expected]) => {
		if (!actual || !expected || actual === expected) return [];
		const key = field === 'date' ? 'updated' : field;
		const message = `${quote(actual)} differs from "${key}" in timeline.yaml, ${quote(expected)}: the first entry is the newest change`;
		return [problemAt(newest, [field], message)];
	});
}

function checkOrder(changes: Dataset['changes'], index: number): Problem[] {
	const change = changes[index]!;
	const newer = changes[index - 1]?.fields;
	const { version, date } = change.fields;
	const problems: Problem[] = [];
	if (newer?.version && version && compareVersions(version, newer.version) >= 0) {
		const message = `${quote(version)} is not older than ${quote(newer.version)} above it: write the newest change first`;
		problems.push(problemAt(change, ['version'], message));
	}
	if (newer?.date && date && date > newer.date) {
		const message = `${quote(date)} is later than ${quote(newer.date)} above it: write the newest change first`;
		problems.push(problemAt(change, ['date'], message));
	}
	return problems;
}

function compareVersions(a: string, b: string): number {
	return a.localeCompare(b, 'en', { numeric: true });
}
