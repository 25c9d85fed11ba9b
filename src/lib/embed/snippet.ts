/** What an embedder pastes: the addresses of a view, and the texts around them. */
import * as m from '../language/messages.ts';
import { emptyView, formatAddress, type View } from '../model/address.ts';
import { isFiltering, type Filter } from '../model/filter.ts';

interface Known {
	title: string;
	company: string;
	events: { id: string; title: string; lines: string[] }[];
}

/** One view, as it is pasted into other pages. Addresses are full ones. */
export interface Pasted {
	/** what a frame shows */
	frame: string;
	/** the page that shows the same, for people */
	page: string;
	/** the page that editors with oEmbed turn into the chart; null where there is none for this view */
	oembed: string | null;
	picture: string;
	script: string;
	/** says what is shown */
	title: string;
	/** px */
	height: number;
}

/** Where a view is found, as paths from the site's root with their query; none begins with a slash. */
export interface Paths {
	frame: string;
	page: string;
	oembed: string | null;
	picture: string;
}

/**
 * A line or an event stands in the path rather than in the query where it can: such a frame is right without scripts, too.
 */
export function pathsOf(view: View, { events }: Known): Paths {
	const { filter, theme, plain } = view;
	const { lines = [], ...rest } = filter;
	const bare = { ...view, theme: emptyView().theme, plain: false };
	const home = formatAddress(bare);
	const event = events.find(({ id }) => id === view.event);
	if (event && isWithin(filter, event.lines[0]!) && !view.window) {
		const page = `event/${event.id}/`;
		const frame = `embed/${page}${formatAddress({ ...emptyView(), theme, plain })}`;
		return { frame, page, oembed: page, picture: `pictures/${event.id}.png` };
	}
	const picture = `pictures/${event?.id ?? 'timeline'}.png`;
	if (lines.length !== 1)
		return { frame: `embed/${formatAddress(view)}`, page: home, oembed: home ? null : '', picture };
	const path = `embed/line/${lines[0]}/`;
	const query = (from: View) => formatAddress({ ...from, filter: rest });
	const oembed = query(bare) ? null : path;
	return { frame: path + query(view), page: home, oembed, picture };
}

/** Whether a filter asks for nothing but a line, if for that. */
function isWithin({ lines, ...rest }: Filter, line: string): boolean {
	return !isFiltering(rest) && (!lines?.length || (lines.length === 1 && lines[0] === line));
}

/**
 * @param name of the filtered part, `Mi MIX, 2016 to 2018`; null for the whole
 * @returns `Timeline: Xiaomi, Mi MIX, 2016 to 2018`
 */
export function nameFrame(
	view: View,
	name: string | null,
	{ title, company, events }: Known
): string {
	const event = events.find(({ id }) => id === view.event);
	const part = event?.title ?? name;
	return part ? m.frame_part({ company, what: part }) : m.frame_title({ what: title });
}

export function formatFrame({ frame, page, title, height }: Pasted): string {
	const attributes = [
		`src="${escape(frame)}"`,
		`title="${escape(title)}"`,
		'width="100%"',
		`height="${height}"`,
		'loading="lazy"',
		'style="border:0"',
		'allow="clipboard-write"'
	];
	return `<iframe ${attributes.join(' ')}></iframe>\n${formatLink({ page, title })}`;
}

export function formatFrameWithScript(pasted: Pasted): string {
	return `${formatFrame(pasted)}\n${formatScript(pasted)}`;
}

/** Without the script it is a link. */
export function formatElement(pasted: Pasted): string {
	const { frame, title, height } = pasted;
	const attributes = [
		`data-timeline-embed="${escape(frame)}"`,
		`data-title="${escape(title)}"`,
		`data-height="${height}"`
	];
	return `<div ${attributes.join(' ')}>${formatLink(pasted)}</div>\n${formatScript(pasted)}`;
}

export function formatLink({ page, title }: Pick<Pasted, 'page' | 'title'>): string {
	return `<a href="${escape(page)}">${escape(title)}</a>`;
}

export function formatMarkdown({ page, title }: Pick<Pasted, 'page' | 'title'>): string {
	const text = title.replace(/[\\[\]*_`<]/g, '\\$&');
	const address = page.replace(/[()\s<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
	return `[${text}](${address})`;
}

export function formatPicture({ picture, page, title }: Pasted): string {
	const image = `<img src="${escape(picture)}" alt="${escape(title)}" width="1200" height="630" style="max-width:100%;height:auto">`;
	return `<a href="${escape(page)}">${image}</a>`;
}

function formatScript({ script }: Pasted): string {
	return `<script src="${escape(script)}" async></script>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and for attributes in double quotes. */
export function escape(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
