import '../../src/lib/view/ui/tokens.css';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { chooseGeometry } from '../../src/lib/layout/geometry.ts';
import { layoutScene } from '../../src/lib/layout/scene/scene.ts';
import { parseDay } from '../../src/lib/model/date.ts';
import type { ChartEvent } from '../../src/lib/model/event.ts';
import Chart from '../../src/lib/view/chart/Chart.svelte';
import { dateOf, eventOf } from '../unit/model/records.ts';

const onchoose = vi.fn();
beforeEach(async () => {
	onchoose.mockReset();
	await page.viewport(1280, 800);
});

/** Ids passed to `onchoose` so far. */
const choices = () => onchoose.mock.calls.map(([id]) => id as string);

/** Draws events on one line in May 2012, at the width of their layout. */
async function draw(
	events: ChartEvent[],
	{ chosen = null, ...props }: { chosen?: string | null; target?: string } = {}
) {
	const geometry = chooseGeometry('rest', 1120);
	const scene = layoutScene({ lines: [{ id: 'kites', label: 'Kites' }], events }, events, {
		geometry,
		domain: { start: parseDay('2012-05-01'), end: parseDay('2012-06-01') }
	});
	const { container } = await render(Chart, {
		props: {
			scene,
			lines: ['kites'],
			label: 'A month of kites',
			href: ({ id }: ChartEvent) => `/event/${id}/`,
			nameOf: ({ title }: ChartEvent) => `name of ${title}`,
			chosen,
			onchoose,
			...props
		}
	});
	container.style.width = `${geometry.from}px`;
	const chart = container.querySelector('svg.chart')!;
	const middleOf = (id: string) => {
		const shape = chart.querySelector(`a[data-event="${id}"] .solid`)!;
		const { left, right, top, bottom } = shape.getBoundingClientRect();
		return { x: (left + right) / 2, y: (top + bottom) / 2 };
	};
	/** Dispatches a click on the chart itself, not on a link. */
	const clickAt = (x: number, y: number, rest: PointerEventInit = {}) => {
		const options = { bubbles: true, cancelable: true, clientX: x, clientY: y, ...rest };
		return chart.dispatchEvent(new PointerEvent('click', options));
	};
	const clickOn = (id: string) => {
		const link = chart.querySelector(`a[data-event="${id}"] .solid`)!;
		const click = new MouseEvent('click', { bubbles: true, cancelable: true });
		link.dispatchEvent(click);
		return click;
	};
	return { chart, middleOf, clickAt, clickOn };
}

const on = (id: string, day: number) =>
	eventOf(id, { date: dateOf(`2012-05-${String(day).padStart(2, '0')}`) });

describe('each event', () => {
	test('is one link to its page, with its id and accessible name', async () => {
		const { chart } = await draw([on('first', 3), on('second', 20)]);
		const links = [...chart.querySelectorAll('a[data-event]')];
		expect(links.map((link) => link.getAttribute('data-event'))).toEqual(['first', 'second']);
		expect(links.map((link) => link.getAttribute('href'))).toEqual([
			'/event/first/',
			'/event/second/'
		]);
		const [first, second] = links.map((link) => link.getAttribute('aria-label'));
		expect(first).toMatch('name of first');
		expect(second).toMatch('name of second');
	});

	test('has aria-current and a ring when it is chosen', async () => {
		const { chart } = await draw([on('first', 3), on('second', 20)], { chosen: 'second' });
		const current = chart.querySelectorAll('[aria-current]');
		expect([...current].map((link) => link.getAttribute('data-event'))).toEqual(['second']);
		expect(chart.querySelectorAll('.ring')).toHaveLength(1);
	});

	test('has the link target of the chart', async () => {
		const { chart } = await draw([on('first', 3)], { target: '_blank' });
		expect(chart.querySelector('a')!.getAttribute('target')).toBe('_blank');
	});
});

