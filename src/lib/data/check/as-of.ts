/** The date up to which the sources vouch for an ongoing event. */
import { parseDate } from '../../model/edtf/edtf.ts';
import type { ParsedDate } from '../../model/edtf/edtf.ts';
import type { EvidenceRecord, SourceRecord } from '../../model/types.ts';

/**
 * @returns the latest date among the supporting quotations (a quotation's own date, else its source's
 * publication date); null if none is known
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
