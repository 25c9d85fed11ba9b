/**
 * Builds of the invented company of tests/company, made once for all tests that need one: the whole of it under a sub-path,
 * with an origin, and the smallest part of it that the checker accepts. And a build of what somebody else starts with: an
 * imported table.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { parse } from 'yaml';
import { root } from '../../../scripts/command.js';
import { startServer } from '../../../scripts/serve.js';
import type { Timeline } from '../../../src/lib/model/types.ts';

const DATA = join(root, 'tests/company');
/** Kept for inspection until the next run. */
const FOLDER = join(root, 'test-results/company');
export const BUILD = join(FOLDER, 'build');
export const SMALL_BUILD = join(FOLDER, 'small-build');
export const DRAFT_BUILD = join(FOLDER, 'draft-build');

export const SUB_PATH = '/time/line';
export const ORIGIN = 'https://history.example';
/** The translation: right to left, and unknown to the interface. */
export const TRANSLATION = 'he';

/** Runs a Node script of the project and expects exit code 0. @returns its output */
async function run(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
	const output: string[] = [];
	const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
	child.stdout.on('data', (text) => output.push(String(text)));
	child.stderr.on('data', (text) => output.push(String(text)));
	const code = await new Promise((resolve) => child.once('close', resolve));
	expect(code, output.join('')).toBe(0);
	return output.join('');
}

/** @returns the build's output */
export function buildCompany(): Promise<string> {
	rmSync(BUILD, { recursive: true, force: true });
	const env = { DATA, BASE_PATH: SUB_PATH, SITE_ORIGIN: ORIGIN };
	return run(['scripts/build.js', '--out', BUILD], env);
}

/** One event, source, product line and chapter, one language, no promise. @returns the build's output */
export function buildSmallCompany(): Promise<string> {
	const folder = join(FOLDER, 'small');
	rmSync(folder, { recursive: true, force: true });
	rmSync(SMALL_BUILD, { recursive: true, force: true });
	mkdirSync(join(folder, 'events'), { recursive: true });
	cpSync(join(DATA, 'changelog.yaml'), join(folder, 'changelog.yaml'));
	const read = (file: string) => parse(readFileSync(join(DATA, file), 'utf8')) as unknown;
	const write = (file: string, records: unknown) =>
		writeFileSync(join(folder, file), JSON.stringify(records)); // JSON is YAML
	interface Written {
		id: string;
		chapter: string;
		lines: string[];
		evidence: { source: string }[];
	}
	const events = read('events/alles.yaml') as Written[];
	const event = events.find(({ id }) => id === 'zeichen')!;
	const [source] = event.evidence;
	const head = read('timeline.yaml') as Record<'lines' | 'chapters', Written[]>;
	const changes = read('changelog.yaml') as { events?: string[] }[];
	write('events/one.yaml', [event]);
	write(
		'sources.yaml',
		(read('sources.yaml') as Written[]).filter(({ id }) => id === source!.source)
	);
	write('timeline.yaml', {
		...head,
		lines: head.lines.filter(({ id }) => event.lines.includes(id)),
		chapters: head.chapters.filter(({ id }) => id === event.chapter)
	});
	write(
		'changelog.yaml',
		changes.map((change) => ({ ...change, events: [] }))
	);
	return run(['scripts/build.js', '--plain', '--out', SMALL_BUILD], { DATA: folder });
}

/** The rows of a table, imported into a new folder: events without quotations. @returns the build's output */
export async function buildDraft(): Promise<string> {
	const folder = join(FOLDER, 'draft');
	rmSync(folder, { recursive: true, force: true });
	rmSync(DRAFT_BUILD, { recursive: true, force: true });
	await run(['scripts/new.js', folder, '--company', 'Weaving mill'], {});
	const table = join(FOLDER, 'mill.csv');
	writeFileSync(
		table,
		'date,title,line\n1865,The mill opens,Works\n12 May 1901,A second hall,Works\n1914/1918,Uniform cloth,Products\n'
	);
	await run(['scripts/import.js', table, folder], {});
	return run(['scripts/build.js', '--plain', '--out', DRAFT_BUILD], { DATA: folder, DRAFT: '1' });
}

export function readTimeline(build: string): Timeline {
	return JSON.parse(readFileSync(join(build, 'data/timeline.json'), 'utf8')) as Timeline;
}

interface Site {
	/** with base path and trailing slash */
	url: string;
	timeline: Timeline;
}

/** A fixture that serves a build to the tests of a worker. */
function serve(dir: string, base = '') {
	return [
		// eslint-disable-next-line no-empty-pattern -- Playwright requires a destructured argument
		async ({}, use: (site: Site) => Promise<void>) => {
			const server = await startServer({ dir, base, port: 0 });
			await use({ url: server.url, timeline: readTimeline(dir) });
			await server.close();
		},
		{ scope: 'worker' }
	] as [(args: object, use: (site: Site) => Promise<void>) => Promise<void>, { scope: 'worker' }];
}

/** Tests of the builds: `site` is the whole company, `small` the smallest part of it, `draft` the imported table. */
export const test = base.extend<object, { site: Site; small: Site; draft: Site }>({
	site: serve(BUILD, SUB_PATH),
	small: serve(SMALL_BUILD),
	draft: serve(DRAFT_BUILD)
});
