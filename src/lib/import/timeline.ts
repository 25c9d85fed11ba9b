/** Reads our own `timeline.json`, as it is, or what `mountTimeline` takes. */
import * as m from '../language/messages.ts';
import { timelineFaults } from '../model/rules/timeline.ts';
import { isRecord } from '../model/rules/value.ts';
import { fault } from './remarks.ts';
import { chapterOf } from './rows/rows.ts';
import type { ImportedEvent, ImportedTimeline, Reading, Remark, Row } from './types.ts';

/** @param title of a timeline that has none of its own @returns null for JSON of another kind */
export function readTimeline(
	json: unknown,
	title: string = m.import_untitled()
): Pick<Reading, 'rows' | 'timeline' | 'sources' | 'questions' | 'fault'> | null {
	if (!isRecord(json) || !Array.isArray(json.events) || !Array.isArray(json.lines)) return null;
	const faults = new Map<number, Remark[]>();
	for (const { at, words } of timelineFaults(json)) {
		if (at?.list === 'events') {
			const remark = fault('invalid-event', { values: { words } });
			faults.set(at.index, [...(faults.get(at.index) ?? []), remark]);
		} else {
			const place = at ? `${at.list}[${at.index}]` : 'timeline';
			const whole = fault('invalid-timeline', { values: { place, words } });
			return { rows: [], timeline: null, sources: [], questions: [], fault: whole };
		}
	}
	const events: unknown[] = [];
	const rows = json.events.map((event: unknown, index): Row => {
		const remarks = faults.get(index) ?? [];
		const cells = [textOf(event, 'id'), textOf(event, 'title')];
		if (remarks.length)
			return { number: index + 1, cells, verdict: 'unclear', remarks, event: null };
		const { evidence } = event as { evidence?: unknown[] };
		events.push(evidence ? event : { ...(event as object), evidence: [] });
		const isDraft = !evidence?.length;
		if (isDraft) remarks.push(fault('no-quotation', { role: 'quotation' }));
		const verdict = isDraft ? 'draft' : 'ready';
		return { number: index + 1, cells, verdict, remarks, event: events.length - 1 };
	});
	const chapters = json.chapters ?? chapterOf(events as ImportedEvent[], title);
	const given = { title, ...json, sources: json.sources ?? [], chapters, events };
	const timeline = given as unknown as ImportedTimeline;
	const sources = [...timeline.sources!, ...(timeline.undatedSources ?? [])];
	return { rows, timeline, sources: sources as Reading['sources'], questions: [], fault: null };
}

function textOf(event: unknown, key: string): string {
	const value = isRecord(event) ? event[key] : '';
	return typeof value === 'string' ? value : '';
}
