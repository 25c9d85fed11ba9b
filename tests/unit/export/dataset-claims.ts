/** What holds for the exports of every dataset; checked with invented data here, and with data/ in tests/data. */
import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import { csvParse } from 'd3-dsv';
import { XMLValidator } from 'fast-xml-parser';
import { expect } from 'vitest';
import { makeCitations } from '../../../src/lib/data/cite/citations.ts';
import { formatCsv } from '../../../src/lib/export/csv.ts';
import { HEIGHT, MARGIN, WIDTH } from '../../../src/lib/export/event-card.ts';
import { formatCalendar } from '../../../src/lib/export/ics.ts';
import { formatJson } from '../../../src/lib/export/json.ts';
import { describeEvent, describeSource, describeTimeline } from '../../../src/lib/export/jsonld.ts';
import { drawPoster } from '../../../src/lib/export/poster.ts';
import { formatReferences, REFERENCE_FORMATS } from '../../../src/lib/export/references.ts';
import { restrict } from '../../../src/lib/export/restrict.ts';
import { toTimelineJs } from '../../../src/lib/export/timelinejs.ts';
import { toPlainText } from '../../../src/lib/model/citation.ts';
import { compiledTimeline } from '../../../src/lib/model/schema/compiled.ts';
import type { Timeline } from '../../../src/lib/model/types.ts';
import { LIMITS } from '../../../src/lib/model/vocabulary.ts';
import { findCardFaults, textsOf } from './card-texts.ts';
import { ICAL } from './ical.ts';
import { expand, keysOf } from './linked-data.ts';

type Claim = (timeline: Timeline) => void | Promise<void>;

const style = (name: string) => readFileSync(`src/lib/data/cite/styles/${name}.csl`, 'utf8');
const cite = (timeline: Timeline) =>
	makeCitations(timeline, {
		mla: style('modern-language-association'),
		chicago: style('chicago-author-date')
	});
const addressOf = (path: string) => `https://site.example${path}`;
const linkTo = (id: string) => `https://example.org/event/${id}/`;
const idsOf = (records: { id: string }[]) => records.map(({ id }) => id);

