/** The worker of `/open/`: reads a file and checks quotations away from the page. Posts rows in parts, as they are read. */
import { alignTokens, splitTokens, type Run } from '../model/quotation/difference.ts';
import { findAll, normalise } from '../model/quotation/article-text.ts';
import { findNearest } from '../model/quotation/nearest.ts';
import { pack, type Packed } from './packing.ts';
import { readTable } from './read.ts';
import type { Reading, ReadOptions } from './types.ts';

export interface QuotationToCheck {
	/** number of its row */
	row: number;
	exact: string;
}

export interface CheckedQuotation extends QuotationToCheck {
	result: 'found' | 'near' | 'absent';
	/** the nearest passage, as the article has it */
	passage: string;
	/** where the passage and the quotation agree, and where they differ */
	runs: Run[];
}

export type Task =
	| { id: number; kind: 'read'; input: string | Uint8Array; options: ReadOptions }
	| { id: number; kind: 'check'; article: string; quotations: QuotationToCheck[] };

/** Parts of an answer; `reading` and `checked` are the last. */
export type Answer = { id: number } & (
	| { progress: number }
	| { rows: Packed; count: number }
	| { events: Packed; count: number }
	| { reading: Reading }
	| { checked: CheckedQuotation[] }
	| { error: string }
);

/** Length of a part: receiving one takes the page some ms. */
const PART = 4000;

const post = (answer: Answer) => postMessage(answer);

addEventListener('message', ({ data }: MessageEvent<Task>) => {
	const { id } = data;
	try {
		if (data.kind === 'read') read(id, data.input, data.options);
		else post({ id, checked: data.quotations.map((one) => checkQuotation(data.article, one)) });
	} catch (error) {
		post({ id, error: String(error) });
	}
});

function read(id: number, input: string | Uint8Array, options: ReadOptions): void {
	const posted = { rows: 0, events: 0 };
	const postPart = (kind: 'rows' | 'events', part: unknown[]) => {
		posted[kind] += part.length;
		const [packed, count] = [pack(part), part.length];
		post(kind === 'rows' ? { id, rows: packed, count } : { id, events: packed, count });
	};
	const reading = readTable(input, {
		...options,
		onprogress: (done, total) => post({ id, progress: done / total }),
		onpart: (rows, events) => {
			postPart('rows', rows);
			postPart('events', events);
		}
	});
	const { rows, timeline } = reading;
	// a timeline in JSON is not read by rows
	for (let at = posted.rows; at < rows.length; at += PART)
		postPart('rows', rows.slice(at, at + PART));
	const events = timeline?.events ?? [];
	for (let at = posted.events; at < events.length; at += PART)
		postPart('events', events.slice(at, at + PART));
	post({
		id,
		reading: { ...reading, rows: [], timeline: timeline && { ...timeline, events: [] } }
	});
}

function checkQuotation(article: string, { row, exact }: QuotationToCheck): CheckedQuotation {
	const text = normalise(article);
	const quotation = normalise(exact);
	const common = { row, exact, passage: '', runs: [] };
	if (findAll(text, quotation).length) return { ...common, result: 'found' };
	const nearest = findNearest(text, quotation);
	if (!nearest) return { ...common, result: 'absent' };
	const passage = text.slice(nearest.start, nearest.end);
	const runs = alignTokens(splitTokens(passage), splitTokens(quotation));
	return { ...common, result: 'near', passage, runs };
}
