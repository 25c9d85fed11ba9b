/** The worker of `/open/`: reads a file and checks quotations away from the page. Posts long lists in parts. */
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
	const onprogress = (done: number, total: number) => post({ id, progress: done / total });
	const reading = readTable(input, { ...options, onprogress });
	const { rows, timeline } = reading;
	for (const [packed, count] of packParts(rows)) post({ id, rows: packed, count });
	for (const [packed, count] of packParts(timeline?.events ?? []))
		post({ id, events: packed, count });
	post({
		id,
		reading: { ...reading, rows: [], timeline: timeline && { ...timeline, events: [] } }
	});
}

function* packParts(records: unknown[]): Generator<[Packed, number]> {
	for (let at = 0; at < records.length; at += PART) {
		const part = records.slice(at, at + PART);
		yield [pack(part), part.length];
	}
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
