import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import type { YAMLMap } from 'yaml';
import { applyEdits, setFields } from '../../../../src/lib/data/write/yaml-edit.ts';
import { readArticle } from '../../../../src/lib/data/read/articles.ts';
import { writeAnchors } from '../../../../src/lib/data/write/write.ts';
import type { Evidence } from '../../../../src/lib/model/types.ts';
import { makeGoodProject, makeProject } from '../fixture.ts';

const EVENTS = 'data/events/first.yaml';
const SOURCES = 'data/sources.yaml';
const WRITTEN = /^ *(prefix|suffix|start|end|breaks|digest|characters|sha256): .*\r?\n/gm;
const FOUNDING = 'exact: Two friends founded Acme in a shed on 6 April 2010.';

describe('--write', () => {
	test('adds lines after each quotation and source, and keeps every other byte', () => {
		const project = makeProject();
		const before = [project.read(EVENTS), project.read(SOURCES)];
		expect(writeAnchors(project)).toEqual([SOURCES, EVENTS]);
		const after = [project.read(EVENTS), project.read(SOURCES)];
		expect(after.map((text) => text.replace(WRITTEN, ''))).toEqual(before);
		expect(after.map((text) => text.match(WRITTEN)?.length)).toEqual([15, 4]);
		expect(after[0]).toContain(
			'      highlight: founded Acme in a shed # the decisive words\n      prefix: "'
		);
	});

	test('is idempotent', () => {
		const project = makeGoodProject();
		const before = [project.read(EVENTS), project.read(SOURCES)];
		expect(writeAnchors(project)).toEqual([]);
		expect([project.read(EVENTS), project.read(SOURCES)]).toEqual(before);
	});

	test('corrects outdated values in place', () => {
		const project = makeGoodProject();
		const before = project.read(EVENTS);
		project.change(EVENTS, 'start: 21', 'start: 7');
		project.change(EVENTS, 'prefix: "ditta "', "prefix: 'casa '");
		writeAnchors(project);
		expect(project.read(EVENTS)).toBe(before);
	});

	test('keeps the quotation marks and comment of a correct value', () => {
		const project = makeGoodProject();
		project.change(EVENTS, 'prefix: "ditta "', "prefix: 'ditta ' # by hand");
		expect(writeAnchors(project)).toEqual([]);
	});

	test('writes whole words of the article as prefix and suffix, at most 32 characters each', () => {
		const project = makeGoodProject();
		const { text } = readArticle(project.read('articles/daily-2012.txt'));
		const [event] = parse(project.read(EVENTS)) as { evidence: Evidence[] }[];
		const { exact, prefix, suffix, start, end } = event!.evidence[0]!;
		expect(text.slice(start, end)).toBe(exact);
		expect(text.slice(0, start).endsWith(prefix)).toBe(true);
		expect(text.slice(end).startsWith(suffix)).toBe(true);
		expect(` ${text.slice(0, start)}`.endsWith(` ${prefix}`)).toBe(true);
		expect(`${text.slice(end)} `.startsWith(`${suffix} `)).toBe(true);
		expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32);
	});

	test('writes the paragraph breaks inside a quotation', () => {
		const project = makeProject();
		project.change(EVENTS, FOUNDING, 'exact: months. Since 2010 it');
		project.change(EVENTS, '      highlight: founded Acme in a shed # the decisive words\n', '');
		writeAnchors(project);
		expect(project.read(EVENTS)).toContain('      breaks: [8]\n');
		expect(project.problems()).toEqual([]);
		expect(project.problems({ articles: null })).toEqual([]);
	});

	test('removes invalid breaks', () => {
		const project = makeGoodProject();
		project.change(EVENTS, 'end: 28\n', 'end: 28\n      breaks:\n        - 7\n        - 11\n');
		expect(project.problems()).toHaveLength(1);
		writeAnchors(project);
		expect(project.problems()).toEqual([]);
	});

	test.each([
		['prefix', 'prefix: "for free. "', 'first'],
		['prefix without its space', 'prefix: for free.', 'first'],
		['suffix', 'suffix: " stays as it is"', 'last']
	])('uses a %s to choose between two occurrences', (_title, anchor, which) => {
		const project = makeProject();
		project.change(EVENTS, FOUNDING, `exact: The red kite\n      ${anchor}`);
		project.change(EVENTS, '      highlight: founded Acme in a shed # the decisive words\n', '');
		writeAnchors(project);
		expect(project.problems()).toEqual([]);
		const { text } = readArticle(project.read('articles/daily-2012.txt'));
		const at = which === 'first' ? text.indexOf('The red kite') : text.lastIndexOf('The red kite');
		expect(project.read(EVENTS)).toContain(`start: ${at}\n`);
		if (anchor.includes('"')) expect(project.read(EVENTS)).toContain(anchor);
	});

	test('skips missing and ambiguous quotations, and writes the rest', () => {
		const project = makeProject();
		project.change(EVENTS, FOUNDING, 'exact: The red kite');
		project.change(EVENTS, 'exact: ripara gli aquiloni', 'exact: ripara le barche');
		writeAnchors(project);
		expect(project.read(EVENTS).match(WRITTEN)).toHaveLength(5);
		const exact = project.problems().filter((sentence) => sentence.includes('.exact'));
		expect(exact).toEqual([
			`${EVENTS}:13, event "founding", field "evidence[0].exact": occurs 2 times in the article: add a prefix or suffix that says which one is meant`,
			`${EVENTS}:36, event "repairs", field "evidence[1].exact": is not in the article, and no passage is close to it`
		]);
	});

	test('writes to records that have other problems', () => {
		const project = makeProject();
		project.change(EVENTS, 'title: Founded in a shed', `title: ${'x'.repeat(61)}`);
		writeAnchors(project);
		expect(project.problems()).toEqual([
			`${EVENTS}:4, event "founding", field "title": is 61 characters long; the limit is 60`
		]);
	});

	test('writes to flow mappings, empty values and files with CRLF line endings', () => {
		const project = makeProject();
		project.change(
			EVENTS,
			'    - source: gazzetta-2013\n      exact: ripara gli aquiloni\n      translation: it repairs the kites\n',
			'    - { source: gazzetta-2013, exact: ripara gli aquiloni, translation: it repairs }\n'
		);
		project.change(
			EVENTS,
			`      ${FOUNDING}\n`,
			`      start:\n      end: # soon\n      ${FOUNDING}\n`
		);
		const windows = project.read(EVENTS).replaceAll('\n', '\r\n');
		writeFileSync(join(project.folder, 'events/first.yaml'), windows);
		writeAnchors(project);
		expect(project.problems()).toEqual([]);
		const text = project.read(EVENTS);
		expect(text).toContain('      start: 21\r\n      end: 72 # soon\r\n');
		expect(text).toMatch(
			/exact: ripara gli aquiloni, translation: it repairs, prefix: "[^\r\n]+" }\r\n/
		);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		expect(writeAnchors(project)).toEqual([]);
	});
});

