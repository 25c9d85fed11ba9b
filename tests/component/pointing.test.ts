/** The pointer over a chart: marks on the canvas behave as the links that they are in SVG. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, unmount } from 'svelte';
import '../../src/lib/view/ui/tokens.css';
import { STATUSES } from '../../src/lib/model/vocabulary.ts';
import { chooseGeometry } from '../../src/lib/layout/geometry.ts';
import { positionOf } from '../../src/lib/layout/marks/sized-mark.ts';
import type { PlacedMark, Scene } from '../../src/lib/layout/scene/types.ts';
import CanvasMarks from '../../src/lib/view/canvas/CanvasMarks.svelte';
import Chart from '../../src/lib/view/chart/Chart.svelte';
import { clusters as crowded } from '../gallery/datasets.ts';
import { wholeMarks } from '../gallery/matrix.ts';
import { PICTURES } from '../gallery/pictures.ts';

let target: HTMLElement;
let mounted: Record<string, unknown> | null = null;

beforeEach(async () => {
	await page.viewport(1280, 700);
	target = document.createElement('div');
	target.style.cssText = 'position: relative; width: 1120px;';
	document.body.append(target);
});
afterEach(async () => {
	if (mounted) await unmount(mounted);
	mounted = null;
	target.remove();
	location.hash = '';
});

type Props = Partial<Parameters<typeof mount<Record<string, unknown>, Record<string, unknown>>>[1]>;

async function draw(scene: Scene, props: Props['props'] = {}, stretch = 1): Promise<void> {
	const { left, right } = scene.geometry;
	const plot = Math.round(scene.width * stretch);
	target.style.width = `${plot + left + right}px`;
	mounted = mount(Chart, {
		target,
		props: {
			...{ scene, width: plot, lines: [...STATUSES], label: 'Chart', chosen: null },
			Canvas: CanvasMarks,
			href: ({ id }: { id: string }) => `#${id}`,
			nameOf: ({ title }: { title: string }) => title,
			...props
		}
	});
	await new Promise(requestAnimationFrame);
}

const geometry = chooseGeometry('embed', 1120);
/** Specimens of marks: 30 in SVG; three times as many, in three places, are on a canvas. */
const few = wholeMarks(geometry, 'none');
const copy = (mark: PlacedMark, n: number): PlacedMark => ({
	...mark,
	event: { ...mark.event, id: `${mark.event.id}-${n}` },
	y: mark.y + n * few.height
});
const many: Scene = {
	...few,
	height: 3 * few.height,
	marks: [2, 1, 0].flatMap((n) => few.marks.map((mark) => (n ? copy(mark, n) : mark)))
};
const label = (mark: PlacedMark) => ({
	...{ id: mark.event.id, text: 'Title', aside: '', anchor: 'start' as const, dy: 0 },
	...{ y: mark.y, importance: 2 as const, inside: false },
	at: { x: mark.right.x, dx: mark.right.dx + 6 },
	left: positionOf(mark.right) + 6,
	right: positionOf(mark.right) + 100
});

const svg = () => target.querySelector<SVGSVGElement>('svg.chart')!;
const linkOf = (id: string) => target.querySelector<SVGElement>(`a[data-event="${id}"]`);
const placeOf = ({ x0, x1, y }: PlacedMark, stretch = 1) => {
	const { left, top } = svg().getBoundingClientRect();
	return { clientX: left + ((x0 + x1) / 2) * stretch, clientY: top + y };
};
function send(type: string, at: { clientX: number; clientY: number }, more: PointerEventInit = {}) {
	const event = new PointerEvent(type, {
		...{ bubbles: true, cancelable: true, composed: true, view: window, ...at, ...more }
	});
	document.elementFromPoint(at.clientX, at.clientY)!.dispatchEvent(event);
	return event;
}

test('during a gesture, a mark on a canvas stays there while the pointer rests on it', async () => {
	const mark = few.marks.find(({ event }) => event.id === 'announced-bar-none')!;
	const point = vi.fn();
	await draw(many, { isMoving: true, onpoint: point });
	send('pointermove', placeOf(mark));
	expect([linkOf(mark.event.id), point.mock.calls]).toEqual([null, []]);
});

