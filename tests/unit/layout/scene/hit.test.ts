import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { findNearest, reachOf, SNAP } from '../../../../src/lib/layout/scene/hit.ts';
import { layoutScene } from '../../../../src/lib/layout/scene/scene.ts';
import { drawings } from '../datasets.ts';
import { boxesOf, type Box } from '../oracle.ts';
import { runs } from '../../../property.ts';

// generous for slow machines: speed is not under test
vi.setConfig({ testTimeout: 120_000 });

/** Distance from a point to a box, px; the box of a mark is reduced to its middle line. */
function distanceTo({ left, right, top, bottom }: Box, x: number, y: number): number {
	return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

describe('the hit at a point of the drawing', () => {
	const scenes = drawings.map(({ timeline, events, options }) =>
		layoutScene(timeline, events, options)
	);
	/** Points in or around a drawing. */
	const places = fc
		.tuple(
			scenes,
			fc.integer({ min: -20, max: 1020 }),
			fc.integer({ min: -20, max: 1020 }),
			fc.constantFrom(...Object.values(SNAP))
		)
		.map(([scene, x, y, snap]) => ({
			scene,
			x: (x / 1000) * scene.width,
			y: (y / 1000) * scene.height,
			snap
		}));

	type Place = typeof places extends fc.Arbitrary<infer T> ? T : never;
	function always(holds: (place: Place) => void) {
		fc.assert(
			fc.property(places, (place) => {
				holds(place);
			}),
			runs(200)
		);
	}
	const distances = ({ scene, x, y }: Place) => {
		const { marks, clusters } = boxesOf(scene, 1);
		const lines = marks.map((box) => ({ ...box, top: midOf(box), bottom: midOf(box) }));
		const squares = clusters.map((box, i) => ({
			...box,
			left: scene.clusters[i]!.x - 8.5,
			right: scene.clusters[i]!.x + 8.5
		}));
		return [...lines, ...squares].map((box) => distanceTo(box, x, y));
	};
	const midOf = ({ top, bottom }: Box) => (top + bottom) / 2;

	test('is the nearest mark or cluster within the snap distance, else null', () => {
		always((place) => {
			const { scene, x, y, snap } = place;
			const all = distances(place);
			const hit = findNearest(scene, x, y, snap);
			const least = Math.min(...all);
			// badges are drawn half a pixel narrower than their reserved space
			if (!hit) {
				expect(least).toBeGreaterThanOrEqual(snap - 0.5);
				return;
			}
			const at = hit.mark
				? scene.marks.indexOf(hit.mark)
				: scene.marks.length + scene.clusters.indexOf(hit.cluster);
			expect(all[at]).toBeLessThan(snap + 0.5);
			expect(all[at]).toBeLessThanOrEqual(least + 0.5);
		});
	});

	test('is the mark or cluster under the point', () => {
		fc.assert(
			fc.property(scenes, fc.nat(), (scene, n) => {
				const boxes = [...boxesOf(scene, 1).marks, ...boxesOf(scene, 1).clusters];
				fc.pre(boxes.length > 0);
				const i = n % boxes.length;
				const { left, right } = boxes[i]!;
				const [mark, cluster] = [scene.marks[i], scene.clusters[i - scene.marks.length]];
				const hit = findNearest(scene, (left + right) / 2, (mark ?? cluster!).y, 1);
				// a promise overlaps its date, so either is a valid hit
				if (cluster) expect(hit!.cluster).toBe(cluster);
				else expect(hit!.mark!.y).toBe(mark!.y);
			}),
			runs(200)
		);
	});

	test('is the promise where it lies on the promised event, whose own part stays the event’s', () => {
		fc.assert(
			fc.property(scenes, ({ marks, ...scene }) => {
				marks.forEach((mark, index) => {
					if (!mark.onCapsule) return;
					const x = (mark.x0 + mark.x1) / 2;
					const hit = findNearest({ ...scene, marks }, x, mark.y, 1)!;
					if (hit.mark) expect(marks.indexOf(hit.mark)).toBeGreaterThanOrEqual(index);
				});
			}),
			runs(100)
		);
	});

	test('is null in an empty drawing', () => {
		fc.assert(
			fc.property(scenes, (scene) => {
				const empty = { ...scene, marks: [], clusters: [] };
				expect(findNearest(empty, scene.width / 2, scene.height / 2, SNAP.touch)).toBeNull();
			}),
			runs(10)
		);
	});
});

describe('the hit area of a mark', () => {
	test('covers its own shape, and no part of another’s beside it', () => {
		fc.assert(
			fc.property(drawings, ({ timeline, events, options }) => {
				const { marks } = layoutScene(timeline, events, options);
				const { radius } = options.geometry;
				const shapeOf = ({ left, right }: (typeof marks)[number]) => [
					left.x + left.dx,
					right.x + right.dx
				];
				for (const mark of marks) {
					const [before, after] = reachOf(mark, marks);
					const half = (mark.width ?? 0) / 2;
					const middle = (mark.x0 + mark.x1) / 2;
					const [x0, x1] = mark.width ? [middle - half, middle + half] : [mark.x0, mark.x1];
					const own = mark.kind === 'point' ? radius : 0;
					expect(before).toBeGreaterThanOrEqual(own);
					expect(after).toBeGreaterThanOrEqual(own);
					const [left, right] = shapeOf(mark);
					for (const other of marks.filter(({ y }) => y === mark.y)) {
						const [from, to] = shapeOf(other);
						if (to! <= left!) expect(x0 - before).toBeGreaterThanOrEqual(to! - 1e-6);
						if (from! >= right!) expect(x1 + after).toBeLessThanOrEqual(from! + 1e-6);
					}
				}
			}),
			runs(200)
		);
	});
});