describe('a YAML edit', () => {
	const value = fc.oneof(fc.string(), fc.nat(), fc.array(fc.nat(), { maxLength: 3 }));
	const values = fc.dictionary(fc.constantFrom('start', 'end', 'prefix', 'digest'), value);
	const word = fc.stringMatching(/^[a-z]{1,8}$/);
	const line = fc.oneof(
		word.map((text) => `# ${text}`),
		fc.constant(''),
		fc
			.tuple(fc.constantFrom('start', 'end', 'prefix'), word)
			.map(([key, text]) => `${key}: ${text}`),
		fc.tuple(word, word).map(([key, text]) => `x${key}: >-\n  ${text}\n\n  ${text}\n`),
		fc.tuple(word, word).map(([key, text]) => `y${key}: "${text}" # why`)
	);
	const texts = fc
		.array(line, { minLength: 1 })
		.map((lines) => `${lines.join('\n')}\n`)
		.filter((text) => {
			const document = parseDocument(text);
			return document.errors.length === 0 && document.contents !== null;
		});

	test('sets its fields and keeps every other line', () => {
		fc.assert(
			fc.property(texts, values, (text, fields) => {
				const document = parseDocument(text);
				const edits = setFields({ text, document }, document.contents as YAMLMap, fields);
				const edited = applyEdits(text, edits);
				expect(parse(edited)).toEqual({ ...(parse(text) as object), ...fields });
				const fieldLines = new RegExp(`^(${Object.keys(fields).join('|') || '-'}):.*\\n`, 'gm');
				expect(edited.replace(fieldLines, '')).toBe(text.replace(fieldLines, ''));
			})
		);
	});

	test('is empty when its fields are already set', () => {
		fc.assert(
			fc.property(texts, values, (text, fields) => {
				const document = parseDocument(text);
				const edited = applyEdits(
					text,
					setFields({ text, document }, document.contents as YAMLMap, fields)
				);
				const again = parseDocument(edited);
				const edits = setFields(
					{ text: edited, document: again },
					again.contents as YAMLMap,
					fields
				);
				expect(edits).toEqual([]);
			})
		);
	});
});
