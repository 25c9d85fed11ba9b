/** Citations made at build from CSL styles, and what the browser fills into them: address and date of access. */
import type { TimelineEvent } from './types.ts';

export const STYLES = [
	{ id: 'apa', label: 'APA' },
	{ id: 'mla', label: 'MLA' },
	{ id: 'chicago', label: 'Chicago' },
	{ id: 'bibtex', label: 'BibTeX' }
] as const;
export type Style = (typeof STYLES)[number]['id'];

/** Plain text, but what is set in italics stands between `<i>` and `</i>`. */
export type RichText = string;
export type Cited = Record<Style, RichText>;

/** `/data/citations.json`. Beyond sources, `{address}` and `{accessed}` are to be filled in. */
export interface Citations {
	sources: Record<string, Cited & { ris: string; csl: object }>;
	/** what the timeline says of an event, by the event's id */
	events: Record<string, Cited>;
	timeline: Cited;
	/** a part of the timeline, whose `{title}` is to be filled in too */
	view: Cited;
}

/** What is cited: an article, what the timeline says of an event, or what is on screen. */
export type Citable =
	| { kind: 'source'; id: string }
	| { kind: 'event'; event: TimelineEvent; address: string }
	/** @prop title of a part of the timeline; none for all of it */
	| { kind: 'view'; title: string | null; address: string };

/** What is known only when somebody cites. */
interface Blanks {
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

/** @returns the ids of the articles that the events rest on, each once, in the order of their quotations */
export function sourcesOf(events: Pick<TimelineEvent, 'evidence'>[]): string[] {
	return [...new Set(events.flatMap(({ evidence }) => evidence.map(({ source }) => source)))];
}

export function fill(cited: Cited, blanks: Blanks): Cited {
	const { address, accessed } = blanks;
	// a title may hold what somebody searched for
	const title = toPlainText(blanks.title ?? '');
	const values: Record<string, string> = { title, address, accessed };
	const put = (text: string) =>
		text.replace(/\{(title|address|accessed)\}/g, (_, name: string) => values[name]!);
	return {
		apa: put(cited.apa),
		mla: put(cited.mla),
		chicago: put(cited.chicago),
		bibtex: put(cited.bibtex)
	};
}

/** @returns pieces of text, of which every second one is set in italics */
export function splitItalics(text: RichText): string[] {
	return text.split(/<\/?i>/);
}

export function toPlainText(text: RichText): string {
	return splitItalics(text).join('');
}

/** For what keeps italics when pasted, such as a word processor. */
export function toHtml(text: RichText): string {
	const escape = (piece: string) =>
		piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	return splitItalics(text)
		.map((piece, index) => (index % 2 ? `<i>${escape(piece)}</i>` : escape(piece)))
		.join('');
}
