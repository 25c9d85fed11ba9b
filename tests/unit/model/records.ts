/** Record factories with defaults, so that a test sets only the fields it is about. */
import type {
	EventDate,
	Evidence,
	Source,
	Timeline,
	TimelineEvent
} from '../../../src/lib/model/types.ts';

/** @param end last day; by default `start`, and null for an open end */
export function dateOf(
	start: string,
	end: string | null = start,
	rest: Partial<EventDate> = {}
): EventDate {
	return {
		edtf: start,
		start,
		end,
		kind: 'moment',
		approximate: false,
		uncertain: false,
		ongoing: false,
		asOf: null,
		basis: 'stated',
		label: end === start ? start : `${start} to ${end ?? 'now'}`,
		note: null,
		...rest
	};
}

export function evidenceOf(source: string, rest: Partial<Evidence> = {}): Evidence {
	const { exact = 'Acme flew a kite.', start = 0 } = rest;
	return {
		source,
		voice: 'article',
		stance: 'supports',
		reading: null,
		exact,
		prefix: '',
		suffix: '',
		start,
		end: start + exact.length,
		breaks: [],
		highlight: null,
		translation: null,
		date: null,
		dateLabel: null,
		digest: '0123456789abcdef',
		...rest
	};
}

/** By default an event that happened on one day, on the line `kites`, without evidence. */
export function eventOf(id: string, rest: Partial<TimelineEvent> = {}): TimelineEvent {
	return {
		id,
		title: id,
		short: null,
		summary: '',
		date: dateOf('2012-05-01'),
		status: 'happened',
		lines: ['kites'],
		importance: 2,
		chapter: 'beginnings',
		by: null,
		evidence: [],
		relations: [],
		note: null,
		...rest
	};
}

export function sourceOf(id: string, rest: Partial<Source> = {}): Source {
	return {
		id,
		title: `All about ${id}`,
		publisher: id,
		author: null,
		kind: 'news',
		url: `https://${id}.example/kites`,
		archive: `https://archive.example/${id}`,
		published: '2012-05-01',
		publishedBasis: 'stated',
		publication: { start: '2012-05-01', end: '2012-05-01', label: '1 May 2012' },
		language: 'en',
		note: null,
		omitted: [],
		characters: 1000,
		sha256: '0'.repeat(64),
		share: 0.1,
		...rest
	};
}

export function timelineOf(events: TimelineEvent[], rest: Partial<Timeline> = {}): Timeline {
	return {
		title: 'Acme, 2010–2013',
		company: 'Acme',
		language: 'en',
		version: '1.0.0',
		updated: '2026-01-02',
		license: 'CC-BY-4.0',
		introduction: 'Told by two papers.',
		contact: null,
		lines: [
			{ id: 'company', label: 'Company' },
			{ id: 'kites', label: 'Kites' },
			{ id: 'balloons', label: 'Balloons' }
		],
		chapters: [
			{
				id: 'beginnings',
				title: 'Beginnings',
				summary: 'Two friends begin.',
				from: '2010-01-01',
				to: '2013-12-31'
			}
		],
		aliases: [],
		sources: [sourceOf('daily'), sourceOf('gazzetta')],
		events,
		...rest
	};
}
