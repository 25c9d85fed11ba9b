import { describe, expect, test } from 'vitest';
import { emptyView, type Ignored, type View } from '../../../src/lib/model/address.ts';
import { formatDay, parseDay } from '../../../src/lib/model/date.ts';
import type { Filter } from '../../../src/lib/model/filter.ts';
import { chooseGeometry, GEOMETRIES } from '../../../src/lib/layout/geometry.ts';
import { layoutOnlyPins } from '../../../src/lib/layout/scene/window.ts';
import { FacetState } from '../../../src/lib/state/facet.svelte.ts';
import { MemoryAddress, type Address } from '../../../src/lib/state/address.svelte.ts';
import { TimelineState, type ExtentMode } from '../../../src/lib/state/timeline.svelte.ts';
import { linesWithout } from '../../../src/lib/state/visible-events.ts';
import { dateOf, eventOf, evidenceOf, sourceOf, timelineOf } from '../model/records.ts';

const data = timelineOf([
	eventOf('founding', { lines: ['company'], date: dateOf('2010-04-06') }),
	eventOf('first-kite', {
		title: 'The first kite',
		lines: ['kites', 'company'],
		evidence: [evidenceOf('gazzetta')]
	}),
	eventOf('balloon', { lines: ['balloons'], status: 'planned', date: dateOf('2012-09-03') })
]);
const stateOf = (filter = {}, extentMode?: ExtentMode) =>
	new TimelineState(data, new MemoryAddress(filter), extentMode);
const ids = (events: { id: string }[]) => events.map(({ id }) => id);

/** An address that records its navigation steps. */
class WrittenAddress implements Address {
	view: View = emptyView();
	ignored: Ignored[] = [];
	navigations = 1;
	steps: [View, boolean | undefined][] = [];
	go(view: View, replace?: boolean) {
		this.steps.push([view, replace]);
	}
}

test('a line is without events only if no visible event of the span is on it, drawn there or not', () => {
	const without = (filter: Filter, from: string, to: string) => {
		const span = { start: parseDay(from), end: parseDay(to) };
		return ids(linesWithout(stateOf(filter), span));
	};
	expect(without({}, '2010-01-01', '2013-01-01')).toEqual([]);
	expect(without({}, '2012-01-01', '2012-06-01')).toEqual(['balloons']);
	expect(without({ lines: ['company'] }, '2012-01-01', '2012-06-01')).toEqual([]);
	expect(without({ status: ['planned'] }, '2010-01-01', '2013-01-01')).toEqual([
		'company',
		'kites'
	]);
});

describe('a timeline', () => {
	test('shows everything by default', () => {
		const timeline = new TimelineState(data);
		expect(ids(timeline.visible)).toEqual(['founding', 'first-kite', 'balloon']);
		expect(timeline.isFiltering).toBe(false);
		expect(timeline.chosen).toBeNull();
		expect(timeline.lines).toEqual(['company', 'kites', 'balloons']);
	});

	test('shows the events that pass the filter of its address', () => {
		expect(ids(stateOf({ lines: ['balloons'] }).visible)).toEqual(['balloon']);
		expect(ids(stateOf({ q: 'kite' }).visible)).toEqual(['first-kite']);
		expect(stateOf({ q: 'kite' }).isFiltering).toBe(true);
	});

	test('keeps what it has laid out for a filter that comes again', () => {
		const timeline = stateOf();
		const before = timeline.shown;
		timeline.setFilter({ lines: ['kites'] });
		expect(timeline.shown).not.toBe(before);
		timeline.setFilter({ lines: [], status: [], sources: [] });
		expect(timeline.shown).toBe(before);
	});

	test('follows its address', () => {
		const timeline = stateOf();
		timeline.address.go({ ...emptyView(), filter: { status: ['planned'] }, event: 'balloon' });
		expect(ids(timeline.visible)).toEqual(['balloon']);
		expect(timeline.chosen).toBe('balloon');
	});

	test('keeps the rest of the view when the filter or the choice changes', () => {
		const timeline = stateOf({ q: 'kite' });
		timeline.choose('first-kite');
		timeline.setFilter({ lines: ['kites'] });
		expect(timeline.view).toEqual({
			...emptyView(),
			filter: { lines: ['kites'] },
			event: 'first-kite'
		});
		timeline.choose(null);
		expect(timeline.chosen).toBeNull();
		expect(timeline.filter).toEqual({ lines: ['kites'] });
	});

	test('marks small steps as replacing the history entry', () => {
		const address = new WrittenAddress();
		const timeline = new TimelineState(data, address);
		timeline.setFilter({ q: 'k' }, true);
		timeline.choose('balloon');
		new FacetState(timeline, 'lines').toggle('kites');
		expect(address.steps.map(([, replace]) => replace)).toEqual([true, false, false]);
	});
});

