/** Labels and arcs of a promise and of what was promised. */
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../../src/lib/model/date.ts';
import { chooseGeometry, type Purpose } from '../../../../src/lib/layout/geometry.ts';
import { positionOf } from '../../../../src/lib/layout/marks/sized-mark.ts';
import { layoutArcs, type GroupOnLine } from '../../../../src/lib/layout/place/arcs.ts';
import { toColumns } from '../../../../src/lib/layout/place/event-columns.ts';
import { layoutScene } from '../../../../src/lib/layout/scene/scene.ts';
import type { Scene } from '../../../../src/lib/layout/scene/types.ts';
import { ZoomLevels } from '../../../../src/lib/layout/scene/zoom-levels.ts';
import { dateOf, eventOf } from '../../model/records.ts';
import { findLabelFaults } from '../oracle.ts';

const lines = [{ id: 'kites', label: 'Kites' }];
const extent = { start: parseDay('2012-01-01'), end: parseDay('2014-01-01') };
const announcing = (event: string) => [{ type: 'announces' as const, event }];
const promise = eventOf('The kite is promised', {
	date: dateOf('2012-09-01'),
	relations: announcing('The kite flies')
});
const outcome = eventOf('The kite flies', { importance: 3, date: dateOf('2012-12-01') });

const draw = (events = [promise, outcome], width = 1120, purpose: Purpose = 'embed') =>
	layoutScene({ lines, events }, events, {
		geometry: chooseGeometry(purpose, width),
		domain: extent
	});

/** Whether each title is nearest to its own mark, in its row. */
function expectOwnLabels({ labels, marks }: Scene) {
	for (const { id, left, right, y } of labels) {
		const distance = (mark: (typeof marks)[number]) =>
			Math.max(positionOf(mark.left) - right, left - positionOf(mark.right), 0);
		const nearest = marks
			.filter((mark) => mark.y === y)
			.toSorted((a, b) => distance(a) - distance(b))[0]!;
		expect(nearest.event.id).toBe(id);
	}
}

describe('a promise and its outcome', () => {
	test.each([560, 860, 1120])(
		'each have their own title at %i px, beside their own mark',
		(width) => {
			const scene = draw(undefined, width);
			expect(scene.labels.map(({ text }) => text).toSorted()).toEqual([
				'The kite flies',
				'The kite is promised'
			]);
			expectOwnLabels(scene);
			expect(findLabelFaults(scene)).toEqual([]);
		}
	);

	test('each have their own title above their mark in the embed of one line on a phone', () => {
		const scene = draw(undefined, 358, 'embed-line');
		expect(scene.labels.map(({ id }) => id).toSorted()).toEqual([outcome.id, promise.id]);
		expect(findLabelFaults(scene)).toEqual([]);
	});

	test('each have their own title at any zoom, that of importance 3 always', () => {
		const events = [promise, outcome];
		for (const width of [560, 860, 1120]) {
			const levels = new ZoomLevels({ lines, events }, toColumns(events));
			for (const months of [24, 22, 18, 15, 12]) {
				const window = { start: extent.start, end: extent.start + months * 30.4 * 86_400_000 };
				const scene = levels.draw(chooseGeometry('embed', width), extent, window);
				expect(
					scene.labels.map(({ id }) => id),
					`${width} px, ${months} months`
				).toContain(outcome.id);
				expectOwnLabels(scene);
			}
		}
	});
});

describe('arcs', () => {
	test('of a pledge that is written twice are drawn once', () => {
		const fulfilling = { ...outcome, relations: [{ type: 'fulfils' as const, event: promise.id }] };
		const twice = { ...promise, relations: [...promise.relations, ...promise.relations] };
		expect(draw([twice, fulfilling]).arcs).toHaveLength(1);
	});

	/** An arc in the second row of a lane, with a mark and label in the first. */
	const arcUnder = (
		labels: GroupOnLine['group']['labels'],
		name?: { right: number; bottom: number }
	) => {
		const geometry = chooseGeometry('rest', 358);
		const { marks } = draw([promise, { ...outcome, date: dateOf('2013-06-01') }]);
		const [due, first] = marks as [Scene['marks'][number], Scene['marks'][number]];
		const group = (members: Scene['marks'], row: number): GroupOnLine['group'] => ({
			...{ marks: members, labels: [], named: true, row, later: null, kept: false, importance: 2 },
			...{ left: 0, right: 1 }
		});
		const placed: GroupOnLine[] = [
			{ group: { ...group([], 0), labels }, line: 'kites', y: 80 },
			{ group: group([first, due], 1), line: 'kites', y: 80 + geometry.row }
		];
		const pledges = [{ from: promise.id, to: outcome.id, kept: true }];
		const names = new Map(name && [['kites', name]]);
		return layoutArcs(placed, names, pledges, geometry, 800)[0]!;
	};

	test('are lower below a label of the row above, or below the lane’s name', () => {
		const { labels } = draw();
		const over = labels.map((label) => ({ ...label, left: 0, right: 800 }));
		expect(arcUnder([]).height).toBe(9);
		expect(arcUnder(over).height).toBeLessThan(5);
		expect(arcUnder([], { right: 800, bottom: 87 }).height).toBeLessThan(5);
		expect(arcUnder([], { right: 1, bottom: 87 }).height).toBe(9);
	});
});

test('an approximate date that fills the window has its title inside, on a phone too', () => {
	const month = eventOf('About May', {
		date: dateOf('2012-05-01', '2012-05-31', { approximate: true })
	});
	const events = [month, outcome];
	const levels = new ZoomLevels({ lines, events }, toColumns(events));
	const window = { start: parseDay('2012-05-08'), end: parseDay('2012-05-22') };
	for (const width of [358, 1120]) {
		const scene = levels.draw(chooseGeometry('embed', width), extent, window);
		expect(scene.labels).toMatchObject([{ id: 'About May' }]);
	}
});

test('the events of a cluster are in time order', () => {
	const events = Array.from({ length: 9 }, (_, i) =>
		eventOf(`${i}`, {
			importance: i % 3 ? 1 : 2,
			date: dateOf(`2012-05-0${9 - i}`)
		})
	);
	const { clusters } = draw(events, 328, 'rest');
	expect(clusters.length).toBeGreaterThan(0);
	for (const cluster of clusters) {
		const starts = cluster.events.map(({ date }) => date.start);
		expect(starts).toEqual(starts.toSorted());
	}
});
