/** Fills in what nobody should count by hand: positions, prefixes, suffixes and hashes. */
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
 * Leaves alone what it can't find or place; `compileTimeline` says why.
 * @param folder holds timeline.yaml, sources.yaml and events/*.yaml
 * @param articles the folder of articles
 * @returns the names of the files it changed
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
 * Records which English each translation was made from, where that is not recorded yet. What was made from
 * other words is left for its translator to look at.
 * @param folder of the data
 * @param language its folder's name
 * @returns the name of the file, when it changed
 */
export function writeDigests(folder: string, language: string): string[] {
	const dataset = loadDataset(folder, []);
	const translation = loadTranslation(folder, language, []);
	if (!translation) return [];
	const changes = listSections(dataset, translation).flatMap((part) =>
		part.originals.flatMap((original) => {
			const translated = findTranslated(original, part);
			if (!translated || translated.fields.english) return [];
			return [{ ...translated, values: { english: digestOriginal(original, part) } }];
		})
	);
	return writeChanges(changes);
}

function writeChanges(changes: (ReadRecord<unknown> & { values: Values })[]): string[] {
	const changed: string[] = [];
	for (const file of new Set(changes.map((change) => change.file))) {
		// An alias leads to the same mapping again.
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
