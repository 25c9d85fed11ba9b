import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	differenceCiede2000,
	filterDeficiencyDeuter,
	filterDeficiencyProt,
	filterDeficiencyTrit,
	parse,
	wcagContrast,
	type Color
} from 'culori';
import { describe, expect, test } from 'vitest';
import { TOKENS } from '../../../src/lib/export/svg.ts';
import { LINE_COLORS } from '../../../src/lib/layout/marks/color.ts';
import { lineColor } from '../../../src/lib/view/ui/color.ts';

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const css = readFileSync('src/lib/view/ui/tokens.css', 'utf8');
const PAIR = /--([\w-]+):\s*light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/g;
const readPairs = (css: string) =>
	new Map(
		[...css.matchAll(PAIR)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }])
	);
const pairs = readPairs(css);
const [, moreContrast] = readFileSync('src/lib/view/ui/contrast.css', 'utf8').split(
	'@media (prefers-contrast: more)'
);

/**
 * @param value token, `--ink` or `var(--ink)`; an alias of another token is resolved
 * @throws if tokens.css does not define it
 */
function colorOf(value: string, theme: Theme): Color {
	const name = /--([\w-]+)/.exec(value)![1]!;
	const pair = pairs.get(name);
	if (pair) return parse(pair[theme])!;
	const other = new RegExp(`--${name}: (var\\(--[\\w-]+\\));`).exec(css)?.[1];
	if (!other) throw new Error(`tokens.css has no colour "--${name}".`);
	return colorOf(other, theme);
}

const contrast = (a: string, b: string, theme: Theme) =>
	wcagContrast(colorOf(a, theme), colorOf(b, theme));

/** Line colours in order. */
const LINES = Array.from({ length: LINE_COLORS }, (_, index) => lineColor(index));
/** Colours of the first lines, which are told apart with every colour vision. */
const FIRST = LINES.slice(0, 7);

const TEXT = ['--ink', '--ink2', '--mute', '--accent'];
const MARKS = [...LINES, '--context', '--accent-mark', '--mute', '--ink'];
const GROUNDS = ['--paper', '--card'];
/** Other backgrounds, each with the text colours used on it. */
const SPECIAL: [string, string[]][] = [
	['--highlight', ['--ink']],
	['--selected', ['--ink', '--ink2', '--accent']],
	// pressed chips, numbers on passages and in clusters, and the badge of a disagreement
	['--ink', ['--paper']],
	['--accent', ['--paper']],
	...LINES.map((line): [string, string[]] => [line, ['--paper']])
];

const pairsOf = <T>(values: T[]) =>
	values.flatMap((a, index) => values.slice(index + 1).map((b): [T, T] => [a, b]));

describe.each(THEMES)('in the %s theme with more contrast', (theme) => {
	const more = new Map([...pairs, ...readPairs(moreContrast!)]);
	const contrastOf = (a: string, b: string) =>
		wcagContrast(more.get(a.slice(2))![theme], more.get(b.slice(2))![theme]);

	test.each(GROUNDS.flatMap((ground) => TEXT.map((text) => [text, ground])))(
		'text in %s on %s has a contrast of 7:1',
		(text, ground) => {
			expect(contrastOf(text, ground)).toBeGreaterThanOrEqual(7);
		}
	);

	test.each(['--rule', '--rule2'])('a line in %s on paper has a contrast of 3:1', (rule) => {
		expect(contrastOf(rule, '--paper')).toBeGreaterThanOrEqual(3);
	});
});

