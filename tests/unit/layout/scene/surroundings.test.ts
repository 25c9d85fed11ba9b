import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GEOMETRIES, rowsOf } from '../../../../src/lib/layout/geometry.ts';
import { layoutSurroundings } from '../../../../src/lib/layout/scene/surroundings.ts';
import { DAY, formatDay, parseDay, spanOf } from '../../../../src/lib/model/date.ts';
import { dateOf, eventOf, timelineOf } from '../../model/records.ts';

const geometry = GEOMETRIES.bar.at(-1)!;
const extent = { start: parseDay('2010-01-01'), end: parseDay('2022-01-01') };
const at = (id: string, day: string, lines = ['kites']) =>
	eventOf(id, { lines, date: dateOf(day) });
const draw = (events: ReturnType<typeof at>[], id: string) => {
	const event = events.find((one) => one.id === id)!;
	const { scene, window } = layoutSurroundings(timelineOf(events), event, extent, geometry);
	return {
		rows: scene.lanes.reduce((sum, lane) => sum + rowsOf(lane, geometry), 0),
		ids: [
			...scene.marks.map((mark) => mark.event.id),
			...scene.clusters.flatMap((cluster) => cluster.events.map((one) => one.id))
		].toSorted(),
		window: [formatDay(window.start), formatDay(window.end - DAY)],
		span: window
	};
};

describe('the surroundings of an event', () => {
	test('are all years, where few events happened', () => {
		const events = [at('kite', '2012-05-01'), at('glider', '2020-05-01')];
		expect(draw(events, 'kite')).toMatchObject({
			ids: ['glider', 'kite'],
			window: ['2010-01-01', '2021-12-31']
		});
	});

	test('are narrower where more happened at once, and begin and end with a month', () => {
		const crowd = ['company', 'kites', 'balloons'].flatMap((line) =>
			Array.from({ length: 8 }, (_, index) =>
				at(`${line}-${index}`, `2016-0${index + 1}-01`, [line])
			)
		);
		const { window, ids, rows } = draw([...crowd, at('kite', '2012-05-01')], 'kite');
		expect(rows).toBeLessThanOrEqual(12);
		expect(ids).toContain('kite');
		expect(ids.length).toBeLessThan(25);
		expect(window[0]).toMatch(/-01$/);
		expect(window[1]).toMatch(/-(28|29|30|31)$/);
		expect(window[1]! < '2016-09').toBe(true);
	});

	test('are limited to its lines, where more happened within days than there are rows', () => {
		const lines = ['company', 'kites', 'balloons'];
		const crowd = lines.flatMap((line) =>
			Array.from({ length: 8 }, (_, index) => at(`${line}-${index}`, '2012-05-01', [line]))
		);
		const { ids } = draw([...crowd, at('kite', '2012-05-02')], 'kite');
		expect(ids).toContain('kite');
		expect(ids.some((id) => id.startsWith('company'))).toBe(false);
	});

	test('always contain the event’s whole span and stay within all years', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 4382 }), { minLength: 1, maxLength: 40 }),
				(days) => {
					const events = days.map((day, index) =>
						at(`event-${index}`, formatDay(extent.start + day * DAY))
					);
					const { ids, span } = draw(events, 'event-0');
					const own = spanOf(events[0]!.date);
					expect(ids).toContain('event-0');
					expect(span.start).toBeLessThanOrEqual(own.start);
					expect(span.end).toBeGreaterThanOrEqual(own.end);
					expect(span.start).toBeGreaterThanOrEqual(extent.start);
					expect(span.end).toBeLessThanOrEqual(extent.end);
				}
			)
		);
	});
});
