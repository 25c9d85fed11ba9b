// Reads how many tests passed from the JSON reports of Vitest and Playwright.

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *
 * @typedef {object} VitestReport the parts of it that are read
 * @property {VitestFile[]} testResults
 *
 * @typedef {object} VitestFile
 * @property {string} name its path
 * @property {string} status
 * @property {string} [message] why it could not be loaded
 * @property {{ status: string, fullName: string, failureMessages?: string[] | null }[]} assertionResults
 *
 * @typedef {object} PlaywrightReport the parts of it that are read
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 */

/** @type {Readonly<Counts>} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * A part that has no tests of its own to count: it says nothing when all is well, and counts as
 * one failed when not.
 * @param {boolean} succeeded whether the program ended well
 * @returns {Counts}
 */
export function countCheck(succeeded) {
	return { ...NOTHING, failed: succeeded ? 0 : 1 };
}

/**
 * @param {VitestReport | null} report null when the program ended before it wrote one
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function countVitest(report, succeeded) {
	if (!report) return countCheck(false);
	const counts = { ...NOTHING };
	for (const { status, assertionResults } of report.testResults) {
		for (const test of assertionResults) {
			if (test.status === 'passed') counts.passed++;
			else if (test.status === 'failed') counts.failed++;
			else counts.skipped++;
		}
		// a file that could not be loaded, or a hook of its that threw, has no failed test to show
		const explained = assertionResults.some((test) => test.status === 'failed');
		if (status === 'failed' && !explained) counts.failed++;
	}
	return blame(counts, succeeded);
}

/**
 * What failed and why, for the end of the output: some CI keeps no more than that.
 * @param {VitestReport | null} report
 * @returns {string[]} one a test, or a file that could not be loaded
 */
export function listFailures(report) {
	return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
		const failed = assertionResults.filter((test) => test.status === 'failed');
		if (status === 'failed' && !failed.length) return [`${name}\n${message}`];
		return failed.map(
			({ fullName, failureMessages }) => `${fullName} (${name})\n${failureMessages?.join('\n')}`
		);
	});
}

/**
 * @param {PlaywrightReport | null} report null when the program ended before it wrote one
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function countPlaywright(report, succeeded) {
	if (!report) return countCheck(false);
	const { expected, unexpected, flaky, skipped } = report.stats;
	return blame({ passed: expected + flaky, failed: unexpected, skipped }, succeeded);
}

/**
 * A program that ended badly with no failed test to show for it (no test at all, an error outside
 * of the tests) counts as one failed.
 * @param {Counts} counts
 * @param {boolean} succeeded
 */
function blame(counts, succeeded) {
	return !succeeded && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {Counts[]} parts */
export function addCounts(parts) {
	const total = { ...NOTHING };
	for (const { passed, failed, skipped } of parts) {
		total.passed += passed;
		total.failed += failed;
		total.skipped += skipped;
	}
	return total;
}

/** @param {Counts} counts */
export function countsLine({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
