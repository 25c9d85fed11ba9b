/** Parts of the page, each shown in a frame of its own, so that media queries and popovers apply as on a page. */
import type { Filter } from '../../src/lib/model/filter.ts';

export type PartGroup = 'chart' | 'bar' | 'cards' | 'empty states';

export interface Part {
	name: string;
	group: PartGroup;
	title: string;
	/** of the frame, px */
	widths: number[];
	/** which component, see Part.svelte */
	shows: 'chart' | 'bar' | 'legend' | 'entry' | 'embed card' | 'tooltip' | 'no matches';
	/** id of the event that it is about */
	event?: string;
	filter?: Filter;
	/** of the frame where its content has none, as with a tooltip, px; default: as high as its content */
	height?: number;
}

export const CHART_WIDTHS = [320, 390, 768, 1280, 1600];

export const PARTS: Part[] = [
	{ name: 'chart', group: 'chart', title: 'Chart', widths: CHART_WIDTHS, shows: 'chart' },
	{ name: 'legend', group: 'chart', title: 'Legend', widths: [1280, 390], shows: 'legend' },
	...['founding', 'balloon', 'silk'].map((event): Part => ({
		name: `bar-${event}`,
		group: 'bar',
		title: `Bar, at “${event}”`,
		widths: [1280, 390],
		shows: 'bar',
		event
	})),
	...['founding', 'balloon-two'].map((event): Part => ({
		name: `entry-${event}`,
		group: 'cards',
		title: `Entry of the list, “${event}”`,
		widths: [1280, 390],
		shows: 'entry',
		event
	})),
	{
		name: 'embed-card',
		group: 'cards',
		title: 'Card of an embed',
		widths: [768, 390],
		shows: 'embed card',
		event: 'crowd'
	},
	...['founding', 'storm'].map((event): Part => ({
		name: `tooltip-${event}`,
		group: 'cards',
		title: `Tooltip, “${event}”`,
		widths: [390],
		shows: 'tooltip',
		event,
		height: 260
	})),
	...Object.entries<Filter>({
		'a misspelt word': { q: 'baloon' },
		'lines, status and dates': {
			lines: ['kites', 'balloons'],
			status: ['context'],
			from: '2010-01-01',
			to: '2012-12-31'
		},
		'every part': { q: 'trains', lines: ['company'], status: ['planned'], sources: ['gazzetta'] }
	}).map(([title, filter], i): Part => ({
		name: `no-matches-${i}`,
		group: 'empty states',
		title: `No matches for ${title}`,
		widths: [768, 390],
		shows: 'no matches',
		filter
	}))
];
