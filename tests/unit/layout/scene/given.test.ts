/** Drawings of arbitrary input: whatever has no fault is drawn at its own dates. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { ChartEvent } from '../../../../src/lib/model/event.ts';
import { completeTimeline } from '../../../../src/lib/model/input.ts';
import { toColumns, spanOfAll } from '../../../../src/lib/layout/place/event-columns.ts';
import { roundOut } from '../../../../src/lib/layout/scale/scale.ts';
import { layoutScene } from '../../../../src/lib/layout/scene/scene.ts';
import { geometries } from '../datasets.ts';
import { validInputs } from '../../../inputs.ts';
import { runs } from '../../../property.ts';

vi.setConfig({ testTimeout: 120_000 });

const DAY = 86_400_000;

/** The start of a day, without the parser under test: `setUTCFullYear` takes any year. */
function timeOf(day: string): number {
	const [, year, month, date] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(day)!.map(Number);
	return new Date(0).setUTCFullYear(year!, month! - 1, date);
}

test('whatever passes the check is drawn once, at its own dates', () => {
	fc.assert(
		fc.property(validInputs, geometries, (input, { geometry }) => {
			const timeline = completeTimeline(input);
			const domain = roundOut(spanOfAll(toColumns(timeline.events)), 12);
			const scene = layoutScene(timeline, timeline.events, { geometry, domain });
			const clustered = scene.clusters.flatMap(({ events }) => events);
			const drawn = [...scene.marks.map(({ event }) => event), ...clustered];
			expect(drawn.map(({ id }) => id).toSorted()).toEqual(
				input.events.map(({ id }) => id).toSorted()
			);

			const position = (time: number) =>
				((time - domain.start) / (domain.end - domain.start)) * scene.width;
			const given = new Map(input.events.map((event) => [event.id, event.date]));
			for (const { event, kind, x0, x1, line } of scene.marks) {
				const { start, end, asOf } = given.get(event.id)!;
				const last = end ?? asOf;
				const from = timeOf(start);
				const until = last ? timeOf(last) + DAY : domain.end;
				const isPoint = kind === 'point';
				expect(x0).toBeCloseTo(position(isPoint ? from + DAY / 2 : from), 6);
				expect(x1).toBeCloseTo(position(isPoint ? from + DAY / 2 : until), 6);
				expect(event.lines).toContain(line);
			}
			for (const { x, events } of scene.clusters) {
				const places = events.map(({ date }: ChartEvent) => position(timeOf(date.start)));
				expect(x).toBeGreaterThanOrEqual(Math.min(...places) - 40);
			}
		}),
		runs(400)
	);
});
