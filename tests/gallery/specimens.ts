/** Specimens of marks, as data: every form × status × badge. The events are invented. */
import { STATUSES } from '../../src/lib/model/vocabulary.ts';
import { DAY, formatDay, parseDay } from '../../src/lib/model/date.ts';
import type { ChartEvent } from '../../src/lib/model/event.ts';
import type { Status } from '../../src/lib/model/types.ts';
import type { MarkKind } from '../../src/lib/layout/marks/sized-mark.ts';

/** The signs after a mark: “?” for an uncertain date, “≠” where sources disagree, “…” for a draft, which has no quotation. */
export const BADGES = {
	none: { uncertain: false, disputed: false, draft: false },
	uncertain: { uncertain: true, disputed: false, draft: false },
	disputed: { uncertain: false, disputed: true, draft: false },
	both: { uncertain: true, disputed: true, draft: false },
	draft: { uncertain: false, disputed: false, draft: true }
} as const;
export type Badge = keyof typeof BADGES;
export const BADGE_NAMES = Object.keys(BADGES) as Badge[];

/** Which ends of a mark the plot cuts off. */
export type Clip = 'none' | 'start' | 'end' | 'both';

/** A mark's form: its kind, and what else determines its outline. */
export interface Form {
	name: string;
	kind: MarkKind;
	ongoing: boolean;
	/** first day, counted from `FIRST` or from the start of the column */
	first: number;
	/** days */
	length: number;
	clip: Clip;
}

export interface Specimen {
	form: Form;
	status: Status;
	badge: Badge;
	event: ChartEvent;
}

/** Day 0. */
export const FIRST = parseDay('2020-01-01') / DAY;
/** Width of a column of the matrix of whole marks, days. */
export const COLUMN = 200;
/** Length of the domain that clips marks, days. */
export const CLIPPED_DAYS = 600;

const whole = (name: string, kind: MarkKind, length: number, ongoing = false): Form => ({
	...{ name, kind, ongoing, length },
	first: Math.floor((COLUMN - length) / 2),
	clip: 'none'
});
/** Whole marks; `narrow` is a capsule of the minimum width. */
export const WHOLE: Form[] = [
	whole('point', 'point', 1),
	whole('capsule', 'capsule', 110),
	whole('narrow', 'capsule', 2),
	whole('fade', 'fade', 110),
	whole('bar', 'bar', 110),
	whole('ongoing', 'bar', 110, true)
];

/** Days of a clipped mark that remain visible: a long mark fades by a fixed length, a short one over half its width. */
const VISIBLE = { capsule: 230, fade: 70, bar: 230, ongoing: 70 };
/** Days beyond the domain. */
const BEYOND = 100;

/** Marks that the plot cuts off at one end or at both. */
export const CLIPPED: Form[] = WHOLE.filter(({ name }) => name in VISIBLE).flatMap((form) => {
	const visible = VISIBLE[form.name as keyof typeof VISIBLE];
	const clipped = (clip: Clip, first: number, last: number): Form => ({
		...form,
		...{ clip, first, length: last - first }
	});
	const end = CLIPPED_DAYS + BEYOND;
	return [
		clipped('start', -BEYOND, visible),
		clipped('end', CLIPPED_DAYS - visible, end),
		clipped('both', -BEYOND, end)
	];
});

export const FORMS = [...WHOLE, ...CLIPPED];

/** @param column index of the column of the matrix; 0 for clipped marks */
function makeSpecimen(form: Form, column: number, status: Status, badge: Badge): Specimen {
	const { kind, ongoing, length, clip } = form;
	const { uncertain, disputed, draft } = BADGES[badge];
	const first = FIRST + column * COLUMN + form.first;
	const last = formatDay((first + length - 1) * DAY);
	const event: ChartEvent = {
		id: [status, form.name, badge, ...(clip === 'none' ? [] : [clip])].join('-'),
		title: `${status} ${form.name}`,
		status,
		lines: [status],
		date: {
			...{ start: formatDay(first * DAY), end: ongoing ? null : last, uncertain, ongoing },
			asOf: ongoing ? last : null,
			kind: kind === 'bar' ? 'period' : 'moment',
			approximate: kind === 'fade'
		},
		evidence: disputed ? [{ source: 'daily', stance: 'disputes' }] : [],
		draft
	};
	return { form, status, badge, event };
}

/** Every form × status × badge. */
export const SPECIMENS: Specimen[] = FORMS.flatMap((form) =>
	STATUSES.flatMap((status) =>
		BADGE_NAMES.map((badge) => makeSpecimen(form, Math.max(0, WHOLE.indexOf(form)), status, badge))
	)
);
