/** Scenes in which specimens stand in rows and columns, without the layout's packing. One lane a status. */
import { DAY, type Span } from '../../src/lib/model/date.ts';
import { STATUSES } from '../../src/lib/model/vocabulary.ts';
import type { Status } from '../../src/lib/model/types.ts';
import { plotWidth, type Geometry } from '../../src/lib/layout/geometry.ts';
import { GAP } from '../../src/lib/layout/marks/labels.ts';
import { positionOf, sizeMark } from '../../src/lib/layout/marks/sized-mark.ts';
import { createScale } from '../../src/lib/layout/scale/scale.ts';
import type { Tick } from '../../src/lib/layout/scale/ticks.ts';
import { measureText } from '../../src/lib/layout/scale/text-width.ts';
import { layoutName } from '../../src/lib/layout/scene/lane-names.ts';
import type { PlacedLabel, PlacedMark, Scene } from '../../src/lib/layout/scene/types.ts';
import {
	CLIPPED,
	CLIPPED_DAYS,
	COLUMN,
	FIRST,
	SPECIMENS,
	WHOLE,
	type Badge,
	type Clip,
	type Form,
	type Specimen
} from './specimens.ts';

interface Row {
	/** shown at the end of the row, where the gutter has room */
	name: string;
	specimens: Specimen[];
}

const daysFromFirst = (days: number): Span => ({
	start: FIRST * DAY,
	end: (FIRST + days) * DAY
});

const specimensOf = (form: (one: Form) => boolean, status: Status, badge: Badge) =>
	SPECIMENS.filter((one) => form(one.form) && one.status === status && one.badge === badge);

/** Whole marks with one badge: a column for each form. */
export function wholeMarks(geometry: Geometry, badge: Badge): Scene {
	const column = plotWidth(geometry) / WHOLE.length;
	const headings = WHOLE.map(({ name }, i): Tick => ({
		...{ x: i * column, labelX: (i + 0.5) * column, label: name, major: false }
	}));
	return layMatrix(geometry, daysFromFirst(COLUMN * WHOLE.length), headings, (status) => [
		{ name: '', specimens: specimensOf(({ clip }) => clip === 'none', status, badge) }
	]);
}

/** Clipped marks with one badge, two rows for each form: one at either edge of the plot, and one that crosses the plot. */
export function clippedMarks(geometry: Geometry, badge: Badge): Scene {
	const edges = [0, plotWidth(geometry)].map((x): Tick => ({
		x,
		labelX: x,
		label: '',
		major: true
	}));
	const names = [...new Set(CLIPPED.map(({ name }) => name))];
	return layMatrix(geometry, daysFromFirst(CLIPPED_DAYS), edges, (status) =>
		names.flatMap((name) => {
			const rowOf = (...clips: Clip[]) =>
				specimensOf((form) => form.name === name && clips.includes(form.clip), status, badge);
			return [
				{ name, specimens: rowOf('start', 'end') },
				{ name: '', specimens: rowOf('both') }
			];
		})
	);
}

function layMatrix(
	geometry: Geometry,
	domain: Span,
	ticks: Tick[],
	rowsOf: (status: Status) => Row[]
): Scene {
	const width = plotWidth(geometry);
	const scale = createScale(domain, width);
	const { row: rowHeight, padding, radius } = geometry;
	const scene: Scene = {
		...{ geometry, width, height: geometry.lanes, domain, heading: [] },
		axis: { ticks, over: [], context: '' },
		...{ lanes: [], pins: [], marks: [], labels: [], arcs: [], clusters: [] }
	};
	for (const status of STATUSES) {
		const rows = rowsOf(status);
		const top = scene.height;
		const bottom = top + (rows.length - 1) * rowHeight + padding.top + padding.bottom;
		const count = rows.reduce((sum, { specimens }) => sum + specimens.length, 0);
		const name = layoutName(status, { geometry, measure: measureText });
		const first = top + padding.top;
		scene.lanes.push({ id: status, label: status, name, top, bottom, first, count });
		scene.height = bottom;
		rows.forEach(({ name, specimens }, row) => {
			const y = top + padding.top + row * rowHeight;
			const marks = specimens.map(({ event }): PlacedMark => {
				const mark = sizeMark(event, scale, radius);
				if (!mark) throw new RangeError(`The domain has no room for "${event.id}".`);
				return { ...mark, line: status, y, row, onCapsule: false };
			});
			scene.marks.push(...marks);
			if (name && geometry.laneNames === 'beside') scene.labels.push(nameRow(name, marks.at(-1)!));
		});
	}
	return scene;
}

/** A label right of the row's last mark. */
function nameRow(text: string, mark: PlacedMark): PlacedLabel {
	const at = { x: mark.right.x, dx: mark.right.dx + GAP };
	const left = positionOf(at);
	return {
		...{ id: mark.event.id, text, aside: '', anchor: 'start', at, dy: 0, y: mark.y },
		...{ importance: 1, inside: false, left, right: left }
	};
}
