/**
 * Measures the drawn chart of a dataset in the browser: marks are where the layout placed them, and nothing overlaps.
 * Checked with invented data here, and with data/ in tests/data.
 */
import '../../src/lib/view/ui/base.css';
import '../../src/lib/view/ui/tokens.css';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { drawBar, layoutBar } from '../../src/lib/layout/scene/bar.ts';
import {
	chooseGeometry,
	GEOMETRIES,
	servesUntil,
	type Purpose
} from '../../src/lib/layout/geometry.ts';
import { wholeDomain } from '../../src/lib/layout/scale/scale.ts';
import { layoutScene } from '../../src/lib/layout/scene/scene.ts';
import type { Scene } from '../../src/lib/layout/scene/types.ts';
import { toColumns } from '../../src/lib/layout/place/event-columns.ts';
import { DAY, parseDay } from '../../src/lib/model/date.ts';
import type { Timeline } from '../../src/lib/model/types.ts';
import { findPledges } from '../../src/lib/model/event.ts';
import { filterEvents, type Filter } from '../../src/lib/model/filter.ts';
import type { Measure } from '../../src/lib/layout/scale/text-width.ts';
import { checkFont } from '../../src/lib/view/chart/measure-text.ts';
import Chart from '../../src/lib/view/chart/Chart.svelte';
import { nameEvents } from '../../src/lib/view/ui/names.ts';
import { findClusters, findMarks, findOutside, findTexts, findTouching } from './boxes.ts';

const WIDTHS = [300, 358, 480, 700, 1000, 1180];

