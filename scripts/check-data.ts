/**
 * Checks the dataset and its translations: `npm run check:data -- [--write] [folder of the articles]`.
 * Exits with 1 and one sentence per problem, or with 0 and a summary.
 */
import { resolve } from 'node:path';
import { isFolder } from '../src/lib/data/read/articles.ts';
import { compileTimeline, findArticles } from '../src/lib/data/compile/compile.ts';
import { describeProblems, describeReport } from '../src/lib/data/compile/report.ts';
import { toLanguage } from '../src/lib/language/languages.ts';
import { writeAnchors, writeDigests } from '../src/lib/data/write/write.ts';
import { listLanguages } from './languages.js';
import type { Language } from './languages.js';

process.exitCode = checkData(resolve(import.meta.dirname, '../data'), process.argv.slice(2));

function checkData(folder: string, args: string[]): number {
	const mustWrite = args.includes('--write');
	const paths = args.filter((arg) => arg !== '--write');
	const unknown = paths.find((arg) => arg.startsWith('-')) ?? paths[1];
	if (unknown)
		return fail(`Unknown argument ${unknown}: give --write, the articles’ folder, or both.`);
	const articles = paths[0] ? resolve(paths[0]) : findArticles(folder);
	if (articles && !isFolder(articles)) return fail(`${articles} is not a folder.`);
	const translations = listLanguages().filter(({ path }) => path !== '');
	if (mustWrite) {
		const changed = [
			...(articles ? writeAnchors({ folder, articles }) : []),
			...translations.flatMap(({ id }) => writeDigests(folder, id))
		];
		console.log(changed.length ? `Wrote ${changed.join(', ')}.` : 'Nothing to write.');
	}
	const { problems, report } = compileTimeline({ folder, articles });
	if (problems.length > 0) return fail(describeProblems(problems));
	console.log(describeReport(report));
	return Math.max(0, ...translations.map((language) => checkTranslation(folder, language)));
}

function checkTranslation(folder: string, { id, tag }: Language): number {
	const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag)!;
	const { problems } = compileTimeline({ folder, articles: null, language: toLanguage(id) });
	if (problems.length > 0) return fail(describeProblems(problems, name));
	console.log(`${name}: complete`);
	return 0;
}

function fail(message: string): number {
	console.error(message);
	return 1;
}
