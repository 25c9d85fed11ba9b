/** Citations made in the build from CSL styles; the browser fills in address and date of access. */
import { escapeMarkup, escapeTex } from './escape.ts';
import type { TimelineEvent } from './types.ts';

export const STYLES = [
	{ id: 'apa', label: 'APA' },
	{ id: 'mla', label: 'MLA' },
	{ id: 'chicago', label: 'Chicago' },
	{ id: 'bibtex', label: 'BibTeX' }
] as const;
export type Style = (typeof STYLES)[number]['id'];

/** Plain text with italics between `<i>` and `</i>`. */
export type RichText = string;
export type Cited = Record<Style, RichText>;

/** `/data/citations.json`. All but `sources` have the placeholders `{address}` and `{accessed}`. */
export interface Citations {
	sources: Record<string, Cited & { ris: string; csl: object }>;
	/** the timeline's entries on events, by event id */
	events: Record<string, Cited>;
	timeline: Cited;
	/** a filtered part of the timeline, with the placeholder `{title}` too */
	view: Cited;
}

/** What to cite: an article, the timeline's entry on an event, or the current view. */
export type Citable =
	| { kind: 'source'; id: string }
	| { kind: 'event'; event: TimelineEvent; address: string }
	/** @prop title of a filtered part of the timeline; null for the whole */
	| { kind: 'view'; title: string | null; address: string };

/** Values of the placeholders, known only when a citation is requested. */
interface Placeholders {
	title?: string;
	address: string;
	/** `yyyy-mm-dd` */
	accessed: string;
}

/** @returns the works to cite, the articles first, each in every style */
export function cite(what: Citable, citations: Citations, accessed: string): Cited[] {
	if (what.kind === 'source') return [citations.sources[what.id]!];
	if (what.kind === 'event') {
		const { event, address } = what;
		const own = fill(citations.events[event.id]!, { address, accessed });
		return [...sourcesOf([event]).map((id) => citations.sources[id]!), own];
	}
	const { title, address } = what;
	return title === null
		? [fill(citations.timeline, { address, accessed })]
		: [fill(citations.view, { title, address, accessed })];
}

/** @returns the ids of the sources that the events quote, each once, in order of the first quotation */
export function sourcesOf(events: Pick<TimelineEvent, 'evidence'>[]): string[] {
	return [...new Set(events.flatMap(({ evidence }) => evidence.map(({ source }) => source)))];
}

export function fill(cited: Cited, placeholders: Placeholders): Cited {
	const { address, accessed } = placeholders;
	// a title may contain a search query, and so markup
	const title = toPlainText(placeholders.title ?? '');
	const values: Record<string, string> = { title, address, accessed };
	const put = (text: string, known = values) =>
		text.replace(/\{(title|address|accessed)\}/g, (_, name: string) => known[name]!);
	const inTex = escapeTex(title.replace(/[\\{}]/g, ''));
	return {
		apa: put(cited.apa),
		mla: put(cited.mla),
		chicago: put(cited.chicago),
		bibtex: put(cited.bibtex, { ...values, title: inTex })
	};
}

/** @returns pieces of text, every second one in italics */
export function splitItalics(text: RichText): string[] {
	return text.split(/<\/?i>/);
}

export function toPlainText(text: RichText): string {
	return splitItalics(text).join('');
}

/** @returns HTML for the clipboard: keeps the italics when pasted into a word processor */
export function toHtml(text: RichText): string {
	return splitItalics(text)
		.map((piece, index) => (index % 2 ? `<i>${escapeMarkup(piece)}</i>` : escapeMarkup(piece)))
		.join('');
}