export const CLAIMS: Record<string, Claim> = {
	'a timeline restricted to all events is unchanged'(timeline) {
		expect(restrict(timeline, timeline.events)).toEqual(timeline);
	},

	'a timeline restricted to a line conforms to the schema and round-trips through JSON'(timeline) {
		for (const { id } of timeline.lines) {
			const part = restrict(
				timeline,
				timeline.events.filter(({ lines }) => lines.includes(id))
			);
			expect(part.events.length).toBeGreaterThan(0);
			expect(compiledTimeline.parse(JSON.parse(formatJson(part)))).toEqual(part);
		}
	},

	'no quotation exceeds 300 characters in an exported file'(timeline) {
		const slides = toTimelineJs(timeline, linkTo).events.flatMap(({ text }) =>
			[...text.text.matchAll(/<span lang="[^"]*">“(.*?)”<\/span>/g)].map((match) => match[1]!)
		);
		const cells = formatCsv(timeline);
		const entries = formatCalendar(timeline, linkTo)
			.text.replace(/\r\n /g, '')
			.replace(/\\(.)/g, '$1');
		const quotations = timeline.events.flatMap(({ evidence }) => evidence);
		expect(slides).toHaveLength(quotations.length);
		for (const { exact } of quotations) {
			expect(exact.length).toBeLessThanOrEqual(LIMITS.quotation);
			expect(cells.replaceAll('""', '"')).toContain(`“${exact}”`);
		}
		for (const quoted of [
			...slides.map((text) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')),
			...[...entries.matchAll(/“([^”]*)” \(/g)].map((match) => match[1]!)
		])
			expect(quoted.length).toBeLessThanOrEqual(LIMITS.quotation);
	},

	'the CSV table has a row for every event, with verbatim quotations'(timeline) {
		const table = csvParse(formatCsv(timeline).replace(/^\ufeff/, ''));
		expect(table.map(({ id }) => id)).toEqual(idsOf(timeline.events));
		table.forEach((row, i) => {
			for (const { exact } of timeline.events[i]!.evidence) expect(row.quotations).toContain(exact);
		});
	},

	'the calendar holds every event whose date is one day, and counts the others'(timeline) {
		const { text, omitted } = formatCalendar(timeline, linkTo);
		const events = new ICAL.Component(ICAL.parse(text))
			.getAllSubcomponents('vevent')
			.map((one) => new ICAL.Event(one));
		const days = timeline.events.filter(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date.edtf));
		expect(events.map(({ uid }) => uid.split('@')[0])).toEqual(idsOf(days));
		expect(omitted).toBe(timeline.events.length - days.length);
		expect(events.map(({ startDate }) => startDate.toString())).toEqual(
			days.map(({ date }) => date.start)
		);
	},

	'the picture of every event is well-formed, and its texts neither leave it nor overlap'(
		timeline
	) {
		expect(timeline.events.flatMap((event) => findCardFaults(event, timeline))).toEqual([]);
	},

	'the poster has a mark for every event and the label of every line'(timeline) {
		const svg = drawPoster(timeline, 'All of it.', null);
		expect(XMLValidator.validate(svg)).toBe(true);
		expect(svg.match(/<g transform/g)).toHaveLength(timeline.events.length);
		for (const { label } of timeline.lines) expect(svg).toContain(`>${label}</text>`);
		for (const { right, y } of textsOf(svg)) {
			expect(right).toBeLessThanOrEqual(WIDTH - MARGIN / 2);
			expect(y).toBeLessThan(HEIGHT);
		}
	},

	'the sources round-trip through each format of references with title and URL'(timeline) {
		const [citations, ids] = [cite(timeline), idsOf(timeline.sources)];
		for (const format of REFERENCE_FORMATS) {
			const { data } = new Cite(formatReferences(citations, ids, format));
			expect(data.map(({ title }) => title)).toEqual(timeline.sources.map(({ title }) => title));
			expect(data.map(({ URL }) => URL)).toEqual(timeline.sources.map(({ url }) => url));
		}
	},

	'references in each format contain only the selected sources'(timeline) {
		const [citations, ids] = [cite(timeline), idsOf(timeline.sources)];
		for (const format of REFERENCE_FORMATS) {
			const { data } = new Cite(formatReferences(citations, ids.slice(1, 3), format));
			expect(data).toHaveLength(ids.slice(1, 3).length);
		}
	},

	'RIS lines end with CRLF and start with a tag'(timeline) {
		const ids = idsOf(timeline.sources);
		const lines = formatReferences(cite(timeline), ids, 'ris').split('\r\n').filter(Boolean);
		for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- ?/);
		expect(lines.filter((line) => line.startsWith('ER  -'))).toHaveLength(ids.length);
	},

	async 'the JSON-LD of the timeline, its events and sources expands completely'(timeline) {
		const nodes = [
			describeTimeline(
				timeline,
				[{ path: '/data/timeline.json', type: 'application/json' }],
				addressOf
			),
			...timeline.events.map((event) => describeEvent(event, timeline, addressOf)),
			...timeline.sources.map((source) => describeSource(source, timeline, addressOf))
		];
		for (const node of nodes) {
			const expanded = await expand(node);
			expect(expanded.length).toBeGreaterThan(0);
			// expansion drops unknown terms and leaves unknown types without a prefix
			expect(keysOf(expanded).toSorted()).toEqual(keysOf(node).toSorted());
			expect(JSON.stringify(expanded)).not.toMatch(/"@type":\["(?!http:\/\/schema)/);
		}
	},

	'every source and event has citations that convert to plain text'(timeline) {
		const made = cite(timeline);
		expect(Object.keys(made.sources)).toEqual(idsOf(timeline.sources));
		expect(Object.keys(made.events)).toEqual(idsOf(timeline.events));
		for (const { apa, mla, chicago } of [
			...Object.values(made.sources),
			...Object.values(made.events)
		])
			for (const text of [apa, mla, chicago])
				expect(toPlainText(text)).not.toMatch(/[<>]|&#?\w+;|undefined/);
		for (const source of timeline.sources) {
			const { apa, bibtex } = made.sources[source.id]!;
			expect(toPlainText(apa)).toContain(source.url);
			expect(toPlainText(apa)).toContain(source.publisher);
			expect(bibtex).toContain(source.id);
		}
	}
};
