import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, WIDTH } from '../../../src/lib/export/event-card.ts';
import { drawPoster } from '../../../src/lib/export/poster.ts';
import { TOKENS } from '../../../src/lib/export/svg.ts';
import { cutText, wrapText } from '../../../src/lib/export/wrap-text.ts';
import { measureText } from '../../../src/lib/layout/scale/text-width.ts';
import { LIMITS } from '../../../src/lib/model/vocabulary.ts';
import { company } from '../../gallery/company.ts';
import { dateOf, eventOf, evidenceOf } from '../model/records.ts';
import { findCardFaults, textsOf } from './card-texts.ts';

/** As long as a record may be, in Latin and in Chinese letters. */
const LONGEST = ['Kites over “Acme” & town: all that was ever said about ', '风筝飞过全城，'].map(
	(words, i) =>
		eventOf(`longest-${i}`, {
			title: words.repeat(9).slice(0, LIMITS.title),
			summary: words.repeat(9),
			date: dateOf('2012-05-01', '2013-05-31', { label: 'between 1 May 2012 and 31 May 2013' }),
			evidence: [
				evidenceOf('daily', { exact: words.repeat(40).slice(0, LIMITS.quotation) }),
				evidenceOf('gazzetta', { translation: words.repeat(40).slice(0, LIMITS.quotation) })
			]
		})
);

test('the picture of an event with the longest texts is well-formed, and they neither leave it nor overlap', () => {
	for (const event of LONGEST) expect(findCardFaults(event, company)).toEqual([]);
});

describe('long names of the company and its lines', () => {
	const long = {
		...company,
		title: 'Lakeside and Mountain Railway and Steamship Company, 1871–2020',
		lines: company.lines.map((line, index) => ({
			...line,
			label: `${line.label}, excursions and everything else on the lakes, part ${index}`
		}))
	};

	test('do not overlap in the picture of an event', () => {
		for (const event of company.events) expect(findCardFaults(event, long)).toEqual([]);
	});

	test('stay beside the plot of the poster, and inside the picture', () => {
		const svg = drawPoster(long, 'Some events from two articles. '.repeat(9), 'site.example');
		const texts = textsOf(svg);
		// the first year is below the left edge of the plot
		const [plot] = texts
			.filter(({ text }) => /^\d{4}$/.test(text))
			.map(({ left, right }) => (left + right) / 2);
		const names = texts.filter(({ text }) => long.lines.some(({ label }) => startsAs(label, text)));
		expect(names.length).toBeGreaterThan(1);
		for (const { text, right } of names) expect(right, text).toBeLessThan(plot!);
		for (const { text, right } of texts) expect(right, text).toBeLessThanOrEqual(WIDTH);
	});
});

/** Whether a text that may end in an ellipsis is the beginning of another. */
const startsAs = (whole: string, text: string) => whole.startsWith(text.replace(/…$/, ''));

test.each([
	['fits', 400],
	['is cut', 90]
])('a text that %s is no wider than its place', (_, width) => {
	const whole = 'Cable cars and ferries';
	const text = cutText(whole, 14, width);
	expect(measureText(text, 14)).toBeLessThanOrEqual(width);
	expect(startsAs(whole, text)).toBe(true);
	expect(text === whole).toBe(width === 400);
});

describe('an excerpt', () => {
	const exact = 'One two three four five six seven eight nine ten eleven twelve thirteen fourteen';
	const at = (word: string): [number, number] => [
		exact.indexOf(word),
		exact.indexOf(word) + word.length
	];

	test('is the whole quotation if it fits', () => {
		const { text, strong } = excerpt(evidenceOf('a', { exact, highlight: at('two') }), 20, 2000, 1);
		expect(text).toBe(`“${exact}”`);
		expect(text.slice(...strong!)).toBe('two');
	});

	test('marks where it is cut, and keeps the highlight', () => {
		const { text, strong } = excerpt(
			evidenceOf('a', { exact, highlight: at('thirteen') }),
			20,
			300,
			1
		);
		expect(text).toMatch(/^“… .*thirteen.*(”|…”)$/);
		expect(text.slice(...strong!)).toBe('thirteen');
	});

	test('is taken from the translation if there is one', () => {
		const evidence = evidenceOf('a', { exact: 'vola', translation: 'it flies', highlight: [0, 4] });
		expect(excerpt(evidence, 20, 2000, 1)).toEqual({ text: '“it flies”', strong: null });
	});
});

test('wrapped lines fit the width and keep every word', () => {
	const text = fc.array(fc.stringMatching(/^[a-zA-Z]{1,9}$/), { minLength: 1 });
	fc.assert(
		fc.property(text, fc.integer({ min: 120, max: 500 }), (words, width) => {
			const whole = words.join(' ');
			const lines = wrapText(whole, 12, width);
			expect(lines.map(({ text }) => text).join(' ')).toBe(whole);
			for (const { text, start } of lines) {
				expect(measureText(text, 12)).toBeLessThanOrEqual(width);
				expect(whole.slice(start, start + text.length)).toBe(text);
			}
		})
	);
});

test('pictures have the colours of the light theme in tokens.css', () => {
	const tokens = readFileSync('src/lib/view/ui/tokens.css', 'utf8');
	const light = (name: string) =>
		new RegExp(`--${name}: light-dark\\((#\\w+)`).exec(tokens)?.[1] ?? name;
	const { lines, accentMark, ...rest } = TOKENS;
	for (const [name, color] of Object.entries(rest)) expect(color, name).toBe(light(name));
	expect(accentMark).toBe(light('accent-mark'));
	lines.forEach((color, index) => expect(color).toBe(light(`line-${index}`)));
});
