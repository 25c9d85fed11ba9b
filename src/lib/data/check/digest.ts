/** The digest of a quotation: it verifies a record where the article itself is not available. */
import { anchorQuotation } from '../../model/anchor.ts';
import type { Anchor } from '../../model/anchor.ts';
import { normalise } from '../../model/article-text.ts';
import { LIMITS } from '../../model/vocabulary.ts';
import { hash } from '../read/articles.ts';
import type { Article } from '../read/articles.ts';

/** An anchor as a record holds it. */
export interface RecordedAnchor extends Anchor {
	/** hexadecimal */
	digest: string;
}

/** @throws {Error} whose message is a clause, from `anchorQuotation` */
export function anchorRecord(
	article: Article,
	quotation: { exact: string; prefix?: string; suffix?: string }
): RecordedAnchor {
	const anchor = anchorQuotation(article, quotation);
	const exact = normalise(quotation.exact);
	return { ...anchor, digest: digestQuotation({ sha256: article.sha256, exact, ...anchor }) };
}

/** @returns hexadecimal digits that change with the article, the position or the words of a quotation */
export function digestQuotation({
	sha256,
	start,
	prefix,
	exact,
	suffix
}: {
	sha256: string;
	start: number;
	prefix: string;
	exact: string;
	suffix: string;
}): string {
	return hash(JSON.stringify([sha256, start, prefix, exact, suffix])).slice(0, LIMITS.digest);
}
