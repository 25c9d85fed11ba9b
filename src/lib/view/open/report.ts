/** The order in which a report shows its rows. */
import type { Reading, Row, Verdict } from '../../import/types.ts';

/** Up to this number of rows, all are in the page. */
export const WHOLE = 500;
/** Rows of a page beyond that. */
export const PAGE = 100;

export interface Sorted {
	/** rows with a fault, then those that were read in a special way */
	remarked: Row[];
	/** rows that lack only their quotation */
	drafts: Row[];
	/** rows without a remark */
	plain: Row[];
}

const isFault = ({ verdict, remarks }: Row) =>
	verdict === 'unclear' || remarks.some(({ isNote, kind }) => !isNote && kind !== 'no-quotation');
const lacksOnlyQuotation = ({ remarks }: Row) =>
	remarks.length > 0 && remarks.every(({ kind }) => kind === 'no-quotation');

/** @param verdict of the rows to keep; null for all */
export function sortRows(rows: Reading['rows'], verdict: Verdict | null): Sorted {
	const [unclear, faulty, noted, drafts, plain] = [[], [], [], [], []] as Row[][];
	for (const row of rows) {
		if (verdict && row.verdict !== verdict) continue;
		if (row.verdict === 'unclear') unclear!.push(row);
		else if (isFault(row)) faulty!.push(row);
		else if (lacksOnlyQuotation(row)) drafts!.push(row);
		else if (row.remarks.length) noted!.push(row);
		else plain!.push(row);
	}
	return { remarked: [...unclear!, ...faulty!, ...noted!], drafts: drafts!, plain: plain! };
}
