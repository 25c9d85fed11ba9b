/** Makes a download in any of the formats. Each format's writer is imported on demand. */
import type { TimelineEvent } from '../model/types.ts';
import { parseDay, yearOf } from '../model/date.ts';
import { sourcesOf } from '../model/citation.ts';
import type { Format, MakeFile, Selection } from '../model/download.ts';
import { nameFile } from './describe.ts';
import { restrict } from './restrict.ts';

export { nameView } from './describe.ts';

const TYPES: Record<Format, string> = {
	csv: 'text/csv;charset=utf-8',
	json: 'application/json',
	ics: 'text/calendar;charset=utf-8',
	'timelinejs.json': 'application/json',
	bib: 'application/x-bibtex;charset=utf-8',
	ris: 'application/x-research-info-systems;charset=utf-8',
	'csl.json': 'application/json',
	svg: 'image/svg+xml',
	png: 'image/png'
};

export const makeFile: MakeFile = async (format, selection) => {
	const { timeline, filter, events } = selection;
	const content = await write(format, selection);
	return {
		name: nameFile(timeline, filter, yearsOf(events), format),
		content: content instanceof Blob ? content : new Blob([content], { type: TYPES[format] })
	};
};

async function write(format: Format, selection: Selection): Promise<string | Blob> {
	const { linkTo, events } = selection;
	const part = restrict(selection.timeline, events);
	switch (format) {
		case 'csv':
			return (await import('./csv.ts')).formatCsv(part);
		case 'json':
			return (await import('./json.ts')).formatJson(part);
		case 'ics':
			return (await import('./ics.ts')).formatCalendar(part, linkTo).text;
		case 'timelinejs.json':
			return JSON.stringify(
				(await import('./timelinejs.ts')).toTimelineJs(part, linkTo),
				null,
				'\t'
			);
		case 'bib':
		case 'ris':
		case 'csl.json': {
			const { formatReferences } = await import('./references.ts');
			return formatReferences(await selection.citations(), sourcesOf(events), format);
		}
		case 'svg':
			return (await import('./picture.ts')).drawPicture(selection).svg;
		case 'png': {
			const { drawPicture, toPng } = await import('./picture.ts');
			return toPng(drawPicture(selection));
		}
	}
}

/** @returns the first and the last year of the events' dates; null without events */
function yearsOf(events: TimelineEvent[]): [string, string] | null {
	if (!events.length) return null;
	const days = events.flatMap(({ date }) => [date.start, date.end ?? date.asOf ?? date.start]);
	const sorted = days.toSorted((a, b) => parseDay(a) - parseDay(b)).map(yearOf);
	return [sorted[0]!, sorted.at(-1)!];
}
