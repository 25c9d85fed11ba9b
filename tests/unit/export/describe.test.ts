import { describe, expect, test } from 'vitest';
import {
	describeFilter,
	describeRange,
	nameFile,
	nameView
} from '../../../src/lib/export/describe.ts';
import { timelineOf } from '../model/records.ts';

const timeline = timelineOf([]);

describe('a filter in words', () => {
	test('is empty without a filter', () => {
		expect(describeFilter({}, timeline)).toBe('');
		expect(describeRange({})).toBe('');
		expect(nameView({}, timeline)).toBeNull();
	});

	test('lists lines, statuses, sources and search words', () => {
		expect(
			describeFilter(
				{
					lines: ['kites', 'balloons'],
					status: ['announced', 'context'],
					sources: ['daily'],
					q: 'pen'
				},
				timeline
			)
		).toBe('Kites, Balloons; announced or by others; from daily; matching “pen”');
	});

	test('distinguishes closed, single and open date ranges', () => {
		expect(describeRange({ from: '2018', to: '2021' })).toBe('2018 to 2021');
		expect(describeRange({ from: '2018', to: '2018' })).toBe('2018');
		expect(describeRange({ from: '2018-03' })).toBe('from 2018-03');
		expect(describeRange({ to: '2018-03-04' })).toBe('up to 2018-03-04');
	});

	test('becomes the title of a view with a capital letter', () => {
		expect(nameView({ lines: ['kites'], from: '2018', to: '2021' }, timeline)).toBe(
			'Kites, 2018 to 2021'
		);
		expect(nameView({ status: ['planned'] }, timeline)).toBe('Planned');
	});
});

describe('the name of a file', () => {
	test('contains the filter and the dates', () => {
		expect(nameFile(timeline, { lines: ['kites'], from: '2018', to: '2021' }, null, 'csv')).toBe(
			'acme-timeline-kites-2018-2021.csv'
		);
		expect(nameFile(timeline, {}, ['2010', '2021'], 'csl.json')).toBe(
			'acme-timeline-2010-2021.csl.json'
		);
	});

	test('contains equal years once, and takes open ends from the data', () => {
		expect(nameFile(timeline, { from: '2018', to: '2018' }, ['2010', '2021'], 'ics')).toBe(
			'acme-timeline-2018.ics'
		);
		expect(nameFile(timeline, { from: '2018-03' }, ['2018', '2021'], 'ics')).toBe(
			'acme-timeline-2018-03-2021.ics'
		);
	});

	test('is valid in any file system', () => {
		const q = 'Caffè: “../..\\ <pen>?* CON\n风筝'.repeat(20);
		const name = nameFile(timeline, { q, status: ['planned'] }, null, 'svg');
		expect(name).toMatch(/^[\p{L}\p{N}-]+\.svg$/u);
		expect(name).toContain('planned-caffe-pen-con-风筝');
		expect(name.length).toBeLessThan(130);
	});
});
