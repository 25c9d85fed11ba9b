/** Checks that each quotation occurs in its article verbatim, at the recorded position. */
import type { Anchor } from '../../model/anchor.ts';
import { anchorRecord, digestQuotation } from './digest.ts';
import type { RecordedAnchor } from './digest.ts';
import type { Articles } from '../read/articles.ts';
import { problemAt } from '../read/record.ts';
import type { ReadRecord } from '../read/record.ts';
import type { Dataset } from '../read/dataset.ts';
import { list } from '../../model/error-text.ts';
import type { Problem } from '../read/problem.ts';
import { LIMITS } from '../../model/vocabulary.ts';
import type { EvidenceRecord, SourceRecord } from '../../model/types.ts';
import { normalise, splitsWord } from '../../model/article-text.ts';

export interface Coverage {
	quotations: number;
	/** fraction of the article covered by its quotations, prefixes and suffixes, 0 to 1 */
	share: number;
}

type Placed = Pick<Anchor, 'start' | 'end' | 'prefix' | 'suffix'>;

const RUN = 'run "npm run check:data -- --write"';
const RUN_THERE = `${RUN} where the articles are`;

/**
 * @param articles null to check against the recorded positions, hashes and digests
 * @param problems receives what is wrong
 * @returns the coverage of each source, by source id
 */
export function checkQuotations(
	dataset: Dataset,
	articles: Articles | null,
	problems: Problem[]
): Map<string, Coverage> {
	const coverage = new Map<string, Coverage>();
	const evidence = dataset.events.flatMap((event) => event.evidence);
	for (const source of dataset.sources) {
		const { id } = source.fields;
		if (!id || coverage.has(id)) continue;
		problems.push(...checkSource(source, articles));
		const quoted = evidence.filter(({ fields }) => fields.source === id);
		const placed = quoted.map((item) =>
			articles ? placeByArticle(item, articles, problems) : placeByRecord(item, source, problems)
		);
		const characters = articles?.get(id)?.text.length ?? source.fields.characters ?? 0;
		const share = measureShare(
			placed.filter((place) => place !== null),
			characters
		);
		if (share > LIMITS.share) {
			const [percent, limit] = [Math.ceil(share * 100), LIMITS.share * 100];
			const message = `its quotations, prefixes and suffixes counted, cover ${percent} % of the article; the limit is ${limit} %`;
			problems.push(problemAt(source, [], message));
		}
		coverage.set(id, { quotations: quoted.length, share });
	}
	return coverage;
}

function checkSource(source: ReadRecord<SourceRecord>, articles: Articles | null): Problem[] {
	const article = articles?.get(source.fields.id ?? '');
	if (articles && !article) return [];
	const { characters, sha256 } = source.fields;
	const stale = [
		article ? characters !== article.text.length && 'characters' : !characters && 'characters',
		article ? sha256 !== article.sha256 && 'sha256' : !sha256 && 'sha256'
	].filter((name) => name !== false);
	return reportStale(source, stale, article ? RUN : RUN_THERE);
}

function placeByArticle(
	item: ReadRecord<EvidenceRecord>,
	articles: Articles,
	problems: Problem[]
): Placed | null {
	const { source = '', exact, prefix, suffix } = item.fields;
	const article = articles.get(source);
	if (!article || !exact) return null;
	let anchor: RecordedAnchor;
	try {
		anchor = anchorRecord(article, { exact, prefix, suffix });
	} catch (error) {
		problems.push(problemAt(item, ['exact'], (error as Error).message));
		return null;
	}
	const stale = (['prefix', 'suffix', 'start', 'end', 'breaks', 'digest'] as const).filter(
		(name) => String(item.fields[name] ?? '') !== String(anchor[name])
	);
	problems.push(...reportStale(item, stale, RUN), ...checkCut(item, anchor));
	return anchor;
}

function placeByRecord(
	item: ReadRecord<EvidenceRecord>,
	{ fields: { characters = Infinity, sha256 } }: ReadRecord<SourceRecord>,
	problems: Problem[]
): Placed | null {
	const { start, end, prefix, suffix, digest, breaks = [] } = item.fields;
	const exact = normalise(item.fields.exact ?? '');
	if (!exact) return null;
	const report = (field: string, message: string) => {
		problems.push(problemAt(item, [field], `${message}: ${RUN_THERE}`));
		return null;
	};
	if (
		start === undefined ||
		end === undefined ||
		prefix === undefined ||
		suffix === undefined ||
		digest === undefined
	) {
		const needed = ['prefix', 'suffix', 'start', 'end', 'digest'] as const;
		const missing = needed.filter((name) => item.fields[name] === undefined);
		problems.push(...reportStale(item, missing, RUN_THERE));
		return null;
	}
	if (end - start !== exact.length) {
		return report(
			'end',
			`is ${end - start} after start, but the quotation has ${exact.length} characters`
		);
	}
	if (start < prefix.length || end + suffix.length > characters) {
		return report('end', `puts the quotation outside its article of ${characters} characters`);
	}
	if (sha256 && digest !== digestQuotation({ sha256, start, prefix, exact, suffix })) {
		return report('digest', 'shows that the quotation, its place or its article has changed since');
	}
	if (breaks.some((at) => exact[at - 1] !== ' ')) return report('breaks', 'do not follow a space');
	problems.push(...checkCut(item, { prefix, suffix }));
	return { start, end, prefix, suffix };
}

/** @param names fields that are missing, or differ from the value computed from the article */
function reportStale(item: ReadRecord<unknown>, names: string[], remedy: string): Problem[] {
	if (names.length === 0) return [];
	const isMissing = names.every((name) => !item.node.has(name));
	const state = `${names.length > 1 ? 'are' : 'is'} ${isMissing ? 'missing' : 'out of date'}`;
	return [problemAt(item, [], `${list(names)} ${state}: ${remedy}`)];
}

function checkCut(
	item: ReadRecord<EvidenceRecord>,
	{ prefix, suffix }: Pick<Placed, 'prefix' | 'suffix'>
) {
	const exact = normalise(item.fields.exact ?? '');
	const sides = [splitsWord(prefix, exact) && 'starts', splitsWord(exact, suffix) && 'ends'].filter(
		(side) => side !== false
	);
	if (sides.length === 0) return [];
	return [problemAt(item, ['exact'], `${list(sides)} inside a word: quote whole words`)];
}

/** Fraction covered by the union of the ranges, so that overlaps count once. O(n log n). */
function measureShare(placed: Placed[], characters: number): number {
	if (!characters) return 0;
	const ranges = placed
		.map(({ start, end, prefix, suffix }) => [start - prefix.length, end + suffix.length] as const)
		.sort(([a], [b]) => a - b);
	let [covered, reached] = [0, 0];
	for (const [from, to] of ranges) {
		covered += Math.max(0, to - Math.max(from, reached));
		reached = Math.max(reached, to);
	}
	return covered / characters;
}
