/**
 * Citations of articles, events and the timeline, made by a citation library from CSL styles. Its processor is large,
 * and under CPAL or AGPL: it runs in the build alone.
 */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import * as m from '../../language/messages.ts';
import type { Source, Timeline } from '../../model/types.ts';

/** The texts of the CSL styles that the library doesn't bring. */
export interface StyleTexts {
	mla: string;
	chicago: string;
}

/** What CSL styles say in one language: “retrieved”, the months, the order of a date. */
export interface CslLocale {
	/** `it-IT` */
	name: string;
	text: string;
}

export interface CitedWork {
	apa: string;
	mla: string;
	chicago: string;
	bibtex: string;
}

/** The shape of `/data/citations.json`; the browser knows it from `model/citation.ts`. */
export interface MadeCitations {
	sources: Record<string, CitedWork & { ris: string; csl: object }>;
	events: Record<string, CitedWork>;
	timeline: CitedWork;
	view: CitedWork;
}

type CslItem = Record<string, unknown>;

/** The library's names of a locale and of APA's style in it. */
interface Manner {
	lang: string;
	apa: string;
}

/** Stand in for what only the browser knows; styles leave them as they are. */
const BLANKS: [RegExp, string][] = [
	[/viewtitlexq/gi, '{title}'],
	[/https:\/\/address\.invalid\/?/g, '{address}'],
	[/2099-12-27/g, '{accessed}']
];
const TITLE = 'Viewtitlexq';
const ADDRESS = 'https://address.invalid/';
const ACCESSED = { 'date-parts': [[2099, 12, 27]] };

/** @param locale of the page's language; American English where it is left out */
export function makeCitations(
	timeline: Timeline,
	styles: StyleTexts,
	locale?: CslLocale
): MadeCitations {
	for (const [name, text] of Object.entries(styles)) settings('@csl').styles.add(name, text);
	if (locale) {
		settings('@csl').locales.add(locale.name, locale.text);
		settings('@csl').styles.add(
			'apa-local',
			orderDates(settings('@csl').styles.get('apa'), locale)
		);
	}
	const manner: Manner = locale
		? { lang: locale.name, apa: 'apa-local' }
		: { lang: 'en-US', apa: 'apa' };
	settings('@bibtex').format = { useIdAsLabel: true, checkLabel: false, asciiOnly: false };

	const { version, updated, title, sources, events } = timeline;
	const whole = m.titled_version({ title, version });
	const page = {
		type: 'webpage',
		issued: dateOf(updated),
		accessed: ACCESSED,
		URL: ADDRESS,
		language: m.language_tag()
	};
	const part = (id: string, name: string) =>
		blank(citeItem({ ...page, id, title: name, 'container-title': whole }, manner));
	return {
		sources: Object.fromEntries(sources.map((source) => [source.id, citeSource(source, manner)])),
		events: Object.fromEntries(events.map(({ id, title }) => [id, part(id, title)])),
		timeline: blank(citeItem({ ...page, id: 'timeline', title: whole }, manner)),
		view: part('timeline-view', TITLE)
	};
}

/** APA's style has the month before the day in every language: this gives them the order and signs of the locale. */
function orderDates(style: string, { text }: CslLocale): string {
	const [, date = ''] = /<date form="text">(.*?)<\/date>/s.exec(text) ?? [];
	const parts = (date.match(/<date-part[^>]*>/g) ?? []).filter((part) => !/"year"/.test(part));
	const ordered = parts.join('').replace(/ suffix=" "\/>$/, '/>');
	return style.replace(
		/(<macro name="date-issued-month-day"><date variable="issued">).*?(<\/date>)/s,
		`$1${ordered}$2`
	);
}

/** @returns an article as CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html) */
export function toCsl(source: Source): CslItem {
	const { id, title, url, archive, language, author, publisher, published } = source;
	return {
		id,
		type: source.kind === 'blog' ? 'post-weblog' : 'webpage',
		title,
		...(author && { author: [{ literal: author }] }),
		'container-title': publisher,
		issued: dateOf(published) ?? { literal: source.publication.label },
		URL: url,
		language,
		note: m.archived_at({ publisher, address: archive })
	};
}

function citeSource(source: Source, manner: Manner): MadeCitations['sources'][string] {
	const item = toCsl(source);
	return { ...citeItem(item, manner), ris: toRis(item), csl: item };
}

/** The library breaks lines after 70 characters, within addresses too, and readers of the format see two lines. */
function toRis(item: CslItem): string {
	const lines = new Cite(item).format('ris').trim();
	return `${lines.replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, '')} `;
}

function citeItem(item: CslItem, { lang, apa }: Manner): CitedWork {
	// names keep their letters, whatever a style does to titles
	const name = item['container-title'];
	const cite = new Cite(
		name ? { ...item, 'container-title': `<span class="nocase">${name}</span>` } : item
	);
	const inStyle = (template: string) =>
		toRichText(cite.format('bibliography', { format: 'html', lang, template }));
	return {
		apa: inStyle(apa),
		mla: inStyle('mla'),
		chicago: inStyle('chicago'),
		bibtex: new Cite(item).format('bibtex').trim()
	};
}

/** Leaves of the library's HTML the italics alone. (Before a colon it puts a narrow space, as French does.) */
function toRichText(html: string): string {
	return html
		.replace(/<(?!\/?i>)[^>]*>/g, '')
		.replaceAll('\u202f', ' ')
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
		.trim();
}

function blank(work: CitedWork): CitedWork {
	const put = (text: string) =>
		BLANKS.reduce((all, [pattern, name]) => all.replace(pattern, name), text);
	return {
		apa: put(work.apa),
		mla: put(work.mla),
		chicago: put(work.chicago),
		bibtex: put(work.bibtex)
	};
}

/** @param date `yyyy`, `yyyy-mm` or `yyyy-mm-dd` @returns undefined for any other */
function dateOf(date: string): object | undefined {
	if (!/^\d{4}(-\d\d){0,2}$/.test(date)) return undefined;
	return { 'date-parts': [date.split('-').map(Number)] };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the library's settings have no types
const settings = (plugin: '@csl' | '@bibtex'): any => plugins.config.get(plugin);