describe('a click', () => {
	test('on a mark chooses its event without leaving the page', async () => {
		const { clickOn } = await draw([on('first', 3), on('second', 20)]);
		expect(clickOn('second').defaultPrevented).toBe(true);
		expect(choices()).toEqual(['second']);
	});

	test('with a modifier key or the middle button is left to the browser', async () => {
		const { clickAt, middleOf } = await draw([on('first', 3)]);
		const { x, y } = middleOf('first');
		for (const key of ['ctrlKey', 'metaKey', 'shiftKey'])
			expect(clickAt(x, y, { [key]: true })).toBe(true);
		expect(clickAt(x, y, { button: 1 })).toBe(true);
		expect(onchoose).not.toHaveBeenCalled();
	});

	for (const [pointerType, snap] of [
		['mouse', 12],
		['touch', 22]
	] as const) {
		test(`by ${pointerType} within ${snap} px of a mark chooses it`, async () => {
			const { clickAt, middleOf } = await draw([on('first', 10)]);
			const { x, y } = middleOf('first');
			const withinSnap = snap - 1;
			for (const [dx, dy] of [
				[-withinSnap, 0],
				[withinSnap, 0],
				[0, withinSnap],
				[0, -withinSnap],
				[-0.7 * withinSnap, 0.7 * withinSnap]
			] as const) {
				onchoose.mockReset();
				clickAt(x + dx, y + dy, { pointerType });
				expect(choices()).toEqual(['first']);
			}
		});

		test(`by ${pointerType} more than ${snap} px from every mark chooses nothing`, async () => {
			const { clickAt, middleOf } = await draw([on('first', 10)]);
			const { x, y } = middleOf('first');
			// the horizontal distance is measured from the edge of the mark: add its radius
			const beyondSnap = snap + 7;
			for (const [dx, dy] of [
				[-beyondSnap, 0],
				[beyondSnap, 0],
				[0, beyondSnap],
				[0.75 * beyondSnap, 0.75 * beyondSnap]
			] as const)
				expect(clickAt(x + dx, y + dy, { pointerType })).toBe(true);
			expect(onchoose).not.toHaveBeenCalled();
		});
	}

	test('between two marks chooses the nearer one', async () => {
		const { clickAt, middleOf } = await draw([
			{ ...on('first', 10), importance: 1 },
			{ ...on('second', 11), importance: 1 }
		]);
		const [a, b] = [middleOf('first'), middleOf('second')];
		const between = (share: number) =>
			clickAt(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
		between(0.4);
		between(0.6);
		expect(choices()).toEqual(['first', 'second']);
	});

	test('anywhere along a capsule chooses it', async () => {
		const long = eventOf('long', { date: dateOf('2012-05-05', '2012-05-25') });
		const { chart, clickAt } = await draw([long]);
		const edge = chart.querySelector('.edge')!.getBoundingClientRect();
		for (const share of [0.01, 0.5, 0.99])
			clickAt(edge.left + share * edge.width, edge.top + edge.height / 2 + 10);
		expect(choices()).toEqual(['long', 'long', 'long']);
	});
});

describe('a cluster', () => {
	const crowd = (count: number) =>
		Array.from({ length: count }, (_, i) => ({
			...eventOf(`event-${i}`, { importance: 1 as const, date: dateOf('2012-05-10') })
		}));

	test('carries the number and the ids of its events', async () => {
		const { chart } = await draw(crowd(40));
		const cluster = chart.querySelector<SVGAElement>('a[data-cluster]')!;
		const ids = cluster.dataset.events!.split(' ');
		expect(cluster.textContent).toContain(String(ids.length));
		expect(cluster.getAttribute('aria-label')).toMatch(new RegExp(`^${ids.length} events: `));
		expect(cluster.dataset.count).toBeUndefined();
		const marks = chart.querySelectorAll('a[data-event]').length;
		expect(ids.length + marks).toBe(40);
	});

	test('of more than fifty events carries only their number', async () => {
		const { chart } = await draw(crowd(90));
		const cluster = chart.querySelector<SVGAElement>('a[data-cluster]')!;
		expect(cluster.dataset.events).toBeUndefined();
		const marks = chart.querySelectorAll('a[data-event]').length;
		expect(Number(cluster.dataset.count) + marks).toBe(90);
	});

	test('links to its first event', async () => {
		const { chart } = await draw(crowd(40));
		const cluster = chart.querySelector<SVGAElement>('a[data-cluster]')!;
		const [first] = cluster.dataset.events!.split(' ');
		cluster
			.querySelector('rect')!
			.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
		expect(choices()).toEqual([first]);
		expect(cluster.getAttribute('href')).toBe(`/event/${first}/`);
	});
});
