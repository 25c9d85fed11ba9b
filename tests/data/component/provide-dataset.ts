/** Vitest global setup: compiles the dataset of data/ in Node and provides it to the tests in the browser. */
import type { TestProject } from 'vitest/node';
import { compileTimeline } from '../../../src/lib/data/compile/compile.ts';
import { describeProblems } from '../../../src/lib/data/compile/report.ts';
import type { Timeline } from '../../../src/lib/model/types.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		timeline: Timeline;
	}
}

export default function setup(project: TestProject): void {
	const { timeline, problems } = compileTimeline({ folder: 'data' });
	if (!timeline) throw new Error(describeProblems(problems));
	project.provide('timeline', timeline);
}
