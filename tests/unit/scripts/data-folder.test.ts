import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashContent } from '../../../scripts/content-hash.js';
import { findDataFolder } from '../../../scripts/data-folder.js';
import { findLanguage, listLanguages } from '../../../scripts/languages.js';
import { compileTimeline } from '../../../src/lib/data/compile/compile.ts';
import { writeDigests } from '../../../src/lib/data/write/write.ts';
import { ITALIAN, makeGoodProject } from '../data/fixture.ts';

/** A project in German, with translations into Italian, simplified Chinese and Hebrew. */
function makeGerman() {
	const project = makeGoodProject({
		'data/translations/it.yaml': ITALIAN,
		'data/translations/zh.yaml': ITALIAN,
		'data/translations/he.yaml': ITALIAN
	});
	project.change('data/timeline.yaml', 'company: Acme\n', 'company: Acme\nlanguage: de\n');
	return project;
}

describe('DATA', () => {
	test('is the project’s own data by default', () => {
		expect(findDataFolder(undefined)).toBe(join(process.cwd(), 'data'));
		expect(findDataFolder('')).toBe(join(process.cwd(), 'data'));
	});

	test('is relative to the working directory, and may be outside of the project', () => {
		const { folder } = makeGoodProject();
		expect(findDataFolder(relative(process.cwd(), folder))).toBe(folder);
		expect(findDataFolder(folder)).toBe(folder);
		const { stdout, status } = spawnSync(
			process.execPath,
			[join(process.cwd(), 'scripts/check-data.js')],
			{ cwd: dirname(folder), env: { ...process.env, DATA: 'data' }, encoding: 'utf8' }
		);
		expect({ status, first: stdout.split('\n')[0] }).toEqual({
			status: 0,
			first:
				'2 events, 3 quotations: checked against recorded positions, hashes and digests (the articles are not available)'
		});
	});

	test.each(['scripts/check-data.js', 'scripts/build.js'])(
		'stops %s with one sentence if the folder is missing',
		(script) => {
			const env = { ...process.env, DATA: 'no/such' };
			const { status, stderr, stdout } = spawnSync(process.execPath, [script], {
				env,
				encoding: 'utf8'
			});
			const at = join(process.cwd(), 'no/such');
			expect({ status, stdout, stderr }).toEqual({
				status: 1,
				stdout: '',
				stderr: `DATA must name a data folder, but there is none at ${at}.\n`
			});
		}
	);

	test('gives the version its content, wherever it is, but not the articles', () => {
		const { folder, change } = makeGoodProject();
		const version = hashContent({}, folder);
		const moved = join(dirname(folder), 'moved');
		cpSync(folder, moved, { recursive: true });
		mkdirSync(join(moved, 'articles'));
		writeFileSync(join(moved, 'articles/daily-2012.txt'), 'A shed');
		expect(hashContent({}, moved)).toBe(version);
		change('data/timeline.yaml', 'title: Acme, 2010–2013', 'title: Acme');
		expect(hashContent({}, folder)).not.toBe(version);
	});

	test('may hold the articles, in articles/', () => {
		const { folder, articles, change } = makeGoodProject();
		renameSync(articles, join(folder, 'articles'));
		expect(compileTimeline({ folder }).report.articles).toBe(join(folder, 'articles'));
		change('data/articles/daily-2012.txt', 'founded Acme', 'started Acme');
		expect(compileTimeline({ folder }).problems).not.toEqual([]);
	});
});

describe('the languages of the site', () => {
	test('are the data’s own at the root, and those of its translations', () => {
		expect(listLanguages(makeGerman().folder)).toEqual([
			{ id: 'de', tag: 'de', name: 'Deutsch', path: '', words: 'en' },
			{ id: 'he', tag: 'he', name: 'עברית', path: '/he', words: 'en' },
			{ id: 'it', tag: 'it', name: 'Italiano', path: '/it', words: 'it' },
			{ id: 'zh', tag: 'zh-Hans', name: '简体中文', path: '/zh', words: 'zh' }
		]);
	});

	test('are English alone for data that says none and has no translation', () => {
		const { folder } = makeGoodProject();
		expect(listLanguages(folder)).toEqual([
			{ id: 'en', tag: 'en', name: 'English', path: '', words: 'en' }
		]);
		expect(() => findLanguage('xx', folder)).toThrow(
			'SITE_LANGUAGE must be one of en, but it is "xx".'
		);
	});

	test('are those of the compiled data, whose dates are in words of the interface', () => {
		const project = makeGoodProject();
		project.change('data/timeline.yaml', 'company: Acme\n', 'company: Acme\nlanguage: he\n');
		for (const words of ['6 April 2010.', 'every kite for free.'])
			project.change('data/events/first.yaml', words, `${words}\n      translation: עפיפונים`);
		const { timeline, problems } = compileTimeline({ folder: project.folder, articles: null });
		expect(problems).toEqual([]);
		expect(timeline).toMatchObject({ language: 'he' });
		expect(timeline!.events.map(({ date }) => date.label)).toEqual([
			'since 2010, still ongoing on 6 May 2013',
			'6 April 2010'
		]);
	});

	test('include one that the interface has, though the data is in another', () => {
		const project = makeGoodProject({ 'data/translations/it.yaml': ITALIAN });
		writeDigests(project.folder, 'it');
		const { timeline } = compileTimeline({
			folder: project.folder,
			articles: null,
			language: 'it'
		});
		expect(timeline).toMatchObject({ language: 'it' });
		expect(timeline!.events.map(({ date }) => date.label)).toContain('6 aprile 2010');
	});
});
