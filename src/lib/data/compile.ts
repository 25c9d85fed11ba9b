/** YAML records → one checked dataset in one language, or every reason why not. */
import { dirname, resolve } from 'node:path';
import * as m from '../language/every.ts';
import { isFolder, readArticles } from './articles.ts';
import { assembleTimeline, complete } from './assemble.ts';
import { checkDataset } from './checks.ts';
import { translateDataset } from './edition.ts';
import { loadDataset } from './load.ts';
import type { Dataset } from './load.ts';
import type { Problem } from './problem.ts';
import { checkQuotations } from './quotations.ts';
import type { Coverage } from './quotations.ts';
import { readRenamed } from './renamed.ts';
import type { Change, Timeline } from './schema.ts';
import { loadTranslation } from './translation.ts';
import { checkTranslation } from './untranslated.ts';
import { BASE } from './words.ts';
import type { Language } from './words.ts';

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
	language = BASE
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
	if (language === BASE) return dataset;
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
