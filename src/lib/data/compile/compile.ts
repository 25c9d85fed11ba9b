/** YAML records → one checked dataset in one language, or every reason why not. */
import { dirname, resolve } from 'node:path';
import * as m from '../../language/all-languages.ts';
import { isFolder, readArticles } from '../read/articles.ts';
import { assembleTimeline, complete } from './assemble.ts';
import { checkDataset } from '../check/dataset.ts';
import { translateDataset } from '../translate/translate.ts';
import { loadDataset } from '../read/dataset.ts';
import type { Dataset } from '../read/dataset.ts';
import type { Problem } from '../read/problem.ts';
import { checkQuotations } from '../check/quotations.ts';
import type { Coverage } from '../check/quotations.ts';
import { readRenamed } from '../check/renamed.ts';
import type { Change, Timeline } from '../../model/types.ts';
import { loadTranslation } from '../translate/translation.ts';
import { checkTranslation } from '../translate/completeness.ts';
import { BASE_LANGUAGE } from '../../language/languages.ts';
import type { Language } from '../../language/languages.ts';

export interface Report {
	events: number;
	quotations: number;
	sources: ({ id: string } & Coverage)[];
	/** the folder of articles the quotations were found in; null when they were checked by record */
	articles: string | null;
}

export interface Compilation {
	/** null when there is a problem */
	timeline: Timeline | null;
	/** the newest first; empty when there is a problem */
	changes: Change[];
	/** by file and line */
	problems: Problem[];
	report: Report;
}

/**
 * @param folder holds timeline.yaml, sources.yaml, changelog.yaml, events/*.yaml and, where ids were renamed, renamed.yaml
 * @param articles the folder of articles; null to go by what is recorded. Left out, it is
 * `../shared/sources` beside the project, when that is there.
 * @param language that all but the quotations is in; what is not translated is a problem
 */
export function compileTimeline({
	folder,
	articles = findArticles(folder),
	language = BASE_LANGUAGE
}: {
	folder: string;
	articles?: string | null;
	language?: Language;
}): Compilation {
	const problems: Problem[] = [];
	const dataset = loadDataset(folder, problems);
	problems.push(...checkDataset(dataset));
	const renamed = readRenamed(folder, dataset, problems);
	const texts = articles === null ? null : readArticles(articles, dataset, problems);
	const coverage = checkQuotations(dataset, texts, problems);
	const report: Report = {
		events: dataset.events.length,
		quotations: dataset.events.reduce((sum, { evidence }) => sum + evidence.length, 0),
		sources: [...coverage].map(([id, rest]) => ({ id, ...rest })),
		articles
	};
	const edition = problems.length === 0 ? openEdition(dataset, folder, language, problems) : null;
	return {
		timeline: edition && assembleTimeline(edition, coverage, renamed, language),
		changes: edition ? edition.changes.map(complete) : [],
		problems: sortProblems(problems),
		report
	};
}

/** @returns null when the translation has a problem */
function openEdition(
	dataset: Dataset,
	folder: string,
	language: Language,
	problems: Problem[]
): Dataset | null {
	if (language === BASE_LANGUAGE) return dataset;
	const translation = loadTranslation(folder, language, problems);
	if (!translation) return null;
	problems.push(
		...checkTranslation(dataset, translation, m.language_tag({}, { locale: language }))
	);
	return problems.length === 0 ? translateDataset(dataset, translation) : null;
}

/** @returns the articles' usual folder, or null when it is not there */
export function findArticles(folder: string): string | null {
	const articles = resolve(dirname(resolve(folder)), '../shared/sources');
	return isFolder(articles) ? articles : null;
}

function sortProblems(problems: Problem[]): Problem[] {
	const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
	return problems.sort((a, b) => compare(a.file, b.file) || compare(a.line ?? 0, b.line ?? 0));
}