describe.each(THEMES)('in the %s theme', (theme) => {
	test.each(GROUNDS.flatMap((ground) => TEXT.map((text) => [text, ground])))(
		'text in %s on %s has a contrast of 4.5:1',
		(text, ground) => {
			expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
		}
	);

	test.each(SPECIAL.flatMap(([ground, texts]) => texts.map((text) => [text, ground])))(
		'text in %s on the background %s has a contrast of 4.5:1',
		(text, ground) => {
			expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
		}
	);

	test.each(LINES)('a lane name in %s on paper has a contrast of 4.5:1', (line) => {
		expect(contrast(line, '--paper', theme)).toBeGreaterThanOrEqual(4.5);
	});

	test.each(GROUNDS.flatMap((ground) => MARKS.map((mark) => [mark, ground])))(
		'marks, edges of controls and the focus ring in %s on %s have a contrast of 3:1',
		(mark, ground) => {
			expect(contrast(mark, ground, theme)).toBeGreaterThanOrEqual(3);
		}
	);

	test('the selection ring and the focus ring have a contrast of 3:1 on the selection background', () => {
		for (const ring of ['--accent-mark', '--ink'])
			expect(contrast(ring, '--selected', theme)).toBeGreaterThanOrEqual(3);
	});

	/** Minimum differences between the first lines, and between any two lines. */
	type Eyes = { see: (color: Color) => Color; minimum: number; further: number };
	/** Full colour-vision deficiencies, simulated after Machado, Oliveira and Fernandes (2009). */
	const EYES: Record<string, Eyes> = {
		'normal vision': { see: (color) => color, minimum: 18, further: 14 },
		protanopia: { see: filterDeficiencyProt(1), minimum: 10, further: 8.5 },
		deuteranopia: { see: filterDeficiencyDeuter(1), minimum: 10, further: 8.5 },
		tritanopia: { see: filterDeficiencyTrit(1), minimum: 10, further: 8.5 }
	};
	const difference = differenceCiede2000();

	test.each(Object.entries(EYES))(
		'with %s, all product lines have distinguishable colours',
		(_, { see, minimum, further }) => {
			for (const [a, b] of pairsOf(LINES)) {
				const apart = difference(see(colorOf(a, theme)), see(colorOf(b, theme)));
				const areFirst = FIRST.includes(a) && FIRST.includes(b);
				expect(apart, `${a} and ${b}`).toBeGreaterThanOrEqual(areFirst ? minimum : further);
			}
		}
	);

	test('no product line from the eighth on has the grey of context, or the accent', () => {
		for (const line of LINES.slice(FIRST.length))
			for (const other of ['--context', '--accent', '--accent-mark'])
				expect(
					difference(colorOf(line, theme), colorOf(other, theme)),
					`${line} and ${other}`
				).toBeGreaterThanOrEqual(14);
	});
});

test('after the last colour they repeat in order, and no line colour is the context grey', () => {
	for (let line = 0; line < 40; line++) {
		expect(lineColor(line)).toBe(LINES[line % LINE_COLORS]);
		expect(lineColor(line)).not.toBe(lineColor(-1));
	}
});

test('exported pictures have the light colours of tokens.css', () => {
	const light = (line: string) => pairs.get(/--([\w-]+)/.exec(line)![1]!)!.light;
	expect(TOKENS.lines).toEqual(LINES.map(light));
});

test('every colour of tokens.css is tested, except those of rules', () => {
	const measured = [...TEXT, ...MARKS, ...GROUNDS, ...SPECIAL.map(([ground]) => ground)];
	const names = new Set(measured.map((value) => /--([\w-]+)/.exec(value)![1]));
	const untested = ['rule', 'rule2'];
	expect([...pairs.keys()].filter((name) => !names.has(name)).toSorted()).toEqual(untested);
});

describe('outside of tokens.css and contrast.css', () => {
	const styled = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(?:css|svelte)$/.test(file)
	);
	const files = styled
		.filter((file) => !/(?:tokens|contrast)[.]css$/.test(file))
		.map((file) => {
			const text = readFileSync(join('src', file), 'utf8');
			const style = file.endsWith('.css') ? text : (/<style>(.*)<\/style>/s.exec(text)?.[1] ?? '');
			return [file, style.replace(/\/\*.*?\*\//gs, '')] as const;
		});

	test.each([
		['colour', /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|oklch|oklab|lch|lab|light-dark)\(/i],
		['duration', /\b\d*\.?\d+m?s\b/],
		['typeface', /font(?:-family)?:[^;]*(?:serif|monospace|system-ui)(?!\))/]
	])('no %s is hard-coded', (_, pattern) => {
		expect(files.length).toBeGreaterThan(50);
		const found = files.flatMap(([file, style]) => {
			const hit = pattern.exec(style)?.[0];
			return hit ? [`${file}: ${hit}`] : [];
		});
		expect(found).toEqual([]);
	});
});
