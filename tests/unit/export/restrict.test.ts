import { expect, test } from 'vitest';
import { compileTimeline } from '../../../src/lib/data/compile/compile.ts';
import { compiledTimeline } from '../../../src/lib/model/schema/compiled.ts';
import { LIMITS } from '../../../src/lib/model/vocabulary.ts';
import { formatCsv } from '../../../src/lib/export/csv.ts';
import { formatCalendar } from '../../../src/lib/export/ics.ts';
import { formatJson } from '../../../src/lib/export/json.ts';
import { restrict } from '../../../src/lib/export/restrict.ts';
import { toTimelineJs } from '../../../src/lib/export/timelinejs.ts';
import { eventOf, evidenceOf, timelineOf } from '../model/records.ts';

test('a restricted timeline keeps the given events, their sources and the relations among them', () => {
	const a = eventOf('a', {
		evidence: [evidenceOf('gazzetta')],
		relations: [
			{ type: 'follows', event: 'b' },
			{ type: 'follows', event: 'c' }
		]
	});
	const b = eventOf('b', { evidence: [evidenceOf('gazzetta')] });
	const c = eventOf('c', { evidence: [evidenceOf('daily')] });
	const timeline = timelineOf([a, b, c]);
	const part = restrict(timeline, [a, b]);
	expect(part.events.map(({ id }) => id)).toEqual(['a', 'b']);
	expect(part.sources.map(({ id }) => id)).toEqual(['gazzetta']);
	expect(part.events[0]!.relations).toEqual([{ type: 'follows', event: 'b' }]);
	expect(part.lines).toEqual(timeline.lines);
	expect(a.relations).toHaveLength(2);
});

test('a timeline restricted to all events is unchanged', () => {
	const { timeline } = compileTimeline({ folder: 'data' });
	expect(restrict(timeline!, timeline!.events)).toEqual(timeline);
});

test('a restricted timeline conforms to the schema and round-trips through JSON', () => {
	const timeline = compileTimeline({ folder: 'data' }).timeline!;
	const part = restrict(
		timeline,
		timeline.events.filter(({ lines }) => lines.includes('mi-pad'))
	);
	expect(part.events.length).toBeGreaterThan(0);
	expect(compiledTimeline.parse(JSON.parse(formatJson(part)))).toEqual(part);
});

test('no quotation exceeds 300 characters in an exported file', () => {
	const timeline = compileTimeline({ folder: 'data' }).timeline!;
	const linkTo = (id: string) => `https://example.org/event/${id}/`;
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
});
