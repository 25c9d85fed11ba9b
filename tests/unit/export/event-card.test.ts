import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../src/lib/data/compile/compile.ts';
import {
	drawEventCard,
	excerpt,
	HEIGHT,
	MARGIN,
	WIDTH
} from '../../../src/lib/export/event-card.ts';
import { TOKENS, wrapText } from '../../../src/lib/export/svg.ts';
import { drawPoster } from '../../../src/lib/export/poster.ts';
import { measureText } from '../../../src/lib/layout/scale/text-width.ts';
import { evidenceOf } from '../model/records.ts';

const timeline = compileTimeline({ folder: 'data', articles: null }).timeline!;
const words = { status: 'Announced', host: 'site.example' };

interface Text {
	text: string;
	left: number;
	right: number;
	y: number;
}

/** All texts with their positions, px, as written: transforms of groups are not applied. */
function textsOf(svg: string): Text[] {
	return [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(
		([, attributes = '', inner = '']) => {
			const get = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
			const text = new XMLParser().parse(`<t>${inner.replace(/<\/?tspan[^>]*>/g, '')}</t>`) as {
				t: unknown;
			};
			const content = String(text.t);
			const width = measureText(
				content,
				Number(get('font-size')),
				Number(get('font-weight')) > 500
			);
			const x = Number(get('x'));
			const anchor = get('text-anchor') ?? 'start';
			const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
			return { text: content, left, right: left + width, y: Number(get('y')) };
		}
	);
}

describe('the picture of an event', () => {
	test.each(timeline.events.map((event) => [event.id, event] as const))(
		'%s is well-formed SVG, and its text fits the frame',
		(_id, event) => {
			const svg = drawEventCard(event, timeline, words);
			expect(XMLValidator.validate(svg)).toBe(true);
			expect(svg).not.toMatch(/NaN|undefined|Infinity/);
			const texts = textsOf(svg);
			for (const { text, left, right, y } of texts) {
				if (text === '?') continue;
				expect(left, text).toBeGreaterThanOrEqual(0);
				expect(right, text).toBeLessThanOrEqual(WIDTH);
				expect(y, text).toBeLessThan(HEIGHT);
			}
			const all = texts.map(({ text }) => text).join(' ');
			expect(all).toContain(event.date.label);
			for (const word of event.title.split(' ')) expect(all).toContain(word);
		}
	);

	test('has no overlapping texts on one baseline, and a margin below the last line', () => {
		for (const event of timeline.events) {
			const texts = textsOf(drawEventCard(event, timeline, words));
			for (const [index, a] of texts.entries())
				for (const b of texts.slice(index + 1))
					if (a.y === b.y)
						expect(a.right <= b.left || b.right <= a.left, a.text + b.text).toBe(true);
			const ys = texts.map(({ y }) => y).filter((y) => y > 160);
			expect(Math.max(...ys)).toBeLessThan(HEIGHT - 20);
		}
	});
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

test('the poster has a mark for every event and the label of every line', () => {
	const svg = drawPoster(timeline, 'All of it.', null);
	expect(XMLValidator.validate(svg)).toBe(true);
	expect(svg.match(/<g transform/g)).toHaveLength(timeline.events.length);
	for (const { label } of timeline.lines) expect(svg).toContain(`>${label}</text>`);
	for (const { right, y } of textsOf(svg)) {
		expect(right).toBeLessThanOrEqual(WIDTH - MARGIN / 2);
		expect(y).toBeLessThan(HEIGHT);
	}
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
