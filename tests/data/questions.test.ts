import { expect, test } from 'vitest';
import { compileTimeline } from '../../src/lib/data/compile/compile.ts';
import { describeProblem } from '../../src/lib/data/read/problem.ts';

test('the checker has no open question about the dataset', () => {
	const { questions } = compileTimeline({ folder: 'data', articles: null });
	expect(questions.map(describeProblem)).toEqual([]);
});
