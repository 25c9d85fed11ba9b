/** The specimens cover every mark that the chart can draw, and the gallery renders. */
import { describe, expect, test } from 'vitest';
import { render } from 'svelte/server';
import { DAY, type Span } from '../../../src/lib/model/date.ts';
import { STATUSES } from '../../../src/lib/model/vocabulary.ts';
import { MARK_KINDS, sizeMark } from '../../../src/lib/layout/marks/sized-mark.ts';
import { createScale } from '../../../src/lib/layout/scale/scale.ts';
import Gallery from '../../gallery/Gallery.svelte';
import Part from '../../gallery/Part.svelte';
import { CHART_WIDTHS, PARTS } from '../../gallery/parts.ts';
import { PICTURES } from '../../gallery/pictures.ts';
import {
	BADGE_NAMES,
	BADGES,
	CLIPPED,
	CLIPPED_DAYS,
	COLUMN,
	FIRST,
	FORMS,
	SPECIMENS,
	WHOLE,
	type Specimen
} from '../../gallery/specimens.ts';

/** Sizes a specimen's mark, within the domain of its picture. */
function markOf({ form, event }: Specimen) {
	const days = form.clip === 'none' ? COLUMN * WHOLE.length : CLIPPED_DAYS;
	const domain: Span = { start: FIRST * DAY, end: (FIRST + days) * DAY };
	return sizeMark(event, createScale(domain, 900), 5.5)!;
}

const product = (...lists: (readonly string[])[]) =>
	lists.reduce<string[]>(
		(rows, list) => rows.flatMap((row) => list.map((one) => `${row} ${one}`.trim())),
		['']
	);

describe('the specimens of marks', () => {
	const described = SPECIMENS.map((specimen) => {
		const mark = markOf(specimen);
		const badge = BADGE_NAMES.find(
			(name) =>
				BADGES[name].uncertain === mark.uncertain &&
				BADGES[name].disputed === mark.disputed &&
				BADGES[name].draft === mark.draft
		)!;
		const clip = `${mark.clippedStart ? 'start' : ''}${mark.clippedEnd ? 'end' : ''}` || 'whole';
		const kind = mark.ongoing ? 'ongoing' : mark.kind;
		return { kind, clip, status: specimen.event.status, badge, text: '' };
	}).map((one) => ({ ...one, text: `${one.kind} ${one.clip} ${one.status} ${one.badge}` }));
	const texts = new Set(described.map(({ text }) => text));

	test('are every whole kind × status × badge', () => {
		const kinds = [...MARK_KINDS, 'ongoing'];
		for (const text of product(kinds, ['whole'], STATUSES, BADGE_NAMES))
			expect(texts).toContain(text);
	});

	test('are every clipped kind × end × status × badge', () => {
		const kinds = ['capsule', 'fade', 'bar', 'ongoing'];
		const ends = ['start', 'end', 'startend'];
		for (const text of product(kinds, ends, STATUSES, BADGE_NAMES)) expect(texts).toContain(text);
	});

	test('have no two alike', () => {
		const ids = SPECIMENS.map(({ event }) => event.id);
		expect(new Set(ids).size).toBe(FORMS.length * STATUSES.length * BADGE_NAMES.length);
	});

	test('include a capsule of the minimum width', () => {
		const narrow = SPECIMENS.filter(({ form }) => form.name === 'narrow').map(markOf);
		for (const { width } of narrow) expect(width).not.toBeNull();
	});

	test('are all in the pictures of marks', () => {
		const drawn = PICTURES.filter(({ group }) => group === 'marks').flatMap(({ widths, scene }) =>
			scene(widths[0]!).marks.map(({ event }) => event.id)
		);
		expect(drawn.toSorted()).toEqual(SPECIMENS.map(({ event }) => event.id).toSorted());
		expect(CLIPPED.length + WHOLE.length).toBe(FORMS.length);
	});
});

describe('the pictures', () => {
	const sceneOf = (name: string, width: number) =>
		PICTURES.find((picture) => picture.name === name)!.scene(width);

	test('show an arc of each shape, kept and open', () => {
		const arcs = new Set(
			[...sceneOf('arcs', 1120).arcs, ...sceneOf('edges', 1120).arcs].map(
				({ shape, kept }) => `${shape} ${kept ? 'kept' : 'open'}`
			)
		);
		for (const arc of product(['row', 'bend', 'out', 'in'], ['kept', 'open']))
			expect(arcs).toContain(arc);
	});

	test('show clusters of one digit up to thousands', () => {
		const counts = sceneOf('clusters', 1120).clusters.map(({ count }) => String(count).length);
		for (const digits of [1, 2, 4, 5]) expect(counts).toContain(digits);
	});
});

describe('the gallery', () => {
	test('renders each picture and frames each part, in both themes', () => {
		const { body } = render(Gallery);
		const count = (text: string) => body.split(text).length - 1;
		const sum = (all: { widths: number[] }[]) =>
			all.reduce((n, { widths }) => n + widths.length, 0);
		expect(count('<svg class="chart')).toBe(2 * sum(PICTURES));
		expect(count('<iframe')).toBe(2 * sum(PARTS));
		for (const width of CHART_WIDTHS) expect(body).toContain(`Chart, dark, ${width} px`);
	});

	test.each(PARTS)('renders the part $name', (part) => {
		expect(() => render(Part, { props: { part } }).body).not.toThrow();
	});
});
