import { describe, expect, test } from 'vitest';
import type { Timeline } from '../../../src/lib/model/types.ts';
import { formatCalendar } from '../../../src/lib/export/ics.ts';
import { dateOf, eventOf, evidenceOf, timelineOf } from '../model/records.ts';
import { ICAL } from './ical.ts';

const linkTo = (id: string) => `https://example.org/event/${id}/`;
const read = (timeline: Timeline) => {
	const { text, omitted } = formatCalendar(timeline, linkTo);
	const calendar = new ICAL.Component(ICAL.parse(text));
	const components = calendar.getAllSubcomponents('vevent');
	return {
		text,
		omitted,
		calendar,
		components,
		events: components.map((one) => new ICAL.Event(one))
	};
};

describe('the calendar', () => {
	test('has an event known to the day all that day long, its end the day after', () => {
		const { events } = read(
			timelineOf([eventOf('kite', { title: 'A kite, flying; high', date: dateOf('2012-02-29') })])
		);
		expect(events).toHaveLength(1);
		const [event] = events;
		expect(event!.summary).toBe('A kite, flying; high');
		expect(event!.startDate.isDate).toBe(true);
		expect(event!.startDate.toString()).toBe('2012-02-29');
		expect(event!.endDate.toString()).toBe('2012-03-01');
		expect(event!.duration.toSeconds()).toBe(24 * 3600);
	});

	test('leaves out what is not known to the day, and says how many', () => {
		const { events, omitted, calendar } = read(
			timelineOf([
				eventOf('day'),
				eventOf('month', { date: dateOf('2012-05-01', '2012-05-31') }),
				eventOf('about', { date: dateOf('2012-05-01', '2012-05-01', { approximate: true }) }),
				eventOf('uncertain', { date: dateOf('2012-05-01', '2012-05-01', { uncertain: true }) }),
				eventOf('ongoing', { date: dateOf('2012-05-01', null, { kind: 'period', ongoing: true }) })
			])
		);
		expect(events).toHaveLength(1);
		expect(omitted).toBe(4);
		// the reader doesn't know the type of such a property, and leaves its text as it is written
		expect(calendar.getFirstPropertyValue('x-wr-caldesc')).toBe(
			'This calendar contains 1 event. 4 more events are left out: they last longer than a day\\, or their day is not known exactly.'
		);
		expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Acme\\, 2010–2013');
	});

	test('is a calendar also without an event', () => {
		const { events, calendar, omitted } = read(timelineOf([]));
		expect(events).toEqual([]);
		expect(omitted).toBe(0);
		expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
	});

	test('breaks lines at 75 octets, never within a character', () => {
		const words = '风筝“气球”—'.repeat(20);
		const { text, events } = read(
			timelineOf([
				eventOf('kite', {
					title: words,
					summary: words,
					evidence: [evidenceOf('daily', { exact: words })]
				})
			])
		);
		for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
		expect(events[0]!.summary).toBe(words);
		expect(events[0]!.description).toContain(`“${words}” (daily, https://daily.example/kites)`);
	});

	test('names who speaks in a quotation, and which of them disputes the event', () => {
		const evidence = [
			evidenceOf('daily', { exact: 'It flew.', voice: 'comment' }),
			evidenceOf('gazzetta', { exact: 'Non volò.', stance: 'disputes' })
		];
		const { description } = read(timelineOf([eventOf('kite', { evidence })])).events[0]!;
		expect(description).toContain('“It flew.” (daily, comment, https://daily.example/kites)');
		expect(description).toContain('Disputes: “Non volò.” (gazzetta, https://gazzetta.example');
	});

	test('says the same of the same data, under ids that stay', () => {
		const timeline = timelineOf([eventOf('kite')]);
		const { text, components, events } = read(timeline);
		expect(formatCalendar(timeline, linkTo).text).toBe(text);
		expect(events[0]!.uid).toBe('kite@acme-timeline');
		expect(components[0]!.getFirstPropertyValue('url')).toBe('https://example.org/event/kite/');
		expect(String(components[0]!.getFirstPropertyValue('dtstamp'))).toBe('2026-01-02T00:00:00Z');
	});

	test('marks what was only planned or rumoured as tentative, and names line and status', () => {
		const { components } = read(
			timelineOf([eventOf('a', { status: 'planned' }), eventOf('b', { status: 'happened' })])
		);
		const values = (name: string) => components.map((one) => one.getFirstPropertyValue(name));
		expect(values('status')).toEqual(['TENTATIVE', 'CONFIRMED']);
		expect(components[0]!.getFirstProperty('categories')!.getValues()).toEqual([
			'Kites',
			'planned'
		]);
		expect(values('transp')).toEqual(['TRANSPARENT', 'TRANSPARENT']);
	});

	test('marks a day as confirmed only if it is stated or follows from what a source states', () => {
		const bases = ['stated', 'derived', 'inferred', 'outside'] as const;
		const { components } = read(
			timelineOf(
				bases.map((basis) =>
					eventOf(basis, { date: dateOf('2012-05-01', '2012-05-01', { basis }) })
				)
			)
		);
		expect(components.map((one) => one.getFirstPropertyValue('status'))).toEqual([
			'CONFIRMED',
			'CONFIRMED',
			'TENTATIVE',
			'TENTATIVE'
		]);
	});
});
