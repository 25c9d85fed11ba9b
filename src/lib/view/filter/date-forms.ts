import * as m from '../../language/messages.ts';
import { monthInFull } from '../../layout/scale/date-format.ts';
import { formatDay, parsePartialDay } from '../../model/date.ts';
import type { TimelineState } from '../../state/timeline.svelte.ts';

/** Examples of the forms of a date, in a year of the timeline: where its last chapter but one begins, or its first year. */
export function dateForms({ data, viewport }: TimelineState): string {
	const day = data.chapters?.at(-2)?.from ?? formatDay(viewport.extent.start);
	const year = day.slice(0, -'-01-01'.length);
	const september = parsePartialDay(`${year}-09`);
	return m.date_hint({
		year,
		month: september ? monthInFull(new Date(september.start)) : `${year}-09`
	});
}