export function testBoxes(timeline: Timeline): void {
	const { events, chapters, lines, sources } = timeline;
	const pledges = findPledges(events);

	beforeAll(async () => {
		for (const weight of [400, 650]) await document.fonts.load(`${weight} 13px Inter`);
	});

	function sceneOf(
		purpose: Exclude<Purpose, 'bar'>,
		width: number,
		filter: Filter = {},
		measure?: Measure
	): Scene {
		const visible = filterEvents(events, filter);
		return layoutScene(timeline, visible, {
			geometry: chooseGeometry(purpose, width),
			domain: purpose === 'rest' ? wholeDomain(events) : wholeDomain(visible, 6),
			lines: filter.lines,
			measure
		});
	}

	/** Container widths to check, px: the layout's own, the given one, and the widest that the layout serves. */
	function widthsOf(purpose: Purpose, { geometry }: Scene, width: number): number[] {
		const widest = servesUntil(purpose, geometry) ?? 1481;
		return [geometry.from, width, widest - 1];
	}

	/**
	 * Draws the scene in a container of each of the given widths, px.
	 * @returns a sentence for each overlap or overflow
	 */
	async function findFaults(scene: Scene, widths: number[]): Promise<string[]> {
		const { container, unmount } = await render(Chart, {
			scene,
			lines: lines.map(({ id }) => id),
			label: 'Chart',
			href: ({ id }) => `#${id}`,
			nameOf: nameEvents(timeline, toColumns(events)),
			chosen: null
		});
		const faults = widths.flatMap((width) => {
			container.style.width = `${width}px`;
			return faultsOf(container).map((fault) => `${fault} at ${width} px`);
		});
		await unmount();
		return faults;
	}

	function faultsOf(container: HTMLElement): string[] {
		const frame = container.getBoundingClientRect();
		const labels = findTexts(container, 'text.label');
		const marks = findMarks(container);
		const clusters = findClusters(container);
		const ticks = findTexts(container, 'text.tick');
		const pins = findTexts(container, '.pins text');
		const lanes = findTexts(container, 'text.lane');

		// a label inside a capsule has a paper-coloured plate behind it
		const isPlaced = (label: (typeof labels)[number], mark: (typeof marks)[number]) =>
			label.link === mark.link && label.link?.querySelector(':scope > rect.plate');
		const labelsOnMarks = labels.flatMap((label) =>
			findTouching(
				[label],
				marks.filter((mark) => !isPlaced(label, mark))
			)
		);
		const arePair = (a: Element | null, b: Element | null) => {
			const [one, other] = [a?.getAttribute('data-event'), b?.getAttribute('data-event')];
			return pledges.some(
				({ from, to }) => (from === one && to === other) || (from === other && to === one)
			);
		};
		const bare = findMarks(container, { badges: false });
		const marksOnMarks = bare.flatMap((mark, i) =>
			findTouching(
				[mark],
				bare.slice(i + 1).filter((other) => !arePair(mark.link, other.link))
			)
		);
		return [
			...findTouching(labels),
			...labelsOnMarks,
			...findTouching(labels, [...clusters, ...lanes, ...ticks, ...pins]),
			...marksOnMarks,
			...findTouching(clusters, bare),
			...findTouching([...ticks, ...pins]),
			...findTouching(lanes),
			...findTouching(lanes, [...marks, ...clusters]),
			...findOutside([...labels, ...ticks, ...pins, ...lanes, ...clusters], frame)
		];
	}

	afterEach(() => {
		document.documentElement.style.removeProperty('--sans');
	});

	describe.each(WIDTHS)('at %d px nothing overlaps or overflows', (width) => {
		test('in the page’s chart', async () => {
			await page.viewport(1600, 900);
			const scene = sceneOf('rest', width);
			expect(await findFaults(scene, widthsOf('rest', scene, width))).toEqual([]);
		});

		test('in an embed of all lines', async () => {
			await page.viewport(1600, 900);
			const scene = sceneOf('embed', width);
			expect(await findFaults(scene, widthsOf('embed', scene, width))).toEqual([]);
		});

		test('in an embed of any single line', async () => {
			await page.viewport(1600, 900);
			for (const { id } of lines) {
				const scene = sceneOf('embed-line', width, { lines: [id] });
				expect(await findFaults(scene, widthsOf('embed-line', scene, width))).toEqual([]);
			}
		});

		test('in the bar of any chapter', async () => {
			await page.viewport(1600, 900);
			for (const { id, from, to } of chapters) {
				const domain = { start: parseDay(from), end: parseDay(to) + DAY };
				const scene = drawBar(layoutBar(timeline, events, { domain, chapter: id, width }), null);
				expect(await findFaults(scene, widthsOf('bar', scene, width)), id).toEqual([]);
			}
		});
	});

	describe('nothing overlaps or overflows', () => {
		test('in the page’s chart filtered by any line or source', async () => {
			await page.viewport(1600, 900);
			const filters: Filter[] = [
				...lines.map(({ id }) => ({ lines: [id] })),
				...sources.map(({ id }) => ({ sources: [id] }))
			];
			for (const filter of filters)
				for (const width of [358, 1180])
					expect(await findFaults(sceneOf('rest', width, filter), [width])).toEqual([]);
		});

		// font stacks: the first installed font applies, and none is required
		test.each(['"DejaVu Sans", Verdana', 'Arial, "Liberation Sans"', 'serif'])(
			'in the font stack %s, measured on screen',
			async (fonts) => {
				await page.viewport(1600, 900);
				document.documentElement.style.setProperty('--sans', `${fonts}, sans-serif`);
				const measure = await new Promise<Measure>((found) =>
					checkFont(document.documentElement, found)
				);
				for (const width of [358, 700, 1180])
					expect(await findFaults(sceneOf('rest', width, {}, measure), [width])).toEqual([]);
			}
		);

		// local fonts with Inter's metrics, before it is loaded
		test.each(["'Sans-Arial'", "'Sans-DejaVu'"])(
			'in the font %s, as measured for Inter',
			async (font) => {
				await page.viewport(1600, 900);
				document.documentElement.style.setProperty('--sans', `${font}, sans-serif`);
				for (const width of [358, 700, 1180])
					expect(await findFaults(sceneOf('rest', width), [width])).toEqual([]);
			}
		);

		test('in any drawing of the server-rendered page', async () => {
			await page.viewport(1600, 900);
			for (const purpose of ['rest', 'embed'] as const)
				for (const { from } of GEOMETRIES[purpose])
					expect(await findFaults(sceneOf(purpose, from), [from])).toEqual([]);
		});
	});

	test('marks are centred on their time to within half a pixel', async () => {
		await page.viewport(1600, 900);
		const scene = sceneOf('rest', 1180);
		const { container } = await render(Chart, {
			scene,
			lines: lines.map(({ id }) => id),
			label: 'Chart',
			href: ({ id }) => `#${id}`,
			nameOf: nameEvents(timeline, toColumns(events)),
			chosen: null
		});
		container.style.width = '1480px';
		const { left, right } = scene.geometry;
		const frame = container.getBoundingClientRect();
		const plot = 1480 - left - right;
		for (const mark of scene.marks.filter(({ kind }) => kind === 'point')) {
			const { start } = mark.event.date;
			const noon = parseDay(start) + DAY / 2;
			const { domain } = scene;
			const x = frame.left + left + (plot * (noon - domain.start)) / (domain.end - domain.start);
			const link = container.querySelector(`a[data-event="${mark.event.id}"]`)!;
			const shape = link.querySelector('.solid, .hollow, .context')!.getBoundingClientRect();
			expect(Math.abs((shape.left + shape.right) / 2 - x)).toBeLessThan(0.5);
		}
	});
}
