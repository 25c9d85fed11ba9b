/** Checks that a translation is complete, has no duplicates, and is based on the current original. */
import { locate, problemAt } from '../read/record.ts';
import type { ReadRecord } from '../read/record.ts';
import type { Dataset, ReadEvent } from '../read/dataset.ts';
import { fileProblem } from '../read/problem.ts';
import { quote } from '../../model/error-text.ts';
import { suggest } from '../../model/spelling.ts';
import type { Problem } from '../read/problem.ts';
import { isSameLanguage } from '../../model/language-tag.ts';
import { checkBrackets } from '../check/evidence.ts';
import { LIMITS } from '../../model/vocabulary.ts';
import type { SourceRecord } from '../../model/types.ts';
import type { TranslatedEvent, TranslatedEvidence, Translation } from './translation.ts';
import {
	digestOriginal,
	findQuoted,
	findTranslated,
	listSections,
	nameOf,
	readOriginal,
	readTexts
} from './fields.ts';
import type { Section, Texts } from './fields.ts';

const RUN = 'run "npm run check:data -- --write"';

/**
 * @param dataset without problems
 * @param tag BCP 47, of the translation's language
 */
export function checkTranslation(
	dataset: Dataset,
	translation: Translation,
	tag: string
): Problem[] {
	const { events, sources } = dataset;
	const parts = listSections(dataset, translation);
	return [
		...checkDigests(parts, translation.file),
		...parts.flatMap((part) => [
			...checkNames(part),
			...part.originals.flatMap((original) => checkRecord(original, part, translation.file))
		]),
		...translation.events.flatMap((translated) => {
			const event = events.find(({ fields }) => fields.id === translated.fields.id);
			return event ? checkQuotations(event, translated, sources, tag) : [];
		})
	];
}

/** One problem for all records, since a command fills in the digests, not the translator. */
function checkDigests(parts: Section[], file: string): Problem[] {
	const undigested = parts.flatMap((part) =>
		part.originals.filter((original) => {
			const translated = findTranslated(original, part);
			return translated && !translated.fields.original && !translated.node.get('original');
		})
	);
	if (undigested.length === 0) return [];
	const were = undigested.length === 1 ? 'was' : 'were';
	const message = `does not record which text ${undigested.length} of its records ${were} translated from: ${RUN}`;
	return [fileProblem(file, message)];
}

function checkNames(part: Section): Problem[] {
	const { key, kind, originals, translated } = part;
	if (!key) return [];
	const known = originals.map((item) => nameOf(item, part));
	return translated.flatMap((item) => {
		const name = nameOf(item, part);
		if (name === undefined) return [];
		if (!known.includes(name)) {
			const message = `there is no ${kind} ${quote(name)}${suggest(String(name), known.map(String))}`;
			return [problemAt(item, [key], message)];
		}
		const first = findTranslated(item, part)!;
		if (first === item) return [];
		return [problemAt(item, [key], `is already translated, at ${locate(first, [key])}`)];
	});
}

function checkRecord(original: ReadRecord<unknown>, part: Section, file: string): Problem[] {
	const translated = findTranslated(original, part);
	if (!translated) {
		const record = `${part.kind} ${quote(nameOf(original, part))}`;
		return [{ ...fileProblem(file, 'is not translated'), record }];
	}
	const texts = readOriginal(original, part.fields);
	const given = readTexts(translated, part.fields);
	return [
		...part.fields.flatMap((field) => checkWords(translated, field, texts, given)),
		...checkOriginal(translated, digestOriginal(original, part))
	];
}

function checkWords(
	item: ReadRecord<unknown>,
	field: string,
	original: Texts,
	given: Texts
): Problem[] {
	const [from, to] = [original[field], given[field]];
	if (Array.isArray(from)) {
		if (from.length === to?.length) return [];
		return [
			problemAt(
				item,
				[field],
				`has ${to?.length ?? 0} entries, but the original has ${from.length}`
			)
		];
	}
	// title lengths differ by language: `short` may be added, or left out if the title is short enough
	if (field === 'short' && (to || (given.title ?? '').length <= LIMITS.short)) return [];
	// an invalid value is reported already
	if (from && !to && item.node.has(field)) return [];
	if (from && !to) return [problemAt(item, [field], `is missing: the original is ${quote(from)}`)];
	if (!from && to)
		return [problemAt(item, [field], 'has no counterpart: the original has no such text')];
	return [];
}

function checkOriginal(item: ReadRecord<{ original?: string | null }>, digest: string): Problem[] {
	const { original } = item.fields;
	if (!original || original === digest) return [];
	const message = `does not match: the original has changed since it was translated, so revise the translation, empty this field and ${RUN}`;
	return [problemAt(item, ['original'], message)];
}

function checkQuotations(
	event: ReadEvent,
	translated: TranslatedEvent,
	sources: ReadRecord<SourceRecord>[],
	tag: string
): Problem[] {
	const problems: Problem[] = [];
	const found = new Map<ReadRecord<unknown>, ReadRecord<TranslatedEvidence> | null>();
	for (const entry of translated.evidence) {
		const { begins } = entry.fields;
		const quoted = findQuoted(entry.fields, event.evidence);
		const report = (message: string) => problems.push(problemAt(entry, ['begins'], message));
		if (!begins) continue;
		if (quoted.length === 0) report(`the event has no quotation that begins with ${quote(begins)}`);
		if (quoted.length > 1) {
			report(`${quoted.length} quotations of the event begin with these words: write more of them`);
		} else if (quoted.some((quotation) => found.has(quotation))) report('is translated twice');
		for (const quotation of quoted) found.set(quotation, quoted.length === 1 ? entry : null);
	}
	for (const quotation of event.evidence) {
		const { exact = '', source, reading = null } = quotation.fields;
		const language = sources.find(({ fields }) => fields.id === source)?.fields.language ?? '';
		const isForeign = !isSameLanguage(language, tag);
		const entry = found.get(quotation);
		if (entry) {
			const words = readTexts(entry, ['reading']);
			problems.push(
				...checkWords(entry, 'reading', { reading }, words),
				...checkForeign(entry, isForeign ? exact : null),
				...checkBrackets(entry, exact)
			);
		} else if (!found.has(quotation) && (isForeign || reading)) {
			const message = `has no entry for the quotation that begins with ${quote(exact)}`;
			problems.push(problemAt(translated, ['evidence'], message));
		}
	}
	return problems;
}

/** @param exact the quotation; null if it is in the translation's language */
function checkForeign(entry: ReadRecord<TranslatedEvidence>, exact: string | null): Problem[] {
	const path = ['translation'];
	const { translation } = entry.fields;
	if (exact === null && translation) {
		return [problemAt(entry, path, 'is not needed: the quotation is already in this language')];
	}
	if (exact === null || translation || entry.node.has('translation')) return [];
	return [problemAt(entry, path, `is missing: the quotation is ${quote(exact)}`)];
}
