/** From what was read to the records of a data folder. */
import type { EventInput } from '../../model/input.ts';
import { isRecord } from '../../model/rules/value.ts';
import type { ImportedEvent, ImportedSource, Reading } from '../types.ts';

type Fields = Record<string, unknown>;

export interface FolderRecords {
	/** of `timeline.yaml`; only what the file itself says */
	head: Fields;
	lines: { id: string; label: string }[];
	chapters: Fields[];
	sources: (Fields & { id: string })[];
	events: (Fields & { id: string })[];
}

/** @returns null if nothing was read */
export function recordsOf(reading: Reading): FolderRecords | null {
	const { timeline } = reading;
	if (!timeline) return null;
	if (reading.format === 'timeline') return recordsOfTimeline(timeline as unknown as Fields);
	return {
		head: pick(timeline as unknown as Fields, ['title', 'introduction']),
		lines: timeline.lines,
		chapters: timeline.chapters,
		sources: reading.sources.map(draftSource),
		events: timeline.events.map(draftEvent)
	};
}

/** A table says too little of a source to check its quotations: both are drafts, until somebody completes them. */
function draftSource({ id, title, publisher, url, published }: ImportedSource) {
	return { id, draft: true, title, publisher, url, published };
}

function draftEvent(event: ImportedEvent) {
	const { edtf, basis, note } = event.date;
	const quoted = new Set([...event.evidence, ...event.pending].map(({ source }) => source));
	return {
		...pick(event as unknown as Fields, ['id', 'title', 'short', 'summary']),
		id: event.id,
		date: note || basis !== 'stated' ? { edtf, basis, note } : edtf,
		...pick(event as unknown as Fields, ['status', 'lines', 'importance', 'chapter', 'by', 'note']),
		draft: true,
		evidence: [
			...event.evidence.map(({ stance, ...quotation }) => ({
				...quotation,
				stance: stance === 'supports' ? null : stance
			})),
			...event.pending,
			...event.cited.filter((id) => !quoted.has(id)).map((source) => ({ source }))
		]
	};
}

const HEAD = ['title', 'company', 'language', 'version', 'updated', 'license', 'introduction'];

/** Of a compiled timeline: what the compiler adds is left out. */
function recordsOfTimeline(timeline: Fields): FolderRecords {
	const list = (key: string) => ((timeline[key] ?? []) as Fields[]).filter(isRecord);
	return {
		head: pick(timeline, [...HEAD, 'contact', 'aliases', 'renamed']),
		lines: list('lines') as FolderRecords['lines'],
		chapters: list('chapters'),
		sources: [...list('sources'), ...list('undatedSources')].map(recordOfSource),
		// those with `cited` were read from a table
		events: list('events').map((event) =>
			'cited' in event ? draftEvent(event as unknown as ImportedEvent) : recordOfEvent(event)
		) as FolderRecords['events']
	};
}

function recordOfSource({ publication: _, share: _share, ...source }: Fields) {
	// a source that was read from a table has no kind
	return { ...source, ...(!source.kind && { draft: true }) } as FolderRecords['sources'][number];
}

function recordOfEvent({ date, evidence, ...event }: Fields): Fields {
	const { basis = 'stated', note } = date as Fields;
	const edtf = edtfOf(date as EventInput['date']);
	const quotations = ((evidence ?? []) as Fields[]).map(({ dateLabel: _, highlight, ...rest }) => {
		const [from, to] = (highlight ?? [0, 0]) as [number, number];
		return { ...rest, highlight: String(rest.exact).slice(from, to) || null };
	});
	const { id, title, short, summary, importance, chapter, ...others } = event;
	return {
		...{ id, title, short, summary: summary || title, importance: importance ?? 2 },
		chapter: chapter ?? 'all',
		draft: quotations.length === 0 || null,
		date: basis === 'stated' && !note ? edtf : { edtf, basis, note },
		...others,
		evidence: quotations
	};
}

/** @returns the date's EDTF; derived from its days if it has none, as in input of `mountTimeline` */
function edtfOf({ edtf, start, end, kind }: EventInput['date'] & { edtf?: string }): string {
	if (edtf || start === end) return edtf ?? start;
	return kind === 'period' ? `${start}/${end ?? '..'}` : `[${start}..${end ?? ''}]`;
}

function pick(record: Fields, keys: string[]): Fields {
	return Object.fromEntries(keys.map((key) => [key, record[key]]));
}