describe.each([
	['in SVG', few],
	['on a canvas', many]
])('a mark %s', (_, scene) => {
	const mark = few.marks.find(({ event }) => event.id === 'announced-bar-none')!;
	const { id } = mark.event;

	test('is a link under the pointer, with its cursor and its address', async () => {
		await draw(scene);
		send('pointermove', placeOf(mark));
		const { clientX, clientY } = placeOf(mark);
		const link = document.elementFromPoint(clientX, clientY)!.closest('a')!;
		expect(link).toBe(linkOf(id));
		expect(link.getAttribute('href')).toBe(`#${id}`);
		expect(getComputedStyle(link).cursor).toBe('pointer');
	});

	test('underlines its label', async () => {
		await draw({ ...scene, labels: [label(mark)] });
		await userEvent.hover(svg(), {
			position: { x: (mark.x0 + mark.x1) / 2, y: mark.y },
			force: true
		});
		await userEvent.hover(linkOf(id)!.querySelector('rect.edge')!);
		const { textDecorationLine } = getComputedStyle(linkOf(id)!.querySelector('.label')!);
		expect(textDecorationLine).toBe('underline');
	});

	test('is chosen by a click on it, near it, or on its label', async () => {
		const onchoose = vi.fn();
		await draw({ ...scene, labels: [label(mark)] }, { onchoose });
		const at = placeOf(mark);
		send('click', at);
		send('click', { ...at, clientY: at.clientY + 7 });
		const text = target.querySelector('.label')!.getBoundingClientRect();
		send('click', { clientX: text.right - 3, clientY: (text.top + text.bottom) / 2 });
		expect(onchoose.mock.calls.map(([chosen]) => chosen)).toEqual([id, id, id]);
	});

	test('without a callback, its link is followed by a click on it, near it, or on its label', async () => {
		await draw({ ...scene, labels: [label(mark)] });
		const at = placeOf(mark);
		const text = target.querySelector('.label')!.getBoundingClientRect();
		for (const place of [
			at,
			{ ...at, clientY: at.clientY + 7 },
			{ clientX: text.right - 3, clientY: (text.top + text.bottom) / 2 }
		]) {
			location.hash = '';
			send('click', place);
			await expect.poll(() => location.hash).toBe(`#${id}`);
		}
	});

	test('is hit where it is drawn, in a wider container too', async () => {
		const onchoose = vi.fn();
		await draw(scene, { onchoose }, 1.4);
		for (const other of few.marks) send('click', placeOf(other, 1.4));
		expect(onchoose.mock.calls.map(([chosen]) => chosen)).toEqual(
			few.marks.map(({ event }) => event.id)
		);
		onchoose.mockClear();
		// a point's radius does not stretch: 14 px beyond it there is nothing
		const point = few.marks.find(({ event }) => event.id === 'happened-point-none')!;
		const at = placeOf(point, 1.4);
		send('click', { ...at, clientX: at.clientX + 5.5 + 14 });
		expect(onchoose).not.toHaveBeenCalled();
	});
});

test('a cluster on a canvas is a link under the pointer', async () => {
	const picture = PICTURES.find(({ name }) => name === 'clusters')!;
	const { clusters } = picture.scene(1120);
	await draw({ ...many, clusters }, { lines: crowded.lines.map(({ id }) => id) });
	expect(target.querySelector('canvas')).not.toBeNull();
	const [cluster] = clusters;
	const { left, top } = svg().getBoundingClientRect();
	const at = { clientX: left + cluster!.x, clientY: top + cluster!.y };
	send('pointermove', at);
	expect(document.elementFromPoint(at.clientX, at.clientY)!.closest('[data-cluster]')).toBeTruthy();
	send('pointermove', { clientX: at.clientX, clientY: top + 2 });
	await expect.poll(() => target.querySelector('[data-cluster]')).toBeNull();
});

describe('the label of the chosen mark', () => {
	const chosen = few.marks.find(({ event }) => event.id === 'happened-point-none')!;

	test.each([
		['right', 'start', few],
		['left', 'end', few],
		['right', 'start', many]
	] as const)('on the %s has the accent, and clears the ring', async (_, anchor, scene) => {
		const side = anchor === 'start' ? chosen.right : chosen.left;
		const gap = anchor === 'start' ? 6 : -6;
		const text = { ...label(chosen), anchor, at: { x: side.x, dx: side.dx + gap } };
		await draw({ ...scene, labels: [text] }, { chosen: chosen.event.id });
		const element = linkOf(chosen.event.id)!.querySelector('.label')!;
		const probe = document.createElement('i');
		probe.style.color = 'var(--accent)';
		target.append(probe);
		const style = getComputedStyle(element);
		expect(style.fill).toBe(getComputedStyle(probe).color);
		expect(style.fontWeight).toBe('640');

		const words = element.getBoundingClientRect();
		const ring = linkOf(chosen.event.id)!.querySelector('.ring')!;
		const half = Number.parseFloat(getComputedStyle(ring).strokeWidth) / 2;
		const { left, right } = ring.getBoundingClientRect();
		const halo = 1.75;
		if (anchor === 'start') expect(words.left - halo).toBeGreaterThan(right + half);
		else expect(words.right + halo).toBeLessThan(left - half);
	});
});
