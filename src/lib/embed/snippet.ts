/** Embed code: the addresses of a view, and the snippets that contain them. */
import * as m from '../language/messages.ts';
import { escapeMarkup } from '../model/escape.ts';
import { emptyView, formatAddress, type View } from '../model/address.ts';
import { isFiltering, type Filter } from '../model/filter.ts';

interface Known {
	title: string;
	company: string;
	events: { id: string; title: string; lines: string[] }[];
}

/** A view as embedded in other pages. Addresses are full, except in a preview. */
export interface EmbedCode {
	/** address of the frame */
	frame: string;
	/** page of the site with the same view, for readers */
	page: string;
	/** page that editors with oEmbed turn into the chart; null if there is none for this view */
	oembed: string | null;
	picture: string;
	script: string;
	/** describes the view */
	title: string;
	/** px */
	height: number;
}

/** Paths of a view from the site's root, query included, without a leading slash. */
export interface Paths {
	frame: string;
	page: string;
	oembed: string | null;
	picture: string;
}

/**
 * Puts a line or an event into the path instead of the query if it can, so that the frame is right even without scripts.
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

/** Whether a filter is empty or selects only this line. */
function isWithin({ lines, ...rest }: Filter, line: string): boolean {
	return !isFiltering(rest) && (!lines?.length || (lines.length === 1 && lines[0] === line));
}

/**
 * @param name of the filtered part, such as `Mi MIX, 2016 to 2018`; null for the whole
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

/**
 * The frame and a link to the reader's page, as HTML that is JSX as well. In a block of their own: WordPress's themes
 * keep a bare frame and inline text out of the text column, and its editor glues what follows a `<figure>` to it.
 */
export function formatFrame({ frame, page, title, height }: EmbedCode): string {
	const attributes = [
		`src="${escapeMarkup(frame)}"`,
		`title="${escapeMarkup(title)}"`,
		'width="100%"',
		`height="${height}"`,
		'loading="lazy"',
		'frameborder="0"',
		'allow="clipboard-write"'
	];
	return `<div>\n<iframe ${attributes.join(' ')}></iframe>\n<p>${formatLink({ page, title })}</p>\n</div>`;
}

export function formatFrameWithScript(pasted: EmbedCode): string {
	return `${formatFrame(pasted)}\n${formatScript(pasted)}`;
}

/** Without the script, the element shows a link. */
export function formatElement(pasted: EmbedCode): string {
	const { frame, title, height } = pasted;
	const attributes = [
		`data-timeline-embed="${escapeMarkup(frame)}"`,
		`data-title="${escapeMarkup(title)}"`,
		`data-height="${height}"`
	];
	return `<div ${attributes.join(' ')}>${formatLink(pasted)}</div>\n${formatScript(pasted)}`;
}

export function formatLink({ page, title }: Pick<EmbedCode, 'page' | 'title'>): string {
	// in JSX, braces begin an expression
	const text = escapeMarkup(title).replaceAll('{', '&#123;').replaceAll('}', '&#125;');
	return `<a href="${escapeMarkup(page)}">${text}</a>`;
}

export function formatMarkdown({ page, title }: Pick<EmbedCode, 'page' | 'title'>): string {
	const text = title.replace(/[\\[\]*_`<]/g, '\\$&');
	const address = page.replace(/[()\s<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
	return `[${text}](${address})`;
}

/** In paragraphs, since WordPress drops a bare image; with a text link, since sanitizers drop the image. */
export function formatPicture({ picture, page, title }: EmbedCode): string {
	const image = `<img src="${escapeMarkup(picture)}" alt="${escapeMarkup(title)}" width="100%" />`;
	return `<p><a href="${escapeMarkup(page)}">${image}</a></p>\n<p>${formatLink({ page, title })}</p>`;
}

function formatScript({ script }: EmbedCode): string {
	return `<script src="${escapeMarkup(script)}" async></script>`;
}
