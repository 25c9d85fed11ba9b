import { expect, test } from 'vitest';
import { plainDrawings } from '../../../src/lib/server/plain-drawings.ts';

const chart = (drawings: string) =>
	`<section data-timeline><!--[-1--><!--]--> <!--[-1--><div data-served>${drawings}</div><!----><!--]--></section>`;

test('a chart’s drawings lose the comments for hydration, and their empty shapes close themselves', () => {
	const svg =
		'<!--[--><div class="drawing"><svg><!----><rect y="1"></rect><text>1</text></svg></div><!--]-->';
	expect(plainDrawings(chart(svg))).toBe(
		chart('<div class="drawing"><svg><rect y="1"/><text>1</text></svg></div>')
	);
});

test('everything outside of the drawings stays, also between two charts', () => {
	const between = '<p><!--[--><svg><rect></rect></svg><!--]--></p>';
	const page = [between, chart('<!---->1'), between, chart('<!---->2'), between].join('');
	const plain = [between, chart('1'), between, chart('2'), between].join('');
	expect(plainDrawings(page)).toBe(plain);
});

test('a page without a chart stays as it is', () => {
	const page = '<section data-timeline><!--[--><svg><rect></rect></svg><!--]--></section>';
	expect(plainDrawings(page)).toBe(page);
});
