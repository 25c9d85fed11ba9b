/**
 * Citations of articles, events and the timeline, formatted by citation-js from CSL styles. Its processor, citeproc-js,
 * is large and licensed under CPAL or AGPL, so it runs only in the build.
 */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import * as m from '../../language/messages.ts';
import { escapeTex } from '../../model/escape.ts';
import type { Source, Timeline } from '../../model/types.ts';

/** XML of the CSL styles that the library does not include. */
export interface StyleTexts {
	mla: string;
	chicago: string;
}

/** A CSL locale: terms such as “retrieved”, month names and date order in one language. */
export interface CslLocale {
	/** language and country: `it-IT` */
	name: string;
	/** XML */
	text: string;
}

export interface CitedWork {
	apa: string;
	mla: string;
	chicago: string;
	bibtex: string;
}

/** The shape of `/data/citations.json`; `model/citation.ts` declares it for the browser. */
export interface CompiledCitations {
	sources: Record<string, CitedWork & { ris: string; csl: object }>;
	events: Record<string, CitedWork>;
	timeline: CitedWork;
	view: CitedWork;
}

type CslItem = Record<string, unknown>;

/** Names under which the library holds a locale and its APA style. */
interface LocaleNames {
	lang: string;
	apa: string;
}

/** Dummy values that styles pass through, with the placeholders that replace them for the browser to fill in. */
const PLACEHOLDERS: [RegExp, string][] = [
	[/viewtitlexq/gi, '{title}'],
	[/https:\/\/address\.invalid\/?/g, '{address}'],
	[/2099-12-27/g, '{accessed}']
];
const TITLE = 'Viewtitlexq';
const ADDRESS = 'https://address.invalid/';
const ACCESSED = { 'date-parts': [[2099, 12, 27]] };

/** How a kind of source is cited. */
interface Citing {
	/** CSL type (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types) */
	type: string;
	/** whether the source stands by itself, so that its publisher is not the name of a container */
	whole?: boolean;
	/** printed after the title, where the style prints one */
	genre?: () => string;
	/** where the library drops fields of `type`: the type to write, and the CSL type that keeps the fields */
	bibtex?: { type: string; like: string };
	ris?: { type: string; like: string };
}

const KINDS: Record<Source['kind'], Citing> = {
	news: { type: 'webpage' },
	blog: { type: 'post-weblog' },
	'fan-site': { type: 'webpage' },
	'press-release': { type: 'webpage', genre: m.kind_press_release },
	report: { type: 'report', whole: true },
	book: { type: 'book', whole: true },
	encyclopedia: {
		type: 'entry-encyclopedia',
		bibtex: { type: 'incollection', like: 'chapter' }
	},
	interview: { type: 'interview' },
	video: {
		type: 'motion_picture',
		whole: true,
		genre: m.kind_video,
		ris: { type: 'VIDEO', like: 'report' }
	},
	post: { type: 'post', genre: m.kind_post }
};

/** @param locale of the data's language; default American English */
export function makeCitations(
	timeline: Timeline,
	styles: StyleTexts,
	locale?: CslLocale
): CompiledCitations {
	for (const [name, text] of Object.entries(styles)) settings('@csl').styles.add(name, text);
	if (locale) {
		settings('@csl').locales.add(locale.name, locale.text);
		settings('@csl').styles.add(
			'apa-local',
			orderDates(settings('@csl').styles.get('apa'), locale)
		);
	}
	const names: LocaleNames = locale
		? { lang: locale.name, apa: 'apa-local' }
		: { lang: 'en-US', apa: 'apa' };
	settings('@bibtex').format = { useIdAsLabel: true, checkLabel: false, asciiOnly: false };

	const { version, updated, title, language, sources, events } = timeline;
	const fullTitle = m.titled_version({ title, version });
	const page = {
		type: 'webpage',
		issued: dateOf(updated),
		accessed: ACCESSED,
		URL: ADDRESS,
		language
	};
	const part = (id: string, name: string) =>
		insertPlaceholders(
			citeItem({ ...page, id, title: name, 'container-title': fullTitle }, names, true)
		);
	return {
		sources: Object.fromEntries(sources.map((source) => [source.id, citeSource(source, names)])),
		events: Object.fromEntries(events.map(({ id, title }) => [id, part(id, title)])),
		timeline: insertPlaceholders(citeItem({ ...page, id: 'timeline', title: fullTitle }, names)),
		view: part('timeline-view', TITLE)
	};
}

