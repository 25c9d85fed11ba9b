import { describe, expect, test } from 'vitest';
import { toTimelineJs } from '../../../src/lib/export/timelinejs.ts';
import { dateOf, eventOf, evidenceOf, sourceOf, timelineOf } from '../model/records.ts';

const linkTo = (id: string) => `https://example.org/event/${id}/`;
const slideOf = (event: Parameters<typeof eventOf>[1]) =>
	toTimelineJs(timelineOf([eventOf('kite', event)]), linkTo).events[0]!;

describe('a TimelineJS slide', () => {
	test.each([
		['2012-05-01', '2012-05-01', { year: 2012, month: 5, day: 1 }, undefined],
		['2012-02-01', '2012-02-29', { year: 2012, month: 2 }, undefined],
		['2012-01-01', '2012-12-31', { year: 2012 }, undefined],
		[
			'2012-10-01',
			'2012-12-31',
			{ year: 2012, month: 10, day: 1 },
			{ year: 2012, month: 12, day: 31 }
		]
	])('has the precision of its date, %s to %s', (start, end, startDate, endDate) => {
		const slide = slideOf({ date: dateOf(start, end, { label: 'in its own words' }) });
		expect(slide.start_date).toEqual(startDate);
		expect(slide.end_date).toEqual(endDate);
		expect(slide.display_date).toBe('in its own words');
	});

	test('of an ongoing period ends on the last day confirmed by a source', () => {
		const date = dateOf('2012-05-01', null, { kind: 'period', ongoing: true, asOf: '2015-03-31' });
		expect(slideOf({ date }).end_date).toEqual({ year: 2015, month: 3, day: 31 });
	});

	test('quotes its articles and escapes markup', () => {
		const { text, group } = slideOf({
			title: 'Kites & <b>',
			evidence: [evidenceOf('gazzetta', { exact: 'Vola "alto" <i>', translation: 'It flies' })]
		});
		expect(group).toBe('Kites');
		expect(text.headline).toBe('Kites &amp; &lt;b&gt;');
		expect(text.text).toContain('“Vola &quot;alto&quot; &lt;i&gt;”');
		expect(text.text).toContain('(In English: “It flies”)');
		expect(text.text).toContain('<a href="https://gazzetta.example/kites">gazzetta</a>');
		expect(text.text).toContain('<a href="https://example.org/event/kite/">');
	});

	test('names who speaks in a quotation, and which of them disputes the event', () => {
		const { text } = slideOf({
			evidence: [
				evidenceOf('daily', { exact: 'It flew.', voice: 'comment' }),
				evidenceOf('gazzetta', { exact: 'Non volò.', stance: 'disputes' })
			]
		}).text;
		expect(text).toContain('daily</a>, comment</blockquote>');
		expect(text).toContain('<blockquote>Disputes: <span lang="en">“Non volò.”');
	});

	test('follows a title slide with version and licence', () => {
		const { title } = toTimelineJs(timelineOf([], { sources: [sourceOf('daily')] }), linkTo);
		expect(title.text.headline).toBe('Acme, 2010–2013');
		expect(title.text.text).toContain('Version 1.0.0, CC-BY-4.0.');
	});
});
