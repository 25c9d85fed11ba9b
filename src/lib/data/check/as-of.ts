/** The date on which a source last confirms an ongoing event. */
import { parseDate } from '../../model/edtf/edtf.ts';
import type { ParsedDate } from '../../model/edtf/edtf.ts';
import type { EvidenceRecord, SourceRecord } from '../../model/types.ts';

/**
 * @returns the date that begins last among the supporting quotations (a quotation's own date, else its source's
 * publication date); null if none is known. Of a month, only its first day is certain.
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
		.sort((a, b) => (a.start < b.start ? 1 : -1));
	return dates[0] ?? null;
}
