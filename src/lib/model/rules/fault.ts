/** What is wrong with a record. */

/** A fault in one field. */
export interface FieldFault {
	/** such as `date.end`; empty for the record itself */
	field: string;
	/** predicate of a sentence about the record: `has no "title"` */
	words: string;
}

/** A fault in one record of a timeline, or in the timeline itself. */
export interface Fault extends FieldFault {
	/** the list that holds the record, and its index there; null for the timeline */
	at: { list: string; index: number } | null;
	/** the record's id; empty if it has none */
	id: string;
}

/** Takes a fault of the record that is being checked. A callback, since most of 100,000 records have none. */
export type Report = (field: string, words: string) => void;

/** @returns a sentence that begins with the record: `events[3] ("first-kite") has no "title".` */
export function describeFault({ at, id, words }: Fault): string {
	const record = at ? `${at.list}[${at.index}]${id && ` ("${id}")`}` : 'A timeline';
	return `${record} ${words}.`;
}
