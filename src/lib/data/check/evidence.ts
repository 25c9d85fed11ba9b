/** Checks a quotation's source, highlight, translation and date; `quotations.ts` checks its position. */
import { parseDate } from '../../model/edtf/edtf.ts';
import { problemAt } from '../read/record.ts';
import type { ReadRecord } from '../read/record.ts';
import type { Dataset } from '../read/dataset.ts';
import { quote } from '../../model/error-text.ts';
import type { Problem } from '../read/problem.ts';
import { checkReference } from './references.ts';
import type { EvidenceRecord, SourceRecord } from '../../model/types.ts';
import { findAll, normalise } from '../../model/article-text.ts';

export function checkEvidence(item: ReadRecord<EvidenceRecord>, { sources }: Dataset): Problem[] {
	const source = sources.find(({ fields }) => fields.id === item.fields.source)?.fields;
	return [
		...checkReference(item, ['source'], 'source', item.fields.source, sources),
		...checkHighlight(item),
		...checkTranslation(item, source),
		...checkOwnDate(item, source)
	];
}

function checkHighlight(item: ReadRecord<EvidenceRecord>): Problem[] {
	const { exact, highlight } = item.fields;
	if (!exact || !highlight) return [];
	const occurrences = findAll(normalise(exact), normalise(highlight)).length;
	if (occurrences === 1) return [];
	const found =
		occurrences === 0 ? 'is not in the quotation' : `stands ${occurrences} times in the quotation`;
	return [problemAt(item, ['highlight'], `${quote(highlight)} ${found}: it must stand there once`)];
}

function checkTranslation(
	item: ReadRecord<EvidenceRecord>,
	source?: Partial<SourceRecord>
): Problem[] {
	const { language } = source ?? {};
	if (!language || /^en(-|$)/.test(language) || item.fields.translation !== null) return [];
	const message = `is missing: the source is in ${quote(language)}, so add our English translation`;
	return [problemAt(item, ['translation'], message)];
}

function checkOwnDate(item: ReadRecord<EvidenceRecord>, source?: Partial<SourceRecord>): Problem[] {
	const { date, voice } = item.fields;
	if (!date) return [];
	const { kind, end } = parseDate(date);
	if (kind === 'period') {
		return [problemAt(item, ['date'], `${quote(date)} is a period: write a moment`)];
	}
	const { published } = source ?? {};
	if (voice !== 'comment' || !published || end! >= parseDate(published).start) return [];
	const message = `${quote(date)} is before the article, published ${quote(published)}`;
	return [problemAt(item, ['date'], message)];
}
