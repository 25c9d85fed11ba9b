/** Text output of the compiler. */
import type { Report } from './compile.ts';
import { describeProblem } from '../read/problem.ts';
import type { Problem } from '../read/problem.ts';

/**
 * @param whose subject of the headline
 * @returns a headline and one line per problem
 */
export function describeProblems(problems: Problem[], whose = 'The dataset'): string {
	const headline = `${whose} has ${count(problems.length, 'problem')}:`;
	return [headline, ...problems.map(describeProblem)].join('\n');
}

/** @returns one line: events, quotations, and what they were checked against */
function describeSummary({ events, quotations, drafts, articles }: Report): string {
	const against =
		articles === null
			? 'checked against recorded positions, hashes and digests (the articles are not available)'
			: `found word for word in the articles in ${articles}`;
	const unfinished = describeDrafts(drafts);
	const what = [count(events, 'event'), count(quotations, 'quotation'), unfinished];
	return `${what.filter(Boolean).join(', ')}: ${against}`;
}

/** @returns `3 drafts (2 events and 1 source)`; '' for none */
export function describeDrafts({ events, sources }: Report['drafts']): string {
	const parts = [
		events.length > 0 && count(events.length, 'event'),
		sources.length > 0 && count(sources.length, 'source')
	].filter((part) => part !== false);
	const sum = events.length + sources.length;
	return sum ? `${count(sum, 'draft')} (${parts.join(' and ')})` : '';
}

/** @returns the summary and one line per article, with its quoted share */
export function describeReport(report: Report): string {
	const width = Math.max(0, ...report.sources.map(({ id }) => id.length));
	const lines = report.sources.map(({ id, quotations, share }) => {
		const percent = `${(share * 100).toFixed(1)}%`.padStart(5);
		return `  ${id.padEnd(width)}  ${count(quotations, 'quotation').padStart(13)}  ${percent} of the article`;
	});
	return [describeSummary(report), ...lines].join('\n');
}

/** @returns a headline and one line per question; '' without questions */
export function describeQuestions(questions: Problem[]): string {
	if (questions.length === 0) return '';
	const headline = `${count(questions.length, 'question')}, to be answered in the data or left open:`;
	return [headline, ...questions.map(describeProblem)].join('\n');
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
