/** The charts that the gallery shows as such and the tests keep as snapshots, each as a scene for a width. */
import { STATUSES } from '../../src/lib/model/vocabulary.ts';
import { parseDay, type Span } from '../../src/lib/model/date.ts';
import type { ChartEvent, ChartTimeline } from '../../src/lib/model/event.ts';
import { chooseGeometry, type Purpose } from '../../src/lib/layout/geometry.ts';
import { toColumns } from '../../src/lib/layout/place/event-columns.ts';
import { roundOut, wholeDomain } from '../../src/lib/layout/scale/scale.ts';
import { drawBar, layoutBar } from '../../src/lib/layout/scene/bar.ts';
import { layoutScene } from '../../src/lib/layout/scene/scene.ts';
import type { Scene } from '../../src/lib/layout/scene/types.ts';
import { layoutWindow } from '../../src/lib/layout/scene/window.ts';
import { layoutLevel, levelOf } from '../../src/lib/layout/scene/zoom-level.ts';
import { crowdOf } from '../unit/layout/datasets.ts';
import { company } from './company.ts';
import { clusters, edges, EDGES_WINDOW, lines, promises, scripts } from './datasets.ts';
import { clippedMarks, wholeMarks } from './matrix.ts';
import { BADGE_NAMES, type Badge } from './specimens.ts';

export type Group = 'marks' | 'clusters and arcs' | 'layouts';

export interface Picture {
	/** file name of its snapshots, less the width */
	name: string;
	group: Group;
	title: string;
	/** of the container, px */
	widths: number[];
	/** ids of all product lines, which determine the colours */
	lines: string[];
	/** id of the selected event */
	chosen?: string;
	scene: (width: number) => Scene;
}

const WIDTHS = [1120, 390];

/** The whole of a timeline. */
function whole(timeline: ChartTimeline, purpose: Purpose = 'embed', line?: string) {
	const { events } = timeline;
	const shown = line ? events.filter(({ lines }) => lines.includes(line)) : events;
	return (width: number): Scene =>
		layoutScene(timeline, shown, {
			geometry: chooseGeometry(purpose, width),
			domain: line ? roundOut(wholeDomain(shown, 6), 6) : wholeDomain(events),
			lines: line ? [line] : undefined
		});
}

/** One window of a timeline, at its zoom level. */
function windowed(timeline: ChartTimeline, window: Span) {
	const domain = wholeDomain(timeline.events);
	return (width: number): Scene => {
		const options = { geometry: chooseGeometry('embed', width), domain };
		const shown = toColumns(timeline.events as ChartEvent[]);
		const base = layoutLevel(timeline, shown, options);
		const level = levelOf(domain, window);
		return layoutWindow(layoutLevel(timeline, shown, { ...options, level, base }), window);
	};
}

function chapter(width: number): Scene {
	const domain = { start: parseDay('2013-05-10'), end: parseDay('2013-05-22') };
	return drawBar(layoutBar(company, company.events, { domain, width }), 'balloon');
}

const BADGE_TITLES: Record<Badge, string> = {
	none: 'without a badge',
	uncertain: 'with an uncertain date',
	disputed: 'with sources that disagree',
	both: 'with both badges',
	draft: 'of drafts'
};
const crowd = crowdOf(2012, 60, 3, 12);
const centuries = crowdOf(3, 45, 3, 200);

const marks = (name: string, title: string, scene: Picture['scene'], widths = WIDTHS): Picture => ({
	...{ name, title, scene, widths },
	group: 'marks',
	lines: [...STATUSES]
});
const drawing = (
	group: Group,
	name: string,
	title: string,
	timeline: ChartTimeline,
	scene: Picture['scene'],
	chosen?: string
): Picture => ({
	...{ group, name, title, scene, chosen },
	widths: WIDTHS,
	lines: timeline.lines.map(({ id }) => id)
});

export const PICTURES: Picture[] = [
	...BADGE_NAMES.map((badge) =>
		marks(
			`marks-${badge}`,
			`Form × status, ${BADGE_TITLES[badge]}`,
			(width) => wholeMarks(chooseGeometry('embed', width), badge),
			badge === 'none' || badge === 'both' ? WIDTHS : [1120]
		)
	),
	...BADGE_NAMES.map((badge) =>
		marks(
			`clipped-${badge}`,
			`Clipped by the plot, ${BADGE_TITLES[badge]}`,
			(width) => clippedMarks(chooseGeometry('embed', width), badge),
			[560]
		)
	),
	drawing('clusters and arcs', 'clusters', 'Clusters', clusters, whole(clusters)),
	drawing('clusters and arcs', 'arcs', 'Promises', promises, whole(promises)),
	drawing(
		'clusters and arcs',
		'edges',
		'Promises across the edges of a window',
		edges,
		windowed(edges, EDGES_WINDOW)
	),
	drawing('layouts', 'company', 'A company', company, whole(company, 'rest'), 'balloon'),
	drawing('layouts', 'chapter', 'A chapter in the bar', company, chapter, 'balloon'),
	drawing('layouts', 'line', 'One line, embedded', company, whole(company, 'embed-line', 'kites')),
	drawing('layouts', 'crowd', 'Sixty events in bursts', crowd, whole(crowd)),
	drawing('layouts', 'centuries', 'Two centuries', centuries, whole(centuries)),
	drawing('layouts', 'lines', 'Fourteen lines', lines, whole(lines), 'line-1-day'),
	drawing('layouts', 'scripts', 'Titles in several scripts', scripts, whole(scripts))
];
