/** Who says last that something still goes on? */
import { parseDate } from '../../model/edtf/edtf.ts';
import type { ParsedDate } from '../../model/edtf/edtf.ts';
import type { EvidenceRecord, SourceRecord } from '../../model/types.ts';

/**
 * @returns the date of the latest supporting quotation: its own where it has one, else its source's;
 * null when none is known
 */
export function findAsOf(
	evidence: Partial<EvidenceRecord>[],
	sources: Partial<SourceRecord>[]
): ParsedDate | null {
	const dates = evidence
		.filter(({ stance }) => stance === 'supports')
		.map(({ date, source }) => date ?? sources.find(({ id }) => id === source)?.published)
		.filter((edtf) => edtf !== undefined)
		.map(parseDate)
		.filter(({ end }) => end !== null)
		.sort((a, b) => (a.end! < b.end! ? 1 : -1));
	return dates[0] ?? null;
}
