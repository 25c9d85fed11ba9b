import { describe, expect, test } from 'vitest';
import {
	addCounts,
	countCheck,
	countPlaywright,
	countsLine,
	countVitest,
	listFailures
} from '../../../scripts/counts.js';

const file = (status: string, ...tests: string[]) => ({
	name: 'some.test.ts',
	status,
	message: status === 'failed' ? 'it ended' : '',
	assertionResults: tests.map((result, index) => ({
		status: result,
		fullName: `test ${index}`,
		failureMessages: result === 'failed' ? ['1 is not 2'] : null
	}))
});

describe('the tests of Vitest', () => {
	test('are counted one by one', () => {
		const report = {
			testResults: [
				file('passed', 'passed', 'passed', 'skipped', 'todo'),
				file('failed', 'passed', 'failed')
			]
		};
		expect(countVitest(report, false)).toEqual({ passed: 3, failed: 1, skipped: 2 });
	});

	test('count one failed for a file that could not be loaded', () => {
		const report = { testResults: [file('passed', 'passed'), file('failed')] };
		expect(countVitest(report, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
	});

	test('count one failed for a bad end with nothing to show for it', () => {
		const report = { testResults: [file('passed', 'passed')] };
		expect(countVitest(report, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
		expect(countVitest({ testResults: [] }, false).failed).toBe(1);
		expect(countVitest(null, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
	});

	test('say at the end what failed, and why', () => {
		const report = {
			testResults: [file('passed', 'passed'), file('failed', 'passed', 'failed'), file('failed')]
		};
		expect(listFailures(report)).toEqual([
			'test 1 (some.test.ts)\n1 is not 2',
			'some.test.ts\nit ended'
		]);
		expect(listFailures(null)).toEqual([]);
	});
});

describe('the tests of Playwright', () => {
	test('are counted from its statistics', () => {
		const stats = { expected: 4, unexpected: 2, flaky: 1, skipped: 3 };
		expect(countPlaywright({ stats }, false)).toEqual({ passed: 5, failed: 2, skipped: 3 });
	});

	test('count one failed for a bad end with nothing to show for it', () => {
		const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
		expect(countPlaywright({ stats }, false).failed).toBe(1);
		expect(countPlaywright(null, true).failed).toBe(1);
	});
});

test('a check counts only when it fails', () => {
	expect(countCheck(true)).toEqual({ passed: 0, failed: 0, skipped: 0 });
	expect(countCheck(false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the last line names what was skipped only where something was', () => {
	const total = addCounts([
		{ passed: 3, failed: 0, skipped: 0 },
		{ passed: 4, failed: 1, skipped: 0 }
	]);
	expect(countsLine(total)).toBe('7 passed, 1 failed');
	expect(countsLine({ ...total, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
});
