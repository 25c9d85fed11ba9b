/** Compiles YAML records into a checked dataset in one language, or lists every problem. */
import { basename, dirname, join, resolve } from 'node:path';
import { readArticles } from '../read/articles.ts';
import { assembleTimeline, complete } from './assemble.ts';
import { checkDataset } from '../check/dataset.ts';
import { translateDataset } from '../translate/translate.ts';
import { loadDataset } from '../read/dataset.ts';
import type { Dataset } from '../read/dataset.ts';
import { fileProblem } from '../read/problem.ts';
import type { Problem } from '../read/problem.ts';
import { isFolder } from '../read/text.ts';
import { findQuestions } from '../check/questions.ts';
import { checkQuotations, RUN, RUN_THERE } from '../check/quotations.ts';
import type { Coverage, Verified } from '../check/quotations.ts';
import type { ReadRecord } from '../read/record.ts';
import { readRenamed } from '../check/renamed.ts';
import type { Change, Timeline } from '../../model/types.ts';
import { loadTranslation } from '../translate/translation.ts';
import { checkTranslation } from '../translate/completeness.ts';
import { list } from '../../model/error-text.ts';
import { tagOf } from '../../language/languages.ts';

export interface Report {
	events: number;
	/** events without a quotation, and sources of which not all is known; the events are counted above, too */
	drafts: { events: string[]; sources: string[] };
	quotations: number;
	sources: ({ id: string } & Coverage)[];
	/** folder of the articles that quotations were checked against; null if checked against the records alone */
	articles: string | null;
}

const NOTHING: Report = {
	events: 0,
	drafts: { events: [], sources: [] },
	quotations: 0,
	sources: [],
	articles: null
};

export interface Compilation {
	/** null if there are problems */
	timeline: Timeline | null;
	/** newest first; empty if there are problems */
	changes: Change[];
	/** sorted by file and line; last, the computed fields that are missing */
	problems: Problem[];
	/** what may be a mistake, and no record answers; sorted likewise. The dataset is compiled all the same. */
	questions: Problem[];
	report: Report;
}

/**
 * @param folder holds timeline.yaml, sources.yaml, changelog.yaml, events/*.yaml and, optionally, renamed.yaml and
 * translations/*.yaml
 * @param articles folder of the articles; null to check against the recorded positions and digests. Default:
 * `articles/` in the folder, else `../shared/sources`, relative to the folder that contains the data, if it exists.
 * @param language of all text but the quotations: the data's own (default), or the id of a translation
 */
export function compileTimeline({
	folder,
	articles = findArticles(folder),
	language
}: {
	folder: string;
	articles?: string | null;
	language?: string;
}): Compilation {
	const problems: Problem[] = [];
	if (!isFolder(folder)) {
		problems.push(fileProblem(folder, 'is not a folder: name the one with the data'));
		return { timeline: null, changes: [], problems, questions: [], report: NOTHING };
	}
	const dataset = loadDataset(folder, problems);
	problems.push(...checkDataset(dataset));
	const renamed = readRenamed(folder, dataset, problems);
	const texts = articles === null ? null : readArticles(articles, dataset, problems);
	const { coverage, uncomputed } = checkQuotations(dataset, texts, problems);
	const report: Report = {
		events: dataset.events.length,
		drafts: { events: listDrafts(dataset.events), sources: listDrafts(dataset.draftSources) },
		quotations: dataset.events.reduce(
			(sum, { fields, evidence }) => sum + (fields.draft ? 0 : evidence.length),
			0
		),
		sources: [...coverage].map(([id, rest]) => ({ id, ...rest })),
		articles
	};
	const missing = describeUncomputed(uncomputed, basename(folder), texts ? RUN : RUN_THERE);
	const isSound = problems.length === 0 && missing.length === 0;
	const own = dataset.head?.fields.language;
	const edition = isSound
		? openEdition(dataset, folder, language === own ? undefined : language, problems)
		: null;
	return {
		timeline: edition && assembleTimeline(edition, coverage, renamed, tagOf(language ?? own!)),
		changes: edition ? edition.changes.map(complete) : [],
		problems: [...sortProblems(problems), ...missing],
		questions: sortProblems(findQuestions(dataset)),
		report
	};
}

/** @returns ids, or names, of the records that are drafts */
function listDrafts(records: ReadRecord<{ id: string; draft?: boolean }>[]): string[] {
	return records.flatMap(({ fields, name }) => (fields.draft ? (fields.id ?? name ?? '') : []));
}

/** One problem for all records, since one command fills in their fields. */
function describeUncomputed(
	records: Verified['uncomputed'],
	file: string,
	remedy: string
): Problem[] {
	if (records.length === 0) return [];
	const quotations = records.filter(({ path }) => path.length > 0).length;
	const sources = records.length - quotations;
	const who = [
		quotations > 0 && `${quotations} quotation${quotations === 1 ? '' : 's'}`,
		sources > 0 && `${sources} source${sources === 1 ? '' : 's'}`
	].filter((words) => words !== false);
	const verb = records.length === 1 ? 'has' : 'have';
	return [
		fileProblem(
			file,
			`${list(who)} ${verb} no recorded positions, hashes or digests yet: ${remedy}`
		)
	];
}

/**
 * @param language id of a translation; none for the data as it is
 * @returns the dataset in the language; null if the translation has problems
 */
function openEdition(
	dataset: Dataset,
	folder: string,
	language: string | undefined,
	problems: Problem[]
): Dataset | null {
	if (!language) return dataset;
	const translation = loadTranslation(folder, language, problems);
	if (!translation) return null;
	problems.push(...checkTranslation(dataset, translation, tagOf(language)));
	return problems.length === 0 ? translateDataset(dataset, translation) : null;
}

/** @returns the default folder of the articles, or null if it does not exist */
export function findArticles(folder: string): string | null {
	const places = [join(folder, 'articles'), resolve(dirname(resolve(folder)), '../shared/sources')];
	return places.find(isFolder) ?? null;
}

function sortProblems(problems: Problem[]): Problem[] {
	const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
	return problems.sort((a, b) => compare(a.file, b.file) || compare(a.line ?? 0, b.line ?? 0));
}