describe('the lines of a timeline', () => {
	test('are selected one by one, and kept in dataset order', () => {
		const timeline = stateOf();
		new FacetState(timeline, 'lines').toggle('balloons');
		expect(timeline.filter.lines).toEqual(['balloons']);
		new FacetState(timeline, 'lines').toggle('company');
		expect(timeline.filter.lines).toEqual(['company', 'balloons']);
	});

	test('are deselected by a second toggle', () => {
		const timeline = stateOf({ lines: ['company', 'balloons'] });
		new FacetState(timeline, 'lines').toggle('company');
		expect(timeline.filter.lines).toEqual(['balloons']);
		new FacetState(timeline, 'lines').toggle('balloons');
		expect(timeline.isFiltering).toBe(false);
	});

	test('are not a filter once all of them are selected', () => {
		const timeline = stateOf({ lines: ['company', 'kites'] });
		new FacetState(timeline, 'lines').toggle('balloons');
		expect(timeline.filter.lines).toEqual([]);
		expect(timeline.isFiltering).toBe(false);
		expect(timeline.visible).toHaveLength(3);
	});

	test('can be reset without changing the rest of the filter', () => {
		const timeline = stateOf({ lines: ['company'], q: 'kite' });
		timeline.setFilter({ ...timeline.filter, lines: [] });
		expect(ids(timeline.visible)).toEqual(['first-kite']);
		expect(timeline.filter.q).toBe('kite');
	});

	test('can be toggled without changing the rest of the filter', () => {
		const timeline = stateOf({ q: 'kite', status: ['happened'] });
		new FacetState(timeline, 'lines').toggle('kites');
		expect(timeline.filter).toEqual({ q: 'kite', status: ['happened'], lines: ['kites'] });
	});
});

describe('the number of events of a line', () => {
	const countsOf = (filter = {}) =>
		Object.fromEntries(new FacetState(stateOf(filter), 'lines').counts);

	test('is the number of all events on it', () => {
		expect(countsOf()).toEqual({ company: 2, kites: 1, balloons: 1 });
		expect(new FacetState(stateOf(), 'lines').total).toBe(3);
	});

	test('is limited by the rest of the filter', () => {
		expect(countsOf({ status: ['planned'] })).toEqual({ balloons: 1 });
		expect(new FacetState(stateOf({ status: ['planned'] }), 'lines').total).toBe(1);
		expect(countsOf({ sources: ['gazzetta'] })).toEqual({ kites: 1, company: 1 });
	});

	test('does not depend on the selected lines', () => {
		expect(countsOf({ lines: ['balloons'] })).toEqual(countsOf());
		expect(new FacetState(stateOf({ lines: ['balloons'] }), 'lines').total).toBe(3);
	});
});

describe('the drawings of a timeline', () => {
	const daysOf = (timeline: TimelineState, purpose: 'rest' | 'embed' = 'rest') => {
		const { start, end } = timeline.draw(purpose, 1180)[0]!.domain;
		return [formatDay(start), formatDay(end)];
	};

	test('are one per geometry while the width is unknown', () => {
		const drawn = stateOf().draw('rest', 0);
		expect(drawn.map(({ geometry }) => geometry)).toEqual(GEOMETRIES.rest);
	});

	test('are only the one that fits once the width is known', () => {
		expect(
			stateOf()
				.draw('rest', 358)
				.map(({ geometry }) => geometry.from)
		).toEqual([300]);
	});

	test('have only events and lanes that pass the filter', () => {
		const [scene] = stateOf({ lines: ['company'] }).draw('rest', 1180);
		expect(scene!.lanes.map(({ id, count }) => [id, count])).toEqual([['company', 2]]);
	});

	test('show all years with any filter', () => {
		expect(daysOf(stateOf({ lines: ['balloons'] }))).toEqual(['2010-01-01', '2013-01-01']);
	});

	test('show only the half-years of the filtered events if fitted to them', () => {
		const timeline = stateOf({ lines: ['balloons'] }, 'visible');
		expect(daysOf(timeline, 'embed')).toEqual(['2012-07-01', '2013-01-01']);
		timeline.setFilter({});
		expect(daysOf(timeline, 'embed')).toEqual(['2010-01-01', '2013-01-01']);
	});

	test('show all years if no event passes the filter', () => {
		expect(daysOf(stateOf({ q: 'nothing' }, 'visible'), 'embed')).toEqual([
			'2010-01-01',
			'2013-01-01'
		]);
	});

	test('show the window of the address', () => {
		const timeline = stateOf();
		timeline.address.go({ ...emptyView(), window: ['2012', '2012-06'] });
		expect(daysOf(timeline)).toEqual(['2012-01-01', '2012-07-01']);
		expect(daysOf(timeline, 'embed')).toEqual(['2012-01-01', '2012-07-01']);
	});

	test.each([0, 330, 700, 1180, 1500])(
		'have the pins that are asked for alone, at %i px',
		(width) => {
			const articles = ['2011-03-01', '2011-04-02', '2012-11-30'].map((day, i) =>
				sourceOf(`article-${i}`, { publication: { start: day, end: day, label: day } })
			);
			const timeline = new TimelineState({ ...data, sources: articles });
			const isSame = () => {
				const widest = timeline.draw('rest', width).at(-1)!;
				const geometry = width ? chooseGeometry('rest', width) : GEOMETRIES.rest.at(-1)!;
				const { extent, window } = timeline.viewport;
				const pins = layoutOnlyPins(geometry, timeline.data, timeline.shown, extent, window);
				expect(pins).toEqual(widest.pins);
				return widest.pins.length;
			};
			expect(isSame()).toBeGreaterThan(1);
			timeline.setFilter({ lines: ['kites'] });
			expect(isSame()).toBeGreaterThan(1);
			timeline.address.go({ ...emptyView(), window: ['2012', '2012-12'] });
			expect(isSame()).toBe(1);
		}
	);
});
