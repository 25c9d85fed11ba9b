import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { writeDigests } from '../../../src/lib/data/write/write.ts';
import { ITALIAN, makeGoodProject } from './fixture.ts';
import type { Project } from './fixture.ts';

// Each test starts a Node process, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const EVENTS = 'data/events/first.yaml';

test.each([
	[['--fix'], 'Unknown argument --fix: give --write, the articles’ folder, or both.\n'],
	[['src', 'data'], 'Unknown argument data: give --write, the articles’ folder, or both.\n'],
	[['/nowhere'], '/nowhere is not a folder.\n']
])('check:data %j fails with one sentence on stderr', (args, sentence) => {
	expect(checkData(args)).toEqual({ status: 1, stderr: sentence, stdout: '' });
});

describe('check:data on sound data', () => {
	test('prints a summary, a line per article and a line per language', () => {
		const { status, stdout, stderr } = checkData([], makeTranslated());
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(stdout.trimEnd().split('\n')).toEqual([
			expect.stringMatching(/^2 events, 3 quotations: found word for word in the articles in /),
			expect.stringMatching(/^ {2}daily-2012 +2 quotations +\d+\.\d% of the article$/),
			expect.stringMatching(/^ {2}gazzetta-2013 +1 quotation +\d+\.\d% of the article$/),
			'Italian: complete',
			'Simplified Chinese: complete'
		]);
	});

	test('lists open questions after that, and exits with 0', () => {
		const project = makeTranslated();
		project.change(EVENTS, '"2010-04-06"', '"2012-03"');
		const { status, stdout, stderr } = checkData([], project);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(stdout).toContain('Simplified Chinese: complete\n1 question, to be answered');
		expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
			/^data\/events\/first\.yaml:6, event "founding", field "date": "2012-03" is also the date of/
		);
	});
});

describe('check:data exits with 1 and sentences, but no stack, for', () => {
	test('a data folder that is missing', () => {
		const project = makeTranslated();
		rmSync(project.folder, { recursive: true });
		expect(failure(project)).toBe(
			`DATA must name a data folder, but there is none at ${project.folder}.\n`
		);
	});

	test('broken YAML', () => {
		const project = makeTranslated();
		project.change(EVENTS, 'title: Founded in a shed', 'title: Acme: founded');
		expect(failure(project)).toBe(
			`The dataset has 1 problem:\n${EVENTS}:4:10: is not valid YAML: a text with a colon in it needs quotation marks: write title: "Acme: founded"\n`
		);
	});

	test('a file in Latin-1', () => {
		const project = makeTranslated();
		const path = join(project.folder, 'changelog.yaml');
		writeFileSync(path, Buffer.from('# più\n', 'latin1'));
		expect(failure(project)).toBe(
			'The dataset has 1 problem:\ndata/changelog.yaml:1: is not in UTF-8: save it as UTF-8\n'
		);
	});

	test('a translation into the language of the data itself', () => {
		const project = makeTranslated();
		project.change('data/timeline.yaml', 'company: Acme\n', 'company: Acme\nlanguage: it\n');
		expect(failure(project)).toBe(
			`${project.folder}/translations/it.yaml is in the language of the data itself: remove it.\n`
		);
	});

	test('a translation that is not named after a language', () => {
		const project = makeTranslated();
		renameSync(
			join(project.folder, 'translations/it.yaml'),
			join(project.folder, 'translations/italian_new.yaml')
		);
		expect(failure(project)).toBe(
			`${project.folder}/translations/italian_new.yaml is not named after a language in BCP 47, such as "it.yaml".\n`
		);
	});
});

describe('check:data names what is wrong with the project itself:', () => {
	const SETTINGS = 'src/lib/language/project.inlang/settings.json';

	test('settings that are not valid JSON', () => {
		const root = copyCode();
		writeFileSync(join(root, SETTINGS), '{ "locales": ["en",, }');
		expect(checkIn(root)).toMatch(new RegExp(`^${SETTINGS} is not valid JSON: .+\\.\\n$`));
	});

	test('settings without languages', () => {
		const root = copyCode();
		writeFileSync(join(root, SETTINGS), '{ "baseLocale": "en" }');
		expect(checkIn(root)).toBe(
			`${SETTINGS}: “locales” is not a list of languages, such as ["en", "it"].\n`
		);
	});

	test('a language whose folder is missing', () => {
		const root = copyCode();
		rmSync(join(root, 'src/lib/language/it'), { recursive: true });
		expect(checkIn(root)).toBe(
			`src/lib/language/it/language.json is missing: restore it, or remove "it" from “locales” in ${SETTINGS}.\n`
		);
	});

	test('messages that are not compiled', () => {
		const root = copyCode();
		rmSync(join(root, 'src/lib/language/compiled'), { recursive: true });
		expect(checkIn(root)).toBe(
			'The messages of the interface are not compiled: run npm ci first.\n'
		);
	});

	test('packages that are not installed', () => {
		const root = copyCode();
		rmSync(join(root, 'node_modules'));
		expect(checkIn(root)).toBe('The packages are not installed: run npm ci first.\n');
	});
});

/** A sound project with a translation for each language of the site. The checker cannot tell that one is not Chinese. */
function makeTranslated(): Project {
	const chinese = ITALIAN.replace(
		'ripara gratis ogni aquilone.',
		'$&\n      - begins: ripara\n        translation: ripara gli aquiloni'
	);
	const project = makeGoodProject({
		'data/translations/it.yaml': ITALIAN,
		'data/translations/zh.yaml': chinese
	});
	for (const language of ['it', 'zh']) writeDigests(project.folder, language);
	return project;
}

/** @returns stderr of a check that fails */
function failure(project: Project): string {
	const { status, stderr } = checkData([], project);
	expect(status).toBe(1);
	expect(stderr).not.toMatch(/^ +at /m);
	return stderr;
}

function checkData(args: string[], project?: Project, root = '.') {
	const data = project && { DATA: project.folder };
	const all = [...args, ...(project ? [project.articles] : [])];
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(root, 'scripts/check-data.js'), ...all],
		{ encoding: 'utf8', env: { ...process.env, ...data } }
	);
	return { status, stdout, stderr };
}

/** Copies the code that the command runs, so that a test can break it. */
function copyCode(): string {
	const root = mkdtempSync(join(tmpdir(), 'checkout-'));
	onTestFinished(() => rmSync(root, { recursive: true }));
	const folders = ['scripts', 'src/lib/data', 'src/lib/language', 'src/lib/model'];
	for (const name of [...folders, 'package.json'])
		cpSync(name, join(root, name), { recursive: true });
	symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
	return root;
}

/** @returns stderr of the check in a copy, with one sentence */
function checkIn(root: string): string {
	const { status, stdout, stderr } = checkData([], makeTranslated(), root);
	expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
	return stderr;
}