/** APA's style puts the month before the day in every language: applies the locale's order and punctuation. */
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
function toCsl(source: Source): CslItem {
	const { id, title, url, archive, language, author, publisher, published } = source;
	const { type, genre, whole } = KINDS[source.kind];
	return {
		id,
		type,
		title,
		...(genre && { genre: genre() }),
		...(author && { author: [{ literal: author }] }),
		[whole ? 'publisher' : 'container-title']: publisher,
		issued: dateOf(published) ?? { literal: source.publication.label },
		URL: url,
		language,
		note: archive ? m.archived_at({ publisher, address: archive }) : publisher
	};
}

function citeSource(source: Source, names: LocaleNames): CompiledCitations['sources'][string] {
	const item = toCsl(source);
	const { bibtex, ris } = KINDS[source.kind];
	// BibTeX and RIS take no date in words: they get the year and month that all possible days share
	const { published, publication } = source;
	const dated = dateOf(published)
		? item
		: {
				...item,
				issued: sharedDate(publication),
				note: `${publication.label}. ${String(item.note)}`
			};
	const asBibtex = toBibtex(bibtex ? { ...dated, type: bibtex.like } : dated);
	const likeRis = toRis(ris ? { ...dated, type: ris.like } : dated);
	return {
		...citeItem(item, names),
		bibtex: bibtex ? asBibtex.replace(/^@\w+/, `@${bibtex.type}`) : asBibtex,
		ris: ris ? likeRis.replace(/^TY {2}- \w+/, `TY  - ${ris.type}`) : likeRis,
		csl: item
	};
}

/** BibTeX's names of the months. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec';

/** Lines of BibTeX whose value is text. */
const TEXT_FIELDS = /^\t(?!url|doi)\w+ = \{.*$/gm;

/**
 * Corrects the library, which puts the day into the month, the address of a web page into two fields, and characters of
 * TeX into texts.
 * @param container name of the whole of which the item is a part, where the item is a page of it
 */
function toBibtex(item: CslItem, container?: string): string {
	const text: string = new Cite(item).format('bibtex').trim();
	const whole = container ? `\thowpublished = {${container}},\n` : '';
	return text
		.replace(/^\tmonth = \{(\w+) (\d+)\},$/m, '\tmonth = $1,\n\tday = {$2},')
		.replace(
			/^\tmonth = \{(\d+)\},$/m,
			(_, month: string) => `\tmonth = ${MONTHS.split(' ')[Number(month) - 1]},`
		)
		.replace(/^\thowpublished = (.*)\n/m, (line, address: string) =>
			text.includes(`\turl = ${address}`) ? '' : line
		)
		.replace('\n', `\n${whole}`)
		.replace(TEXT_FIELDS, escapeTex);
}

/** Unfolds lines: the library wraps after 70 characters, even inside URLs, and RIS readers take that as two lines. */
function toRis(item: CslItem): string {
	const lines = new Cite(item).format('ris').trim();
	return `${lines.replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, '')} `;
}

/** @param isPage whether the item is a page of the timeline */
function citeItem(item: CslItem, { lang, apa }: LocaleNames, isPage = false): CitedWork {
	// `nocase` keeps the container's name as written, whatever case a style gives to titles
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
		bibtex: toBibtex(item, isPage ? String(name) : undefined)
	};
}

/** Strips all HTML but italics, and decodes entities. (Before a colon the library puts U+202F, as French does.) */
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

function insertPlaceholders(work: CitedWork): CitedWork {
	const put = (text: string) =>
		PLACEHOLDERS.reduce((all, [pattern, name]) => all.replace(pattern, name), text);
	return {
		apa: put(work.apa),
		mla: put(work.mla),
		chicago: put(work.chicago),
		bibtex: put(work.bibtex)
	};
}

/** @param date `yyyy`, `yyyy-mm` or `yyyy-mm-dd` @returns a CSL date; undefined for any other form */
function dateOf(date: string): object | undefined {
	if (!/^\d{4}(-\d\d){0,2}$/.test(date)) return undefined;
	return { 'date-parts': [date.split('-').map(Number)] };
}

/** @returns a CSL date of the year and month that both days have; undefined if not even the year is the same */
function sharedDate({ start, end }: Source['publication']): object | undefined {
	const last = end.split('-');
	const differing = start.split('-').findIndex((part, index) => part !== last[index]);
	return dateOf(start.split('-').slice(0, differing).join('-'));
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the library's settings are untyped
const settings = (plugin: '@csl' | '@bibtex'): any => plugins.config.get(plugin);
