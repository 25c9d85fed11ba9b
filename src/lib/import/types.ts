/** What is read of somebody's table: plain data, so that a worker can post it. */
import type { EventInput, TimelineInput } from '../model/input.ts';
import type { Role } from './table/roles.ts';

export type { Role };

/** Of two readings of `03/04/2010`: day first, or month first. */
export type DateOrder = 'dmy' | 'mdy';

/** `table`: CSV, TSV or pasted cells. `timelinejs`: JSON of TimelineJS 3. `timeline`: our own `timeline.json`. */
export type Format = 'table' | 'timelinejs' | 'timeline';

export interface ReadOptions {
	/** order of dates in figures; by default asked, in `questions` */
	dates?: DateOrder;
	/** label of the encoding, such as `latin1`; by default UTF-8, or what the byte order mark says */
	encoding?: string;
	/** roles by heading, instead of those recognised; null for a column that is not used */
	columns?: Record<string, Role | null>;
	/** corrections, applied in order before the rows are read */
	fixes?: Fix[];
	/** title of a timeline that has none of its own */
	title?: string;
	/** called now and then while rows are read, last with `done === total` */
	onprogress?: (done: number, total: number) => void;
	/** called with each part of a table's rows, and their events, as it is read; later parts do not change it */
	onpart?: (rows: Row[], events: ImportedEvent[]) => void;
}

/** A correction. `cell` and `omit` go into `fixes`; `applyFix` puts each where it belongs. */
export type Fix =
	/** writes a cell of the row, in the column of that role; a column is added if there is none */
	| { kind: 'cell'; row: number; role: Role; value: string }
	/** as `cell`, once a person has completed the value: `[YYYY..1901]`, or nothing yet */
	| { kind: 'ask'; row: number; role: Role; value: string }
	/** leaves the row out */
	| { kind: 'omit'; row: number }
	/** answers for the whole file */
	| { kind: 'dates'; dates: DateOrder }
	| { kind: 'encoding'; encoding: string }
	| { kind: 'column'; heading: string; role: Role | null };

/** A remark on a row, a question or a fault: `describeRemark` makes it a sentence. */
export interface Remark {
	kind: RemarkKind;
	/** inputs of the sentence */
	values: Record<string, string | number>;
	/** the role of the cell that the remark is about */
	role?: Role;
	/** what may be done about it, most probable first */
	fixes: Fix[];
	/** true for how something was read; false for what is missing or wrong */
	isNote: boolean;
}

export type RemarkKind =
	// why a row is unclear
	| 'no-date'
	| 'no-title'
	| 'not-a-date'
	| 'two-readings'
	| 'write-instead'
	| 'order-unknown'
	| 'no-earliest'
	| 'no-latest'
	| 'no-start'
	| 'reversed'
	| 'two-ends'
	| 'end-alone'
	| 'end-without-year'
	| 'left-out'
	| 'invalid-event'
	| 'invalid-timeline'
	// why an event is a draft
	| 'no-quotation'
	| 'no-source'
	| 'sources-unmatched'
	| 'lone-translation'
	| 'long-quotation'
	// how something was read
	| 'about'
	| 'uncertain'
	| 'period'
	| 'read-as'
	| 'time-dropped'
	| 'year-bce'
	| 'other-order'
	| 'long-title'
	| 'long-short'
	| 'unknown-status'
	| 'unknown-importance'
	| 'not-an-address'
	| 'extra-cells'
	| 'misplaced-quote'
	| 'is-title'
	| 'is-era'
	| 'id-repeated'
	// of the file
	| 'empty-file'
	| 'binary-file'
	| 'not-json'
	| 'unknown-json'
	| 'unknown-encoding'
	| 'not-utf8'
	| 'no-columns'
	| 'no-title-column'
	| 'no-date-column';

/** `ready`: an event with its quotation. `draft`: an event without one. `unclear`: no event yet. */
export type Verdict = 'ready' | 'draft' | 'unclear';

export interface Column {
	/** heading; a letter, `A`, where the table has none */
	name: string;
	/** from 0 */
	index: number;
	/** null if the column is not used */
	role: Role | null;
	/** what an unknown heading may have meant */
	suggestion: Role | null;
	/** the first cell that is not empty */
	sample: string;
	/** number of cells that are not empty */
	filled: number;
}

export interface Row {
	/** as a spreadsheet shows it: the header is 1; in JSON, the place in its list, from 1 */
	number: number;
	cells: string[];
	verdict: Verdict;
	remarks: Remark[];
	/** index in `timeline.events`; null for none */
	event: number | null;
}

/** A quotation and its source as a row gives them; positions in the article are not known. */
export interface ImportedEvidence {
	source: string;
	stance: 'supports' | 'disputes';
	exact: string;
	translation: string | null;
}

export interface PendingQuotation {
	/** id */
	source: string | null;
	exact: string | null;
	translation: string | null;
}

export interface ImportedEvent extends EventInput {
	short: string | null;
	summary: string;
	importance: 1 | 2 | 3;
	chapter: string;
	by: string | null;
	note: string | null;
	/** null where the table has no quotation */
	evidence: ImportedEvidence[];
	/** quotations that cannot be evidence yet: without a source, too long, or a translation alone */
	pending: PendingQuotation[];
	/** ids of sources that the row names, with or without a quotation */
	cited: string[];
	relations: NonNullable<EventInput['relations']>;
	draft: boolean;
	date: EventInput['date'] & { edtf: string; basis: string; note: string | null };
}

export interface ImportedSource {
	id: string;
	/** null where the table has none */
	title: string | null;
	publisher: string;
	url: string | null;
	/** EDTF */
	published: string | null;
	/** first and last day on which it may have been published; null where the table does not say */
	publication: { start: string; end: string } | null;
}

/** What `mountTimeline` takes, drafts included. */
export interface ImportedTimeline extends TimelineInput {
	title: string;
	/** null where the table has none */
	introduction: string | null;
	chapters: { id: string; title: string; summary: string; from: string; to: string }[];
	events: ImportedEvent[];
	/** sources whose date of publication is not known, in a `timeline.json` that `/open/` has saved: the chart takes none */
	undatedSources?: ImportedSource[];
}

export interface Reading {
	format: Format;
	/** of a table */
	separator: string | null;
	/** as it was read: `utf-8` */
	encoding: string;
	columns: Column[];
	/** every row that is not empty, once, in the order of the file */
	rows: Row[];
	emptyRows: number;
	/** null if nothing could be read: `fault` says why */
	timeline: ImportedTimeline | null;
	/** all sources that rows name; `timeline.sources` has those whose date of publication is known */
	sources: ImportedSource[];
	/** what only a person can answer, once for the file */
	questions: Remark[];
	fault: Remark | null;
}
