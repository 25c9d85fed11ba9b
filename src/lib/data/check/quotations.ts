/** Checks that each quotation occurs in its article verbatim, at the recorded position. */
import type { Anchor } from '../../model/quotation/anchor.ts';
import { anchorRecord, digestQuotation } from './digest.ts';
import type { RecordedAnchor } from './digest.ts';
import type { Article, Articles } from '../read/articles.ts';
import { problemAt } from '../read/record.ts';
import type { ReadRecord } from '../read/record.ts';
import type { Dataset } from '../read/dataset.ts';
import { list, quote } from '../../model/error-text.ts';
import type { Problem } from '../read/problem.ts';
import { LIMITS } from '../../model/vocabulary.ts';
import type { EvidenceRecord, SourceRecord } from '../../model/types.ts';
import { normalise, splitsWord } from '../../model/quotation/article-text.ts';

export interface Coverage {
	quotations: number;
	/** fraction of the article covered by its quotations, prefixes and suffixes, 0 to 1 */
	share: number;
}

export interface Verified {
	/** by source id */
	coverage: Map<string, Coverage>;
	/** quotations and sources without computed fields, such as positions and hashes, which a command fills in */
	uncomputed: ReadRecord<unknown>[];
}

type Placed = Pick<Anchor, 'start' | 'end' | 'prefix' | 'suffix'>;

export const RUN = 'run "npm run check:data -- --write"';
export const RUN_THERE = `${RUN} where the articles are`;

/**
 * @param articles null to check against the recorded positions, hashes and digests
 * @param problems receives what is wrong, except computed fields that are missing altogether
 */
export function checkQuotations(
	dataset: Dataset,
	articles: Articles | null,
	problems: Problem[]
): Verified {
	const coverage = new Map<string, Coverage>();
	const uncomputed: ReadRecord<unknown>[] = [];
	const findings: Findings = { problems, uncomputed };
	const evidence = dataset.events.flatMap((event) => (event.fields.draft ? [] : event.evidence));
	for (const source of dataset.sources) {
		const { id } = source.fields;
		if (!id || coverage.has(id)) continue;
		checkSource(source, articles, findings);
		const quoted = evidence.filter(({ fields }) => fields.source === id);
		const placed = quoted.map((item) =>
			articles ? placeByArticle(item, articles, findings) : placeByRecord(item, source, findings)
		);
		const characters = articles?.get(id)?.text.length ?? source.fields.characters ?? 0;
		const share = measureShare(
			placed.filter((place) => place !== null),
			characters
		);
		if (share > LIMITS.share) {
			const [percent, limit] = [Math.ceil(share * 100), LIMITS.share * 100];
			const message = `its quotations, with their prefixes and suffixes, cover ${percent}% of the article; the limit is ${limit}%`;
			problems.push(problemAt(source, [], message));
		}
		coverage.set(id, { quotations: quoted.length, share });
	}
	return { coverage, uncomputed };
}

type Findings = { problems: Problem[] } & Pick<Verified, 'uncomputed'>;

function checkSource(
	source: ReadRecord<SourceRecord>,
	articles: Articles | null,
	findings: Findings
): void {
	const article = articles?.get(source.fields.id ?? '');
	if (articles && !article) return;
	const { characters, sha256 } = source.fields;
	const stale = [
		article ? characters !== article.text.length && 'characters' : !characters && 'characters',
		article ? sha256 !== article.sha256 && 'sha256' : !sha256 && 'sha256'
	].filter((name) => name !== false);
	reportStale(source, stale, findings);
}

function placeByArticle(
	item: ReadRecord<EvidenceRecord>,
	articles: Articles,
	findings: Findings
): Placed | null {
	const { source = '', exact, prefix, suffix } = item.fields;
	const article = articles.get(source);
	if (!article || !exact) return null;
	let anchor: RecordedAnchor;
	try {
		anchor = anchorRecord(article, { exact, prefix, suffix });
	} catch (error) {
		const elsewhere = findElsewhere(exact, article, articles);
		const message = elsewhere
			? `is not in the article of ${quote(source)}, but in that of ${quote(elsewhere)}: correct "source"`
			: (error as Error).message;
		findings.problems.push(problemAt(item, ['exact'], message));
		return null;
	}
	const stale = (['prefix', 'suffix', 'start', 'end', 'breaks', 'digest'] as const).filter(
		(name) => String(item.fields[name] ?? '') !== String(anchor[name])
	);
	reportStale(item, stale, findings);
	findings.problems.push(...checkCut(item, anchor));
	return anchor;
}

/** @returns the id of another source, if only its article has the quotation word for word */
function findElsewhere(exact: string, own: Article, articles: Articles): string | undefined {
	const words = normalise(exact);
	if (own.text.includes(words)) return undefined;
	return [...articles].find(([, { text }]) => text.includes(words))?.[0];
}

function placeByRecord(
	item: ReadRecord<EvidenceRecord>,
	{ fields: { characters = Infinity, sha256 } }: ReadRecord<SourceRecord>,
	findings: Findings
): Placed | null {
	const { start, end, prefix, suffix, digest, breaks = [] } = item.fields;
	const exact = normalise(item.fields.exact ?? '');
	if (!exact) return null;
	const report = (field: string, message: string) => {
		findings.problems.push(problemAt(item, [field], `${message}: ${RUN_THERE}`));
		return null;
	};
	if (
		start === undefined ||
		end === undefined ||
		prefix === undefined ||
		suffix === undefined ||
		digest === undefined
	) {
		// one that is present but invalid is reported already
		if (!['prefix', 'suffix', 'start', 'end', 'digest'].every((name) => item.node.has(name)))
			findings.uncomputed.push(item);
		return null;
	}
	if (end - start !== exact.length) {
		return report(
			'end',
			`is ${end - start} characters after "start", but the quotation has ${exact.length}`
		);
	}
	if (start < prefix.length || end + suffix.length > characters) {
		return report('end', `is outside the article, which has ${characters} characters`);
	}
	if (sha256 && digest !== digestQuotation({ sha256, start, prefix, exact, suffix })) {
		return report(
			'digest',
			'does not match: the quotation, its position or its article has changed since it was recorded'
		);
	}
	if (breaks.some((at) => exact[at - 1] !== ' '))
		return report('breaks', 'must each follow a space');
	findings.problems.push(...checkCut(item, { prefix, suffix }));
	return { start, end, prefix, suffix };
}

/** @param names fields that are missing, or differ from the value computed from the article */
function reportStale(item: ReadRecord<unknown>, names: string[], findings: Findings): void {
	const stale = names.filter((name) => item.node.has(name));
	if (stale.length > 0) {
		const state = `${stale.length > 1 ? 'are' : 'is'} out of date`;
		findings.problems.push(problemAt(item, [], `${list(stale)} ${state}: ${RUN}`));
	} else if (names.length > 0) findings.uncomputed.push(item);
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
