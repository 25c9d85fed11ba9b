/** Fills in computed fields: positions, prefixes, suffixes, hashes and digests. */
import { writeFileSync } from 'node:fs';
import { anchorRecord } from '../check/digest.ts';
import type { RecordedAnchor } from '../check/digest.ts';
import { readArticles } from '../read/articles.ts';
import type { Articles } from '../read/articles.ts';
import type { ReadRecord } from '../read/record.ts';
import { loadDataset } from '../read/dataset.ts';
import type { EvidenceRecord, SourceRecord } from '../../model/types.ts';
import { applyEdits, setFields } from './yaml-edit.ts';
import type { Value } from './yaml-edit.ts';
import { loadTranslation } from '../translate/translation.ts';
import { digestOriginal, findTranslated, listSections } from '../translate/fields.ts';

/**
 * Skips articles and quotations that it cannot find; `compileTimeline` reports why.
 * @param folder holds timeline.yaml, sources.yaml and events/*.yaml
 * @param articles folder of the articles
 * @returns the names of the changed files
 */
export function writeAnchors({ folder, articles }: { folder: string; articles: string }): string[] {
	const dataset = loadDataset(folder, []);
	const texts = readArticles(articles, dataset, []);
	const evidence = dataset.events.flatMap((event) => event.evidence);
	const changes = [
		...dataset.sources.map((source) => ({ ...source, values: measureSource(source, texts) })),
		...evidence.map((quotation) => ({ ...quotation, values: placeQuotation(quotation, texts) }))
	];
	return writeChanges(changes);
}

/**
 * Records a digest of the text that each translation was made from, if it has none yet. An outdated digest
 * stays, so that the translator revises the text.
 * @param folder of the data
 * @param language id: the translation's file name without `.yaml`
 * @returns the name of the file if it changed
 */
export function writeDigests(folder: string, language: string): string[] {
	const dataset = loadDataset(folder, []);
	const translation = loadTranslation(folder, language, []);
	if (!translation) return [];
	const changes = listSections(dataset, translation).flatMap((part) =>
		part.originals.flatMap((original) => {
			const translated = findTranslated(original, part);
			if (!translated || translated.fields.original) return [];
			return [{ ...translated, values: { original: digestOriginal(original, part) } }];
		})
	);
	return writeChanges(changes);
}

function writeChanges(changes: (ReadRecord<unknown> & { values: Values })[]): string[] {
	const changed: string[] = [];
	for (const file of new Set(changes.map((change) => change.file))) {
		// aliases resolve to one mapping: edit it once
		const own = new Map(
			changes.filter((item) => item.file === file).map((item) => [item.node, item])
		);
		const edits = [...own.values()].flatMap(({ node, values }) => setFields(file, node, values));
		if (edits.length === 0) continue;
		writeFileSync(file.path, applyEdits(file.text, edits));
		changed.push(file.name);
	}
	return changed;
}

type Values = Record<string, Value>;

function measureSource({ fields }: ReadRecord<SourceRecord>, articles: Articles): Values {
	const article = articles.get(fields.id ?? '');
	if (!article) return {};
	return { characters: article.text.length, sha256: article.sha256 };
}

function placeQuotation({ fields, node }: ReadRecord<EvidenceRecord>, articles: Articles): Values {
	const article = articles.get(fields.source ?? '');
	const { exact, prefix, suffix } = fields;
	if (!article || !exact) return {};
	let anchor: RecordedAnchor;
	try {
		anchor = anchorRecord(article, { exact, prefix, suffix });
	} catch {
		return {};
	}
	const { start, end, breaks, digest } = anchor;
	const hasBreaks = breaks.length > 0 || node.has('breaks');
	return {
		prefix: anchor.prefix,
		suffix: anchor.suffix,
		start,
		end,
		...(hasBreaks && { breaks }),
		digest
	};
}
