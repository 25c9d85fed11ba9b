import { spawnSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';

// Each test starts a Node process, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test.each([
	[['--fix'], 'Unknown argument --fix: give --write, the articles’ folder, or both.\n'],
	[['src', 'data'], 'Unknown argument data: give --write, the articles’ folder, or both.\n'],
	[['/nowhere'], '/nowhere is not a folder.\n']
])('check:data %j fails with one sentence on stderr', (args, sentence) => {
	expect(checkData(args)).toEqual({ status: 1, stderr: sentence, stdout: '' });
});

test('check:data prints a summary, a line per article and a line per language', () => {
	const { status, stdout, stderr } = checkData([]);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	const [summary, ...lines] = stdout.trimEnd().split('\n');
	expect(summary).toMatch(
		/^\d+ events, \d+ quotations: (found word for word|checked by recorded) /
	);
	const articles = lines.slice(0, -2);
	expect(articles).toHaveLength(5);
	for (const line of articles) {
		expect(line).toMatch(/^ {2}[a-z]+-\d{4} +\d+ quotations? +\d+\.\d % of the article$/);
	}
	expect(lines.slice(-2)).toEqual(['Italian: complete', 'Simplified Chinese: complete']);
});

function checkData(args: string[]) {
	const script = ['node_modules/tsx/dist/cli.mjs', 'scripts/check-data.ts'];
	const options = { encoding: 'utf8' } as const;
	const { status, stdout, stderr } = spawnSync(process.execPath, [...script, ...args], options);
	return { status, stdout, stderr };
}
