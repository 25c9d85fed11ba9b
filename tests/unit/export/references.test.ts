import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import { expect, test } from 'vitest';
import { makeCitations } from '../../../src/lib/data/cite/citations.ts';
import { compileTimeline } from '../../../src/lib/data/compile/compile.ts';
import { formatReferences, REFERENCE_FORMATS } from '../../../src/lib/export/references.ts';

const read = (name: string) => readFileSync(`src/lib/data/cite/styles/${name}.csl`, 'utf8');
const timeline = compileTimeline({ folder: 'data' }).timeline!;
const citations = makeCitations(timeline, {
	mla: read('modern-language-association'),
	chicago: read('chicago-author-date')
});
const ids = timeline.sources.map(({ id }) => id);

test.each(REFERENCE_FORMATS)('the sources round-trip through %s with title and URL', (format) => {
	const { data } = new Cite(formatReferences(citations, ids, format));
	expect(data.map(({ title }) => title)).toEqual(timeline.sources.map(({ title }) => title));
	expect(data.map(({ URL }) => URL)).toEqual(timeline.sources.map(({ url }) => url));
});

test.each(REFERENCE_FORMATS)('a selection as %s contains only the selected sources', (format) => {
	const { data } = new Cite(formatReferences(citations, ids.slice(1, 3), format));
	expect(data).toHaveLength(2);
});

test('RIS lines end with CRLF and start with a tag', () => {
	const lines = formatReferences(citations, ids, 'ris').split('\r\n').filter(Boolean);
	for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- ?/);
	expect(lines.filter((line) => line.startsWith('ER  -'))).toHaveLength(ids.length);
});
