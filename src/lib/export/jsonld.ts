/** JSON-LD 1.1 of the timeline, its events and its sources, in schema.org's vocabulary. */
import * as m from '../language/messages.ts';
import { parseDay, yearOf } from '../model/date.ts';
import type { Evidence, Source, Timeline, TimelineEvent } from '../model/types.ts';

/** A JSON-LD node. */
type Node = { '@type': string } & Record<string, unknown>;

/** @param path from the site's root, with a leading slash @returns the full address */
export type AddressOf = (path: string) => string;

/** A distribution of the dataset. */
export interface DataFile {
	path: string;
	type: string;
}

const CONTEXT = 'https://schema.org';
const ARTICLES: Record<Source['kind'], string> = {
	news: 'NewsArticle',
	blog: 'BlogPosting',
	'fan-site': 'Article',
	'press-release': 'Article',
	report: 'Report',
	book: 'Book',
	encyclopedia: 'Article',
	interview: 'Article',
	video: 'VideoObject',
	post: 'SocialMediaPosting'
};

/** For `/`: the dataset, and a list of its events, whose pages describe them. */
export function describeTimeline(
	timeline: Timeline,
	files: DataFile[],
	addressOf: AddressOf
): object {
	const { title, company, language, version, updated, license, sources, events } = timeline;
	const dataset: Node = {
		...refer(addressOf('/'), 'Dataset'),
		name: title,
		description: timeline.introduction.replaceAll('\n\n', ' '),
		url: addressOf('/'),
		about: { '@type': 'Organization', name: company },
		version,
		dateModified: updated,
		license: licenseAddress(license),
		isAccessibleForFree: true,
		inLanguage: language,
		temporalCoverage: coverageOf(events),
		citation: sources.map(describeArticle),
		distribution: files.map(({ path, type }) => ({
			'@type': 'DataDownload',
			contentUrl: addressOf(path),
			encodingFormat: type
		}))
	};
	const list: Node = {
		...refer(addressOf('/#events'), 'ItemList'),
		name: m.list_of_events({ title }),
		numberOfItems: events.length,
		itemListElement: events.map((event, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			name: event.title,
			url: addressOf(`/event/${event.id}/`)
		}))
	};
	return { '@context': CONTEXT, '@graph': [dataset, list] };
}

/** For the page of an event: the event or claim, its sources and its quotations. */
export function describeEvent(
	event: TimelineEvent,
	{ title, language, sources, license }: Timeline,
	addressOf: AddressOf
): object {
	const address = addressOf(`/event/${event.id}/`);
	return {
		'@context': CONTEXT,
		...refer(address, 'WebPage'),
		url: address,
		name: event.title,
		description: `${event.date.label}: ${event.summary}`,
		inLanguage: language,
		license: licenseAddress(license),
		isPartOf: { ...refer(addressOf('/'), 'Dataset'), name: title },
		temporalCoverage: intervalOf(event),
		mainEntity: describeMatter(event),
		citation: [
			...citedBy(event, sources).map(describeArticle),
			...event.evidence.map((evidence) => describeQuotation(evidence, sources))
		]
	};
}

/** For the page of a source: the article and its quotations. */
export function describeSource(
	source: Source,
	{ title, language, sources, events }: Timeline,
	addressOf: AddressOf
): object {
	const address = addressOf(`/source/${source.id}/`);
	const quoted = events
		.flatMap(({ evidence }) => evidence)
		.filter((evidence) => evidence.source === source.id);
	const once = new Map(quoted.map((evidence) => [`${evidence.start}-${evidence.end}`, evidence]));
	return {
		'@context': CONTEXT,
		...refer(address, 'WebPage'),
		url: address,
		name: m.publisher_and_title(source),
		inLanguage: language,
		isPartOf: { ...refer(addressOf('/'), 'Dataset'), name: title },
		mainEntity: {
			...describeArticle(source),
			hasPart: [...once.values()].map((evidence) => describeQuotation(evidence, sources))
		}
	};
}

/** @returns JSON that is safe inside a `<script>` of HTML, whatever it contains */
export function formatLd(node: object): string {
	return JSON.stringify(node).replaceAll('<', '\\u003c');
}

/** Announced, planned and rumoured events are a `Claim`, the others an `Event`. */
function describeMatter({ title, summary, status, date }: TimelineEvent): Node {
	const matter = { name: title, description: summary };
	if (status !== 'happened' && status !== 'context') return { '@type': 'Claim', ...matter };
	const [from, to] = date.edtf.split('/');
	return {
		'@type': 'Event',
		...matter,
		...(isPlain(from!) && { startDate: from }),
		...(to && isPlain(to) && { endDate: to })
	};
}

function describeArticle({ author, published, ...source }: Source): Node {
	return {
		...refer(source.url, ARTICLES[source.kind]),
		headline: source.title,
		url: source.url,
		...(source.archive && { archivedAt: source.archive }),
		inLanguage: source.language,
		publisher: { '@type': 'Organization', name: source.publisher },
		...(author && { author: { '@type': 'Person', name: author } }),
		...(isPlain(published) && { datePublished: published })
	};
}

function describeQuotation({ source, exact }: Evidence, sources: Source[]): Node {
	const { url, language } = sources.find(({ id }) => id === source)!;
	return { '@type': 'Quotation', text: exact, inLanguage: language, isPartOf: { '@id': url } };
}

function citedBy({ evidence }: TimelineEvent, sources: Source[]): Source[] {
	return sources.filter(({ id }) => evidence.some(({ source }) => source === id));
}

function refer(id: string, type: string): Node {
	return { '@type': type, '@id': id };
}

/** ISO 8601 as schema.org uses it: a date, or `start/end`; an ongoing period ends in `..`. */
function intervalOf({ date }: TimelineEvent): string {
	const { edtf, start, end } = date;
	if (isPlain(edtf)) return edtf;
	return start === end ? start : `${start}/${end ?? '..'}`;
}

/** The first and the last year of the events' dates: `2010/2021`. */
function coverageOf(events: TimelineEvent[]): string {
	const days = events.flatMap(({ date }) => [date.start, date.end ?? date.asOf ?? date.start]);
	const years = days.toSorted((a, b) => parseDay(a) - parseDay(b)).map(yearOf);
	return `${years[0]}/${years.at(-1)}`;
}

/** Whether an EDTF date is an ISO 8601 date too: a year, month or day without a qualifier. */
function isPlain(edtf: string): boolean {
	return /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(edtf);
}

/** @param license SPDX identifier */
function licenseAddress(license: string): string {
	const [, kind, version] = /^CC-([A-Z-]+)-(\d\.\d)$/.exec(license) ?? [];
	if (kind) return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
	return `https://spdx.org/licenses/${license}.html`;
}
