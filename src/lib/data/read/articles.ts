/** Reads the folder of articles: one `<source id>.txt` per source. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Dataset } from './dataset.ts';
import { problemAt } from './record.ts';
import { fileProblem } from './problem.ts';
import type { Problem } from './problem.ts';
import { findBreaks, normalise } from '../../model/quotation/article-text.ts';
import type { ArticleText } from '../../model/quotation/article-text.ts';
import { isFolder, readText } from './text.ts';

export interface Article extends ArticleText {
	/** of the normalised text in UTF-8, in lower-case hex */
	sha256: string;
}

/** By source id. */
export type Articles = Map<string, Article>;

/** @param problems receives a missing folder, and each missing article */
export function readArticles(folder: string, { sources }: Dataset, problems: Problem[]): Articles {
	const articles: Articles = new Map();
	if (!isFolder(folder)) {
		problems.push(fileProblem(folder, 'is not a folder: name the one with the articles'));
		return articles;
	}
	for (const source of sources) {
		const { id } = source.fields;
		if (!id) continue;
		const path = join(folder, `${id}.txt`);
		const read = readText(path);
		if (read.text !== null) articles.set(id, readArticle(read.text));
		else if (!read.isMissing) problems.push(fileProblem(path, read.fault, read.line));
		else problems.push(problemAt(source, ['id'], `there is no article ${id}.txt in ${folder}`));
	}
	return articles;
}

/** @param raw the text as published, not normalised */
export function readArticle(raw: string): Article {
	const text = normalise(raw);
	return { text, sha256: hash(text), breaks: findBreaks(raw) };
}

/** @returns SHA-256 of the UTF-8, in lower-case hex */
export function hash(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}
