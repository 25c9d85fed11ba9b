/** Digest of a quotation: verifies a record where the article itself is not available. */
import { anchorQuotation } from '../../model/quotation/anchor.ts';
import type { Anchor } from '../../model/quotation/anchor.ts';
import { normalise } from '../../model/quotation/article-text.ts';
import { LIMITS } from '../../model/vocabulary.ts';
import { hash } from '../read/articles.ts';
import type { Article } from '../read/articles.ts';

/** An anchor with its digest, as stored in a record. */
export interface RecordedAnchor extends Anchor {
	/** `LIMITS.digest` hexadecimal digits */
	digest: string;
}

/** @throws {Error} from `anchorQuotation`, with a clause as its message */
export function anchorRecord(
	article: Article,
	quotation: { exact: string; prefix?: string; suffix?: string }
): RecordedAnchor {
	const anchor = anchorQuotation(article, quotation);
	const exact = normalise(quotation.exact);
	return { ...anchor, digest: digestQuotation({ sha256: article.sha256, exact, ...anchor }) };
}

/** @returns the first `LIMITS.digest` hexadecimal digits of a SHA-256 over article hash, start, context and text */
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
