/** Checks a quotation's source, highlight, translation and date; `quotations.ts` checks its position. */
import { parseDate } from '../../model/edtf/edtf.ts';
import { problemAt } from '../read/record.ts';
import type { ReadRecord } from '../read/record.ts';
import type { Dataset } from '../read/dataset.ts';
import { findAddedBrackets } from '../../model/quotation/brackets.ts';
import { quote } from '../../model/error-text.ts';
import { isSameLanguage, nameLanguage } from '../../model/language-tag.ts';
import type { Problem } from '../read/problem.ts';
import { checkReference } from './references.ts';
import type { EvidenceRecord, SourceRecord } from '../../model/types.ts';
import { findAll, normalise } from '../../model/quotation/article-text.ts';

/** Checks what a draft has of a quotation: if it names a source, that there is one. */
export function checkDraft(
	item: ReadRecord<EvidenceRecord>,
	{ sources, draftSources }: Dataset
): Problem[] {
	const { source } = item.fields as Partial<EvidenceRecord>;
	if (source === undefined) return [];
	return checkReference(item, ['source'], 'source', source, [...sources, ...draftSources]);
}

export function checkEvidence(
	item: ReadRecord<EvidenceRecord>,
	{ head, sources, draftSources }: Dataset
): Problem[] {
	const draft = draftSources.find(({ fields }) => fields.id === item.fields.source);
	if (draft) {
		const message = `${quote(draft.fields.id)} is a draft: complete the source and remove its "draft", or make the event a draft`;
		return [problemAt(item, ['source'], message)];
	}
	const source = sources.find(({ fields }) => fields.id === item.fields.source)?.fields;
	return [
		...checkReference(item, ['source'], 'source', item.fields.source, sources),
		...checkHighlight(item),
		...checkTranslation(item, head?.fields.language, source),
		...checkBrackets(item, item.fields.exact),
		...checkOwnDate(item, source)
	];
}

function checkHighlight(item: ReadRecord<EvidenceRecord>): Problem[] {
	const { exact, highlight } = item.fields;
	if (!exact || !highlight) return [];
	const occurrences = findAll(normalise(exact), normalise(highlight)).length;
	if (occurrences === 1) return [];
	const found =
		occurrences === 0 ? 'is not in the quotation' : `occurs ${occurrences} times in the quotation`;
	return [problemAt(item, ['highlight'], `${quote(highlight)} ${found}: it must occur there once`)];
}

function checkTranslation(
	item: ReadRecord<EvidenceRecord>,
	own?: string,
	source?: Partial<SourceRecord>
): Problem[] {
	const { language } = source ?? {};
	if (!own || !language || isSameLanguage(language, own)) return [];
	if (item.fields.translation !== null) return [];
	const message = `is missing: the source is in ${nameLanguage(language)}, so translate the quotation into ${nameLanguage(own)}`;
	return [problemAt(item, ['translation'], message)];
}

/** @param item with the translation of the quotation */
export function checkBrackets(
	item: ReadRecord<{ translation: string | null }>,
	quotation?: string
): Problem[] {
	const { translation } = item.fields;
	const added = quotation && translation && findAddedBrackets(quotation, translation);
	if (!added) return [];
	const message = `has brackets that the quotation does not have, ${quote(added)}: translate only the words of the quotation`;
	return [problemAt(item, ['translation'], message)];
}

function checkOwnDate(item: ReadRecord<EvidenceRecord>, source?: Partial<SourceRecord>): Problem[] {
	const { date, voice } = item.fields;
	if (!date) return [];
	const { kind, end } = parseDate(date);
	if (kind === 'period') {
		return [
			problemAt(
				item,
				['date'],
				`${quote(date)} is a period: write one date, or a set such as "[a..b]"`
			)
		];
	}
	const { published } = source ?? {};
	if (voice !== 'comment' || !published || end! >= parseDate(published).start) return [];
	const message = `${quote(date)} is earlier than the article, which was published ${quote(published)}`;
	return [problemAt(item, ['date'], message)];
}
