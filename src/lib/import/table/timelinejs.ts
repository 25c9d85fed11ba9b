/** The JSON of TimelineJS 3 as the table that its sheet would have: https://timeline.knightlab.com/docs/json-format.html */
import { isRecord } from '../../model/rules/value.ts';
import type { Table } from './table.ts';

const HEADER = [
	...['ID', 'Type', 'Year', 'Month', 'Day', 'Time', 'End Year', 'End Month', 'End Day', 'End Time'],
	...['Display Date', 'Headline', 'Text', 'Group', 'Media', 'Media Credit', 'Media Caption'],
	...['Media Thumbnail', 'Background']
];

/** @returns null for JSON of another kind. Rows are the events, then the eras, then the title, numbered from 1. */
export function tableOfTimelineJs(json: unknown): Table | null {
	if (!isRecord(json) || !Array.isArray(json.events) || Array.isArray(json.lines)) return null;
	const eras = Array.isArray(json.eras) ? json.eras : [];
	const slides: [slide: unknown, type: string][] = [
		...json.events.map((slide): [unknown, string] => [slide, '']),
		...eras.map((slide): [unknown, string] => [slide, 'era']),
		...(isRecord(json.title) ? [[json.title, 'title'] as [unknown, string]] : [])
	];
	const rows = slides.map(([slide, type], index) => ({
		number: index + 1,
		cells: cellsOf(slide, type)
	}));
	return { separator: null, header: HEADER, rows, emptyRows: 0, openQuotes: [] };
}

function cellsOf(slide: unknown, type: string): string[] {
	const { unique_id, start_date, end_date, display_date, text, group, media, background } =
		isRecord(slide) ? slide : {};
	const start = partsOf(start_date);
	const end = partsOf(end_date);
	const words = isRecord(text) ? text : {};
	const image = isRecord(media) ? media : {};
	const behind = isRecord(background) ? (background.url ?? background.color) : background;
	return [
		...[unique_id, type, ...start, ...end],
		display_date ?? (isRecord(start_date) ? start_date.display_date : ''),
		...[words.headline, words.text, group],
		...[image.url, image.credit, image.caption, image.thumbnail, behind]
	].map(toText);
}

function partsOf(date: unknown): unknown[] {
	if (typeof date === 'string' || typeof date === 'number') return [date, '', '', ''];
	const { year, month, day, hour, minute } = isRecord(date) ? date : {};
	const time = toText(hour) && `${toText(hour)}:${toText(minute).padStart(2, '0')}`;
	return [year, month, day, time];
}

function toText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
