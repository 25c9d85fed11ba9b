import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../../src/lib/embed/commands.ts';
import type { Timeline } from '../../../src/lib/model/types.ts';

const known = {
	lines: [{ id: 'kites' }, { id: 'balloons' }],
	sources: [{ id: 'daily-2012' }],
	events: [{ id: 'red-kite' }]
} as unknown as Timeline;
const read = (data: unknown) => readCommand(data, known);

describe('a host command', () => {
	test('can replace or clear the filter', () => {
		const filter = { lines: ['kites'], status: ['planned'], from: '2016', q: 'silk' };
		expect(read({ type: 'timeline:filter', filter })).toEqual({ change: { filter } });
		expect(read({ type: 'timeline:filter', filter: {} })).toEqual({ change: { filter: {} } });
	});

	test('reports invalid filter values, while valid ones apply', () => {
		expect(read({ type: 'timeline:filter', filter: { lines: ['kites', 'boats'] } })).toEqual({
			change: { filter: { lines: ['kites'] } },
			problem: '“boats” is not a valid value of “line”.'
		});
	});

	test.each([
		[
			{ line: ['kites'] },
			'“timeline:filter” has no “line”, only lines, status, sources, from, to, q.'
		],
		[['kites'], '“timeline:filter” needs a “filter”, which may be empty.'],
		[{ q: 5 }, '“q” of “timeline:filter” must be a text, or a list of texts.'],
		[{ lines: [5] }, '“lines” of “timeline:filter” must be a text, or a list of texts.']
	])('reports what is no filter: %j', (filter, problem) => {
		expect(read({ type: 'timeline:filter', filter }).problem).toBe(problem);
	});

	test('can choose an event or clear the choice', () => {
		const select = (event: unknown) => read({ type: 'timeline:select', event });
		expect(select('red-kite')).toEqual({ change: { event: 'red-kite' } });
		expect(select(null)).toEqual({ change: { event: null } });
		expect(select('nothing')).toEqual({
			change: {},
			problem: '“nothing” is not a valid value of “event”.'
		});
		expect(select(7).change).toEqual({});
	});

	test('can show a range, and reports an invalid one', () => {
		const show = (from: unknown, to: unknown) => read({ type: 'timeline:show', from, to });
		expect(show('2016-10-01', '2018-12-31')).toEqual({
			change: { window: ['2016-10-01', '2018-12-31'] }
		});
		for (const result of [show('2018', '2016'), show('soon', '2018'), show({}, [])]) {
			expect(result.change).toEqual({});
			expect(result.problem).toMatch(/^“timeline:show” needs .+\.$/);
		}
	});

	test('causes at most one valid change, whatever it contains', () => {
		const key = fc.constantFrom('type', 'filter', 'event', 'from', 'to', 'lines', '__proto__');
		const type = fc.constantFrom('timeline:filter', 'timeline:select', 'timeline:show');
		fc.assert(
			fc.property(type, fc.dictionary(key, fc.anything()), fc.anything(), (type, rest, any) => {
				for (const data of [
					{ ...rest, type },
					{ type, filter: any, event: any, from: any, to: any }
				]) {
					const { change, problem = '' } = read(data);
					expect(Object.keys(change).length).toBeLessThanOrEqual(1);
					expect(problem.length).toBeLessThan(300);
					for (const line of change.filter?.lines ?? [])
						expect(['kites', 'balloons']).toContain(line);
					expect([undefined, null, 'red-kite']).toContain(change.event);
				}
			})
		);
		const long = 'x'.repeat(1e6);
		expect(read({ type: 'timeline:filter', filter: { q: long } }).change.filter!.q).toHaveLength(
			200
		);
	});
});
