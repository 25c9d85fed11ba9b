/**
 * Checks the dataset and its translations; started by check-data.js.
 * Exits with 1 and one sentence per problem, or with 0, a summary and the open questions.
 */
import { resolve } from 'node:path';
import type { Report } from '../src/lib/data/compile/compile.ts';
import { compileTimeline, findArticles } from '../src/lib/data/compile/compile.ts';
import {
	describeDrafts,
	describeProblems,
	describeQuestions,
	describeReport
} from '../src/lib/data/compile/report.ts';
import { isFolder } from '../src/lib/data/read/text.ts';
import { writeAnchors, writeDigests } from '../src/lib/data/write/write.ts';
import { nameLanguage } from '../src/lib/model/language-tag.ts';
import { listLanguages } from './languages.js';
import type { Language } from './languages.js';

/**
 * @param folder of the data
 * @param args `[--write] [--publish] [folder of the articles]`; `--publish` refuses drafts
 * @returns the exit code
 */
export function checkData(folder: string, args: string[]): number {
	const mustWrite = args.includes('--write');
	const paths = args.filter((arg) => arg !== '--write' && arg !== '--publish');
	const unknown = paths.find((arg) => arg.startsWith('-')) ?? paths[1];
	if (unknown)
		return fail(`Unknown argument ${unknown}: give --write, the articles’ folder, or both.`);
	const articles = paths[0] ? resolve(paths[0]) : findArticles(folder);
	if (articles && !isFolder(articles)) return fail(`${articles} is not a folder.`);
	const translations = listLanguages(folder).filter(({ path }) => path !== '');
	if (mustWrite) {
		const changed = [
			...(articles ? writeAnchors({ folder, articles }) : []),
			...translations.flatMap(({ id }) => writeDigests(folder, id))
		];
		console.log(changed.length ? `Wrote ${changed.join(', ')}.` : 'Nothing to write.');
	}
	const { problems, questions, report } = compileTimeline({ folder, articles });
	if (problems.length > 0) return fail(describeProblems(problems));
	console.log(describeReport(report));
	const drafts = [...report.drafts.events, ...report.drafts.sources];
	if (args.includes('--publish') && drafts.length > 0) return fail(refuseDrafts(report.drafts));
	const codes = translations.map((language) => checkTranslation(folder, language));
	if (questions.length > 0) console.log(describeQuestions(questions));
	return Math.max(0, ...codes);
}

function checkTranslation(folder: string, { id, tag }: Language): number {
	const name = nameLanguage(tag);
	const { problems } = compileTimeline({ folder, articles: null, language: id });
	if (problems.length > 0) return fail(describeProblems(problems, `The ${name} translation`));
	console.log(`${name}: complete`);
	return 0;
}

/** @returns one sentence; the first drafts by name */
function refuseDrafts(drafts: Report['drafts']): string {
	const names = [...drafts.events, ...drafts.sources];
	const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
	const named = `${names.slice(0, 5).join(', ')}${more}`;
	return `The dataset has ${describeDrafts(drafts)}: ${named}. Complete each and remove its "draft: true", or build it for yourself with DRAFT=1.`;
}

function fail(message: string): number {
	console.error(message);
	return 1;
}
