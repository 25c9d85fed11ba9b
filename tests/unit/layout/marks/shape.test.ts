import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../../../src/lib/model/vocabulary.ts';
import { hasLineColor, shapeOf } from '../../../../src/lib/layout/marks/shape.ts';
import { drawMark } from '../../../../src/lib/export/svg.ts';
import type { SizedMark } from '../../../../src/lib/layout/marks/sized-mark.ts';

const RADII = [4.5, 5.5, 6, 11];
/** Kinds whose marks show their status; an approximate date has no edge that could. */
const KINDS = ['point', 'capsule', 'bar'] as const;

/** What tells two shapes apart without a colour. */
const formOf = (...of: Parameters<typeof shapeOf>) => {
	const { rects, paths, dashed, question } = shapeOf(...of);
	return JSON.stringify({ rects, paths, dashed, question });
};

describe('the shape of a mark', () => {
	test.each(RADII.flatMap((r) => KINDS.map((kind) => [kind, r] as const)))(
		'of a %s with radius %d is another for each status, ongoing or clipped too',
		(kind, r) => {
			for (const ends of [{}, { ongoing: true }, { clippedEnd: true }, { clippedStart: true }]) {
				const forms = STATUSES.map((status) => formOf(kind, status, r, ends));
				expect(new Set(forms).size).toBe(STATUSES.length);
			}
		}
	);

	test('of a planned period is hollow and dashed, of an announced one has edge and core', () => {
		const paints = (status: (typeof STATUSES)[number]) =>
			shapeOf('bar', status, 5.5).rects.map(({ paint }) => paint);
		expect(paints('happened')).toEqual(['solid']);
		expect(paints('planned')).toEqual(['edge']);
		expect(shapeOf('bar', 'planned', 5.5).dashed).toBe(true);
		expect(paints('announced')).toEqual(['edge', 'solid']);
		expect(shapeOf('bar', 'rumoured', 5.5).question).toBeGreaterThan(0);
	});

	test('of a period has a cap at neither of its approximate ends', () => {
		const caps = (ends: Parameters<typeof shapeOf>[3]) =>
			shapeOf('bar', 'happened', 5.5, ends).paths.map(({ at }) => at);
		expect(caps({})).toEqual(['start', 'end']);
		expect(caps({ fadedStart: true })).toEqual(['end']);
		expect(caps({ fadedEnd: true })).toEqual(['start']);
		expect(caps({ fadedStart: true, ongoing: true })).toEqual(['end']);
	});

	test('of a period is no higher than its caps', () => {
		for (const r of RADII)
			for (const status of STATUSES)
				for (const { y, height } of shapeOf('bar', status, r).rects) {
					expect(-y).toBeLessThan(r);
					expect(y + height).toBeLessThan(r);
				}
	});
});

describe('an exported mark', () => {
	const mark = (kind: SizedMark['kind'], rest: Partial<SizedMark> = {}) =>
		({
			...{ kind, x0: 10, x1: kind === 'point' ? 10 : 110, width: null, ongoing: false },
			...{ uncertain: false, disputed: false, ...rest }
		}) as SizedMark;
	const draw = (one: SizedMark, status: (typeof STATUSES)[number]) =>
		drawMark(one, status, 5.5, '#172080', { left: 0, y: 0 });

	test.each(KINDS)('that is a %s differs by its status', (kind) => {
		const drawn = STATUSES.map((status) => draw(mark(kind), status));
		expect(new Set(drawn).size).toBe(STATUSES.length);
	});

	test.each([...KINDS, 'fade'] as const)('that is a %s is in one colour', (kind) => {
		for (const status of STATUSES) {
			const drawn = draw(mark(kind), status);
			expect(drawn.includes('172080')).toBe(hasLineColor(status));
			expect(drawn.includes('7b746a')).toBe(!hasLineColor(status));
		}
	});

	test('of a period fades out at its approximate ends', () => {
		const faded = (rest: Partial<SizedMark>) =>
			/mask="url\(#([\w-]+)\)"/.exec(draw(mark('bar', rest), 'happened'))?.[1];
		expect(faded({})).toBeUndefined();
		expect(faded({ fadedStart: true })).toBe('about-start');
		expect(faded({ fadedEnd: true })).toBe('about-end');
		expect(faded({ fadedStart: true, fadedEnd: true })).toBe('about-start-end');
	});

	test('has its badges', () => {
		const plain = draw(mark('bar'), 'happened');
		expect(plain).not.toContain('>?<');
		expect(draw(mark('bar', { uncertain: true }), 'happened')).toContain('>?<');
		expect(draw(mark('bar', { disputed: true }), 'happened')).toContain('<circle');
	});
});
