/** The folder of articles, one `<source id>.txt` each. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from './load.ts';
import { report } from './item.ts';
import { fileProblem } from './problem.ts';
import type { Problem } from './problem.ts';
import { readArticle } from './text.ts';
import type { Article } from './text.ts';
import { readText } from './yaml.ts';

/** By source id. */
export type Articles = Map<string, Article>;

/** @param problems takes a missing folder, and each article that is not in it */
export function readArticles(folder: string, { sources }: Dataset, problems: Problem[]): Articles {
	const articles: Articles = new Map();
	if (!isFolder(folder)) {
		problems.push(fileProblem(folder, 'is not a folder: give the one that holds the articles'));
		return articles;
	}
	for (const source of sources) {
		const { id } = source.fields;
		if (!id) continue;
		const raw = readText(join(folder, `${id}.txt`));
		if (raw === null) {
			problems.push(report(source, ['id'], `there is no article ${id}.txt in ${folder}`));
		} else articles.set(id, readArticle(raw));
	}
	return articles;
}

export function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
