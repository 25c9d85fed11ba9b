import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../src/lib/model/edtf/edtf.ts';

/** @returns what the error says to write, in order */
function remediesOf(text: string): string[] {
	const [, remedy = ''] = messageOf(text).split(': write ');
	return [...remedy.matchAll(/"([^"]+)"/g)].map(([, date]) => date!);
}

function messageOf(text: string): string {
	try {
		parseDate(text);
	} catch (error) {
		return (error as Error).message;
	}
	throw new Error(`${text} is accepted`);
}

describe('an everyday date is answered with its spelling in EDTF:', () => {
	test.each([
		['May 1865', '1865-05'],
		['12 May 1865', '1865-05-12'],
		['May 12, 1865', '1865-05-12'],
		['the 12th of May, 1865', '1865-05-12'],
		['Sept. 1865', '1865-09'],
		['12. März 1865', '1865-03-12'],
		['12 de mayo de 1865', '1865-05-12'],
		['1er août 1865', '1865-08-01'],
		['2010年4月6日', '2010-04-06'],
		['12.05.1865', '1865-05-12'],
		['2010/04/06', '2010-04-06'],
		['2010.4.6', '2010-04-06'],
		['2010-4', '2010-04'],
		['04/2010', '2010-04'],
		['c. 1871', '1871~'],
		['circa May 1871', '1871-05~'],
		['about 1871', '1871~'],
		['probably 1871', '1871?'],
		['1960s', '196X'],
		['the 1960s', '196X'],
		['19th century', '18XX'],
		['spring 2010', '2010-21'],
		['Q3 2010', '2010-35'],
		['2010 Q3', '2010-35'],
		['the second half of 2010', '2010-41'],
		['late 2017', '[2017-10..2017-12]'],
		['since 1902', '1902/..'],
		['2010–present', '2010/..'],
		['1865–heute', '1865/..'],
		['12-May-1865', '1865-05-12'],
		['Monday, 12 May 1865', '1865-05-12'],
		['c.1871', '1871~'],
		['May 1865?', '1865-05?'],
		['between 1901 and 1905', '[1901..1905]'],
		['Frühjahr 1990', '1990-21'],
		['12 maggio 1865', '1865-05-12'],
		['anni 1960', '196X'],
		['XVIII secolo', '17XX'],
		['1990年春', '1990-21'],
		['约1871年', '1871~'],
		['2010年代', '201X'],
		['[May 1865,June 1865]', '1865-05']
	])('%s is %s', (text, edtf) => {
		expect(remediesOf(text)).toEqual([edtf]);
		expect(() => parseDate(edtf)).not.toThrow();
	});
});

describe('an everyday date with two readings is answered with both:', () => {
	test.each([
		['03/04/2010', ['2010-04-03', '2010-03-04']],
		['03-04-2010', ['2010-04-03', '2010-03-04']],
		['2010/11', ['2010-11', '2010/2011']],
		['1900s', ['190X', '19XX']],
		['1901–1905', ['1901/1905', '[1901..1905]']],
		['1914–18', ['1914/1918', '[1914..1918]']],
		['2010–11', ['2010-11', '2010/2011']],
		['12–14 May 1865', ['1865-05-12/1865-05-14', '[1865-05-12..1865-05-14]']],
		['May 12–14, 1865', ['1865-05-12/1865-05-14', '[1865-05-12..1865-05-14]']],
		['May–June 1865', ['1865-05/1865-06', '[1865-05..1865-06]']],
		['100–44 BC', ['-0099/-0043', '[-0099..-0043]']],
		['from May 1901 to June 1905', ['1901-05/1905-06', '[1901-05..1905-06]']]
	])('%s is one of %j', (text, readings) => {
		expect(remediesOf(text)).toEqual(readings);
		for (const reading of readings) expect(() => parseDate(reading)).not.toThrow();
	});
});

test.each([
	['13/04/2010', '2010-04-13'],
	['04/13/2010', '2010-04-13'],
	['04/04/2010', '2010-04-04']
])('%s has one reading, because the other is no day or the same day', (text, edtf) => {
	expect(remediesOf(text)).toEqual([edtf]);
});

test.each([
	['before 1902', '[YYYY..1901]'],
	['before May 1902', '[YYYY-MM..1902-04]'],
	['by 1902', '[YYYY..1902]'],
	['after 12 May 1902', '[1902-05-13..YYYY-MM-DD]'],
	['until 1902', 'YYYY/1902'],
	['prima del 1902', '[YYYY..1901]'],
	['vor 1902', '[YYYY..1901]'],
	['1902年以前', '[YYYY..1901]']
])('%s lacks an end, which is left for the editor to fill in', (text, form) => {
	expect(remediesOf(text)).toEqual([form]);
});

describe('years before Christ are counted from the year 0, which is 1 BC:', () => {
	test.each([
		['44 BC', '-0043'],
		['44 B.C.E.', '-0043'],
		['1 BC', '0000'],
		['c. 44 BC', '-0043~'],
		['15 March 44 BC', '-0043-03-15'],
		['44 v. Chr.', '-0043'],
		['44 a.C.', '-0043'],
		['公元前44年', '-0043'],
		['AD 79', '0079']
	])('%s is %s', (text, edtf) => {
		expect(remediesOf(text)).toEqual([edtf]);
		expect(parseDate(edtf).start).toMatch(/^-?\d{4}-\d\d-\d\d$/);
	});
});

test('an approximate decade is answered with the decade, or a wider range', () => {
	expect(remediesOf('c. 1960s')).toEqual(['196X', '[1955..1974]']);
});

test.each([
	'05.13.1865',
	'31.04.2010',
	'5/0000',
	'3.4.10',
	'April',
	'spring',
	'in the days of old'
])('%s is not guessed at', (text) => {
	expect(messageOf(text)).toContain('write EDTF such as "2010-04-06", "2010-04" or "2010-10~"');
});
