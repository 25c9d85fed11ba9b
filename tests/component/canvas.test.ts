/** The same scene in SVG, at 56 marks, and on a canvas, at 57: both say the same of the same event. */
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount, unmount } from 'svelte';
import { render } from 'vitest-browser-svelte';
import '../../src/lib/view/ui/tokens.css';
import { STATUSES } from '../../src/lib/model/vocabulary.ts';
import { chooseGeometry } from '../../src/lib/layout/geometry.ts';
import type { PlacedLabel, PlacedMark, Scene } from '../../src/lib/layout/scene/types.ts';
import { mountTimeline } from '../../src/lib/index.ts';
import CanvasMarks from '../../src/lib/view/canvas/CanvasMarks.svelte';
import Chart from '../../src/lib/view/chart/Chart.svelte';
import { clippedMarks, wholeMarks } from '../gallery/matrix.ts';
import { PICTURES } from '../gallery/pictures.ts';
import { BADGE_NAMES } from '../gallery/specimens.ts';

/** Most marks that are drawn in SVG. */
const MAX_SVG = 56;
/** Height below the specimens for marks that only add to their number, px. */
const FILLER = 60;

beforeEach(() => page.viewport(1280, 700));

let mounted: Record<string, unknown> | null = null;
afterEach(async () => {
	if (mounted) await unmount(mounted);
	mounted = null;
	document.body.replaceChildren();
});

/** Adds marks below the scene until it has `count` of them; they come first, so that one of them is the tab stop. */
function fill(scene: Scene, count: number): Scene {
	const [like] = scene.marks;
	const fillers = Array.from(
		{ length: count - scene.marks.length - scene.clusters.length },
		(_, i): PlacedMark => ({
			...like!,
			event: { ...like!.event, id: `filler-${i}` },
			y: scene.height + FILLER / 2
		})
	);
	return {
		...scene,
		marks: [...fillers, ...scene.marks],
		height: scene.height + FILLER
	};
}

interface Drawing {
	pixels: ImageData;
	labels: string[];
}

/** Without pointer events: the mouse is still where another test has left it. @param plot width of the plot, px */
async function draw(scene: Scene, plot: number, props = {}): Promise<Drawing> {
	if (mounted) await unmount(mounted);
	document.body.replaceChildren();
	const { left, right } = scene.geometry;
	const target = document.createElement('div');
	target.style.cssText = `position: relative; width: ${plot + left + right}px; background: var(--paper); contain: layout; pointer-events: none;`;
	document.body.style.cssText = 'margin: 0; padding: 20px 40px; background: var(--paper);';
	document.body.append(target);
	mounted = mount(Chart, {
		target,
		props: {
			...{ scene, width: plot, lines: [...STATUSES], label: 'Specimens', chosen: null },
			Canvas: CanvasMarks,
			href: () => '#',
			nameOf: ({ title }: { title: string }) => title,
			...props
		}
	});
	await new Promise(requestAnimationFrame);
	await new Promise(requestAnimationFrame);
	const origin = target.getBoundingClientRect();
	const labels = [...target.querySelectorAll<SVGTextElement>('text.label')].map((text) => {
		const { x, y, width } = text.getBoundingClientRect();
		const place = [x - origin.x, y - origin.y, width].map((value) => value.toFixed(1)).join(' ');
		const { fill, fontWeight, fontSize, textAnchor } = getComputedStyle(text);
		return [text.textContent, place, fill, fontWeight, fontSize, textAnchor].join(' | ');
	});
	const picture = await page.screenshot({ element: target, base64: true, save: false });
	const data = typeof picture === 'string' ? picture : (picture as { base64: string }).base64;
	const bitmap = await createImageBitmap(
		await (await fetch(`data:image/png;base64,${data}`)).blob()
	);
	// Vitest scales windows that are larger than the browser's, which would blur the pixels
	expect(bitmap.width).toBe(target.offsetWidth * devicePixelRatio);
	const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
	const context = canvas.getContext('2d')!;
	context.drawImage(bitmap, 0, 0);
	const shown = Math.round((bitmap.height * (scene.height - FILLER)) / scene.height);
	return { pixels: context.getImageData(0, 0, bitmap.width, shown), labels: labels.toSorted() };
}

