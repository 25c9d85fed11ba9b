import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../../src/lib/data/compile/compile.ts';
import { makeGoodProject, SOURCES as GOOD_SOURCES, TIMELINE as GOOD_TIMELINE } from '../fixture.ts';

const EVENTS = 'data/events/first.yaml';
const SOURCES = 'data/sources.yaml';
const TIMELINE = 'data/timeline.yaml';

describe('a file that cannot be read is reported by its name:', () => {
	const latin1 = (text: string) => Buffer.from(text, 'latin1');

	test('one in Latin-1', () => {
		const project = makeGoodProject();
		const text = project.read(EVENTS).replace('Two friends found', 'Zwei Freunde gründen');
		writeFileSync(join(project.folder, 'events/first.yaml'), latin1(text));
		const [first] = project.problems();
		expect(first).toBe(`${EVENTS}:5: is not in UTF-8: save it as UTF-8`);
	});

	test('one in UTF-16', () => {
		const project = makeGoodProject();
		const text = Buffer.from(`\ufeff${project.read(SOURCES)}`, 'utf16le');
		writeFileSync(join(project.folder, 'sources.yaml'), text);
		expect(project.problems()).toContain(
			`${SOURCES}: is not in UTF-8 but in UTF-16: save it as UTF-8`
		);
	});

	test('an article in Latin-1', () => {
		const project = makeGoodProject();
		const path = join(project.articles, 'gazzetta-2013.txt');
		writeFileSync(path, latin1(`${project.read('articles/gazzetta-2013.txt')}più`));
		expect(project.problems()).toEqual([`${path}:3: is not in UTF-8: save it as UTF-8`]);
	});

	test('a folder in place of a file', () => {
		const project = makeGoodProject();
		mkdirSync(join(project.folder, 'events/second.yaml'));
		expect(project.problems()).toEqual(['data/events/second.yaml: is a folder, not a file']);
	});

	test('a file in place of the folder of events', () => {
		const project = makeGoodProject({ [EVENTS]: null, 'data/events': 'nothing' });
		expect(project.problems()).toContain('data/events: contains no YAML file');
	});

	test('a data folder that does not exist', () => {
		expect(compileTimeline({ folder: '/nowhere/data' })).toMatchObject({
			timeline: null,
			problems: [{ file: '/nowhere/data', message: 'is not a folder: name the one with the data' }]
		});
	});

	test('with a byte order mark it is read, and --write keeps the mark', () => {
		const project = makeGoodProject({
			[TIMELINE]: `\ufeff${GOOD_TIMELINE}`,
			[SOURCES]: `\ufeff${GOOD_SOURCES}`
		});
		expect(project.problems()).toEqual([]);
		expect(project.read(SOURCES)).toMatch(/^\ufeff# Two papers.\n- id: daily-2012\n[^]*sha256/);
	});
});
