/**
 * A copy of the project, built once for all tests that need a build of their own: under a sub-path, with an origin, with
 * former ids, and in a right-to-left pseudo-language.
 */
import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { packageCommand, root } from '../../../scripts/command.js';
import { startServer } from '../../../scripts/serve.js';
import { addPseudoLanguage } from './pseudo-language.ts';
import type { Timeline } from '../../../src/lib/model/types.ts';
import { timeline } from './support.ts';

const EXCLUDED = ['node_modules', '.git', '.svelte-kit', 'build', 'test-results', 'tests'];

/** Kept for inspection until the next run. */
const FOLDER = join(root, 'test-results/copy');
const LANGUAGE = 'he';
export const SUB_PATH = '/time/line';
/** The language's part of the build; the other languages are not built. */
export const BUILD = join(FOLDER, 'build', LANGUAGE);
export const BASE = `${SUB_PATH}/${LANGUAGE}`;
export const ORIGIN = 'https://history.example';

/** Records with a former id. */
export const [EVENT, LINE, SOURCE] = [
	timeline.events.at(-1)!,
	timeline.lines[1]!,
	timeline.sources[0]!
];
/** Simulated renames: former ids of these records. */
export const RENAMED = {
	events: { 'old-event': EVENT.id },
	lines: { 'old-line': LINE.id },
	sources: { 'old-source': SOURCE.id }
};

/** Runs a Node script in the copy and expects exit code 0. @returns its output */
async function run(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
	const output: string[] = [];
	const child = spawn(process.execPath, args, { cwd: FOLDER, env: { ...process.env, ...env } });
	child.stdout.on('data', (text) => output.push(String(text)));
	child.stderr.on('data', (text) => output.push(String(text)));
	const code = await new Promise((resolve) => child.once('close', resolve));
	expect(code, output.join('')).toBe(0);
	return output.join('');
}

/** Copies the project, adds the language and the renames, checks the data and builds. @returns the build's output */
export async function buildCopy(): Promise<string> {
	rmSync(FOLDER, { recursive: true, force: true });
	const isIncluded = (path: string) => !EXCLUDED.includes(basename(path));
	// entry by entry: `cpSync` refuses to copy a folder into itself
	for (const name of readdirSync(root).filter(isIncluded))
		cpSync(join(root, name), join(FOLDER, name), { recursive: true, filter: isIncluded });
	symlinkSync(join(root, 'node_modules'), join(FOLDER, 'node_modules'), 'junction');
	addPseudoLanguage(FOLDER, LANGUAGE);
	writeFileSync(join(FOLDER, 'data/renamed.yaml'), JSON.stringify(RENAMED));
	await run([packageCommand('@sveltejs/kit', 'svelte-kit'), 'sync'], {}); // as "npm ci" does
	return run(['scripts/build.js', LANGUAGE], { BASE_PATH: SUB_PATH, SITE_ORIGIN: ORIGIN });
}

/** Tests of the copy's build; `site.url` has its base path and a trailing slash, `site.timeline` is its dataset. */
export const test = base.extend<object, { site: { url: string; timeline: Timeline } }>({
	site: [
		// eslint-disable-next-line no-empty-pattern -- Playwright requires a destructured argument
		async ({}, use) => {
			const server = await startServer({ dir: BUILD, base: BASE, port: 0 });
			const dataset = readFileSync(join(BUILD, 'data/timeline.json'), 'utf8');
			await use({ url: server.url, timeline: JSON.parse(dataset) as Timeline });
			await server.close();
		},
		{ scope: 'worker' }
	]
});