interface Area {
	name: string;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Mean difference of the colour channels in an area, and the number of pixels that differ visibly. */
function compare(
	a: ImageData,
	b: ImageData,
	{ left, right, top, bottom }: Area,
	threshold = VISIBLE
) {
	let visible = 0;
	let worst = 0;
	for (let y = Math.max(0, Math.floor(top)); y < Math.min(a.height, bottom); y++)
		for (let x = Math.max(0, Math.floor(left)); x < Math.min(a.width, right); x++) {
			const at = 4 * (y * a.width + x);
			let apart = 0;
			for (let channel = 0; channel < 3; channel++)
				apart = Math.max(apart, Math.abs(a.data[at + channel]! - b.data[at + channel]!));
			if (apart > threshold) visible++;
			worst = Math.max(worst, apart);
		}
	return { visible, worst };
}

/** Difference of one channel that smoothing of edges may cause, of 255: an SVG path and a canvas are rasterised apart. */
const VISIBLE = 48;
/** The same of text, each letter of which begins at a fraction of a pixel; one that is missing differs by over 200. */
const TEXT_VISIBLE = 112;
/** Pixels of one mark that may differ by more. */
const MAX_VISIBLE = 1;

/** Pixels of a whole drawing that may differ by more: text lies on a quarter of a pixel, and in SVG x is rounded. */
const MAX_VISIBLE_IN_ALL = 10;

/** With each badge whole and clipped, at one width each; in a long run at both. */
const SCENES = BADGE_NAMES.flatMap((badge, index) =>
	(
		[
			['whole', wholeMarks],
			['clipped', clippedMarks]
		] as const
	).flatMap(([kind, marks], turn) =>
		[1120, 390]
			.filter((_, place) => inject('long') || (index + turn) % 2 === place)
			.map((width) => ({
				name: `${kind} marks with badge ${badge} at ${width} px`,
				scene: marks(chooseGeometry('embed', width), badge)
			}))
	)
);

/** One scene per lane: no more marks than SVG has, and no higher than the window. */
function split(scene: Scene): Scene[] {
	const first = scene.lanes[0]!.top;
	return scene.lanes.map((lane) => {
		const up = (y: number) => y - lane.top + first;
		const marks = scene.marks.filter(({ line }) => line === lane.id);
		const ids = new Set(marks.map(({ event }) => event.id));
		const labels = scene.labels.filter(({ id }) => ids.has(id));
		return {
			...scene,
			lanes: [{ ...lane, top: first, bottom: up(lane.bottom) }],
			height: up(lane.bottom),
			marks: marks.map((mark) => ({ ...mark, y: up(mark.y) })),
			labels: labels.map((label): PlacedLabel => ({ ...label, y: up(label.y) }))
		};
	});
}

function areasOf(scene: Scene, stretch: number): Area[] {
	const { left } = scene.geometry;
	return scene.marks.map((mark) => ({
		name: mark.event.id,
		left: left + mark.left.x * stretch + mark.left.dx - 4,
		right: left + mark.right.x * stretch + mark.right.dx + 4,
		top: mark.y - scene.geometry.row / 2,
		bottom: mark.y + scene.geometry.row / 2
	}));
}

async function expectAlike(scene: Scene, stretch = 1, props = {}) {
	for (const part of split(scene)) {
		const plot = Math.round(part.width * stretch);
		const svg = await draw(fill(part, MAX_SVG), plot, props);
		expect(document.querySelector('canvas')).toBeNull();
		const canvas = await draw(fill(part, MAX_SVG + 1), plot, props);
		expect(document.querySelector('canvas')).not.toBeNull();
		expect(canvas.labels).toEqual(svg.labels);
		const apart = areasOf(part, stretch).flatMap((area) => {
			const { visible, worst } = compare(svg.pixels, canvas.pixels, area);
			return visible > MAX_VISIBLE ? [`${area.name}: ${visible} pixels, up to ${worst}`] : [];
		});
		expect(apart).toEqual([]);
	}
}

/** Expects the same picture in SVG and during a gesture, when the canvas draws the labels. */
async function expectSameMoving(scene: Scene, props: object) {
	const svg = await draw(fill(scene, MAX_SVG), scene.width, props);
	const moving = { ...props, isMoving: true };
	const canvas = await draw(fill(scene, MAX_SVG + 1), scene.width, moving);
	// the canvas has all labels but those of marks in SVG
	expect(canvas.labels.length).toBeLessThanOrEqual(1);
	const all = { left: 0, right: svg.pixels.width, top: 0, bottom: svg.pixels.height };
	const { visible } = compare(svg.pixels, canvas.pixels, { name: '', ...all }, TEXT_VISIBLE);
	expect(visible).toBe(0);
}

/** Layouts of invented timelines whose marks are few enough for SVG: every second, in a long run all. */
const LAYOUTS = PICTURES.filter(({ group }) => group !== 'marks')
	.flatMap((picture) =>
		picture.widths.map((width) => ({ ...picture, width, scene: picture.scene(width) }))
	)
	.filter(({ scene }) => scene.marks.length + scene.clusters.length <= MAX_SVG)
	.filter((_, index) => inject('long') || index % 2 === 0);

describe('in SVG and on the canvas', () => {
	test.each(SCENES)('$name look the same', ({ scene }) => expectAlike(scene));

	test.each([
		['start', true, false],
		['end', false, true],
		['start and end', true, true]
	])('bars with an approximate %s fade out alike', async (_, fadedStart, fadedEnd) => {
		const scene = wholeMarks(chooseGeometry('embed', 1120), 'none');
		const bars = scene.marks.filter(({ kind }) => kind === 'bar');
		await expectAlike({
			...scene,
			marks: bars.map((mark) => ({ ...mark, fadedStart, fadedEnd: fadedEnd && !mark.ongoing }))
		});
	});

	test('marks look the same in a wider container', async () => {
		for (const badge of BADGE_NAMES)
			await expectAlike(wholeMarks(chooseGeometry('embed', 860), badge), 1.17);
		await expectAlike(clippedMarks(chooseGeometry('embed', 860), 'both'), 1.17);
	});

	test('marks look the same in the dark theme', async () => {
		document.documentElement.style.colorScheme = 'dark';
		await expectAlike(wholeMarks(chooseGeometry('embed', 1120), 'both'));
		document.documentElement.style.colorScheme = '';
	});

	test('dimmed marks look the same', async () => {
		const isDimmed = ({ id }: { id: string }) => !id.includes('capsule');
		await expectAlike(wholeMarks(chooseGeometry('embed', 1120), 'both'), 1, { isDimmed });
	});

	test.each(LAYOUTS)('$name at $width px, with its labels, looks the same', async (picture) => {
		const { scene, lines, chosen = null } = picture;
		const props = { lines, chosen };
		const svg = await draw(fill(scene, MAX_SVG), scene.width, props);
		const canvas = await draw(fill(scene, MAX_SVG + 1), scene.width, props);
		expect(canvas.labels).toEqual(svg.labels);
		const all = { left: 0, right: svg.pixels.width, top: 0, bottom: svg.pixels.height };
		const { visible } = compare(svg.pixels, canvas.pixels, { name: '', ...all });
		expect(visible).toBeLessThanOrEqual(MAX_VISIBLE_IN_ALL);
	});

	test.each([
		...LAYOUTS.map((picture) => ({ ...picture, title: picture.name, isDimmed: undefined })),
		...LAYOUTS.filter(({ name }) => name === 'company').map((picture) => ({
			...picture,
			title: 'a dimmed company',
			isDimmed: ({ title }: { title: string }) => title.length % 2 === 0
		}))
	])('$title at $width px looks the same during a gesture', async (picture) => {
		const { scene, lines, chosen = null, isDimmed } = picture;
		await expectSameMoving(scene, { lines, chosen, isDimmed });
	});

	test('a right-to-left title with a remark looks the same during a gesture', async () => {
		const { lines, scene } = PICTURES.find(({ name }) => name === 'scripts')!;
		const drawn = scene(1120);
		const labels = drawn.labels.map((label, index) =>
			index ? label : { ...label, text: '2 طائرة!', aside: ' · 2012' }
		);
		await expectSameMoving({ ...drawn, labels }, { lines });
	});
});

test('the canvas stays while a gesture leaves few marks, which are in SVG again at rest', async () => {
	const scene = wholeMarks(chooseGeometry('embed', 1120), 'none');
	const [many, few] = [MAX_SVG + 1, MAX_SVG].map((count) => fill(scene, count));
	const { container, rerender } = await render(Chart, {
		...{ scene: many!, width: scene.width, lines: [...STATUSES], label: 'Specimens' },
		...{ chosen: null, Canvas: CanvasMarks, isMoving: true },
		href: () => '#',
		nameOf: ({ title }) => title
	});
	const drawnBy = () => (container.querySelector('canvas') ? 'canvas' : 'SVG');
	expect(drawnBy()).toBe('canvas');
	await rerender({ scene: few! });
	expect(drawnBy()).toBe('canvas');
	await rerender({ isMoving: false });
	expect(drawnBy()).toBe('SVG');
	// a gesture that begins with few marks keeps them in SVG
	await rerender({ isMoving: true });
	expect(drawnBy()).toBe('SVG');
});

test.each([11, 12])(
	'with %i lines of five events, no title begins in its own mark or is cut',
	async (count) => {
		const moment = (day: string) => ({ start: day, end: day });
		const lines = Array.from({ length: count }, (_, i) => ({ id: `w${i}`, label: `Wing ${i}` }));
		const closing = 'Closing of the wing to the public';
		const events = lines.flatMap(({ id }) => [
			...[2011, 2013, 2015, 2017].map((year) => ({
				...{ id: `${id}-${year}`, title: 'Survey', date: moment(`${year}-05-10`) },
				...{ lines: [id], status: 'happened' as const }
			})),
			{
				...{ id: `${id}-end`, title: closing, date: moment('2019-12-10') },
				...{ lines: [id], status: 'happened' as const }
			}
		]);
		const target = document.createElement('div');
		target.style.width = '1100px';
		document.body.append(target);
		const { destroy } = mountTimeline(target, { lines, events });
		await expect.poll(() => Boolean(target.querySelector('canvas'))).toBe(5 * count > MAX_SVG);
		const frame = target.getBoundingClientRect();
		const titles = [...target.querySelectorAll('text.label')].filter(
			({ textContent }) => textContent === closing
		);
		expect(titles).toHaveLength(count);
		for (const title of titles) {
			const { left, right } = title.getBoundingClientRect();
			expect(right).toBeLessThanOrEqual(frame.right);
			expect(left).toBeGreaterThanOrEqual(frame.left);
		}
		destroy();
		target.remove();
	}
);
