/** The dataset in the language of this build, compiled when this module is imported. */
import { compileTimeline } from '../data/compile/compile.ts';
import { describeProblems } from '../data/compile/report.ts';
import type { Timeline } from '../model/types.ts';

const compilation = compileTimeline({ folder: DATA_FOLDER, language: SITE_LANGUAGE });

/** @throws {Error} if the data has problems, with one line for each */
function requireTimeline(): Timeline {
	const { timeline, problems } = compilation;
	if (!timeline) throw new Error(describeProblems(problems));
	return timeline;
}

export const timeline = requireTimeline();

/** The changelog, newest first. */
export const { changes } = compilation;

/** Whether this build compared the quotations with the articles; else it checked them by the digests on record. */
export const isCheckedByArticles = compilation.report.articles !== null;
