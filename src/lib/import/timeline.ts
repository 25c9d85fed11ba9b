/** Reads our own `timeline.json`, as it is. */
import { timelineFaults } from '../model/rules/timeline.ts';
import { isRecord } from '../model/rules/value.ts';
import { fault } from './remarks.ts';
import type { ImportedTimeline, Reading, Remark, Row } from './types.ts';

/** @returns null for JSON of another kind */
export function readTimeline(
	json: unknown
): Pick<Reading, 'rows' | 'timeline' | 'sources' | 'questions'> | null {
	if (!isRecord(json) || !Array.isArray(json.events) || !Array.isArray(json.lines)) return null;
	const faults = new Map<number, Remark[]>();
	const questions: Remark[] = [];
	for (const { at, words } of timelineFaults(json)) {
		const remark = fault('invalid-event', { values: { words } });
		if (at?.list === 'events') faults.set(at.index, [...(faults.get(at.index) ?? []), remark]);
		else questions.push(remark);
	}
	const events: unknown[] = [];
	const rows = json.events.map((event: unknown, index): Row => {
		const remarks = faults.get(index) ?? [];
		const cells = [textOf(event, 'id'), textOf(event, 'title')];
		if (remarks.length)
			return { number: index + 1, cells, verdict: 'unclear', remarks, event: null };
		events.push(event);
		const { evidence } = event as { evidence?: unknown[] };
		const isDraft = !evidence?.length;
		if (isDraft) remarks.push(fault('no-quotation', { role: 'quotation' }));
		const verdict = isDraft ? 'draft' : 'ready';
		return { number: index + 1, cells, verdict, remarks, event: events.length - 1 };
	});
	const isWhole = events.length === json.events.length;
	const timeline = (isWhole ? json : { ...json, events }) as unknown as ImportedTimeline;
	const sources = (json.sources ?? []) as Reading['sources'];
	return { rows, timeline: questions.length ? null : timeline, sources, questions };
}

function textOf(event: unknown, key: string): string {
	const value = isRecord(event) ? event[key] : '';
	return typeof value === 'string' ? value : '';
}
