/** Describes a filter, in words for readers and in file names. */
import type { Timeline } from '../model/types.ts';
import * as m from '../language/messages.ts';
import type { Filter } from '../model/filter.ts';

type Known = Pick<Timeline, 'lines'> & { sources: { id: string; publisher: string }[] };

/** `Tablets, Mi MIX; announced or planned; matching “pen”`; empty without a filter. Omits the dates: see `describeRange`. */
export function describeFilter(filter: Filter, known: Known): string {
	const { lines, sources } = namesIn(filter, known);
	const anyOf = new Intl.ListFormat(m.format_locale(), { type: 'disjunction' });
	return [
		lines.join(m.comma()),
		anyOf.format((filter.status ?? []).map((status) => m.described_status({ status }))),
		sources.length ? m.described_sources({ sources: sources.join(m.comma()) }) : '',
		filter.q ? m.described_words({ words: filter.q }) : ''
	]
		.filter(Boolean)
		.join(m.semicolon());
}

/** `2018 to 2021`, `from 2018`, `up to March 2021`; empty if the filter has no dates */
export function describeRange({ from, to }: Filter): string {
	if (from && to) return from === to ? from : m.range_between({ from, to });
	return from ? m.range_from({ from }) : to ? m.range_until({ to }) : '';
}

/** @returns the name of a filtered part of the timeline, such as `Tablets, 2018 to 2021`; null for the whole */
export function nameView(filter: Filter, known: Known): string | null {
	const words = [describeFilter(filter, known), describeRange(filter)]
		.filter(Boolean)
		.join(m.comma());
	return words ? words[0]!.toLocaleUpperCase(m.language_tag()) + words.slice(1) : null;
}

/**
 * @param years first and last year of the content, used where the filter has no date
 * @param extension without its dot
 * @returns `xiaomi-timeline-tablets-2018-2021.csv`
 */
export function nameFile(
	timeline: Known & Pick<Timeline, 'company'>,
	filter: Filter,
	years: [string, string] | null,
	extension: string
): string {
	const { lines, sources } = namesIn(filter, timeline);
	const from = filter.from ?? years?.[0];
	const to = filter.to ?? years?.[1];
	const words = [
		m.file_name({ company: timeline.company }),
		...lines,
		...(filter.status ?? []),
		...sources,
		filter.q ?? '',
		...new Set([from ?? '', to ?? ''])
	];
	const name = words.map(slugOf).filter(Boolean).join('-').slice(0, MAX_LENGTH).replace(/-$/, '');
	return `${name}.${extension}`;
}

/** Characters; file systems allow 255 bytes. */
const MAX_LENGTH = 120;

function slugOf(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
}

function namesIn(
	filter: Filter,
	{ lines, sources }: Known
): { lines: string[]; sources: string[] } {
	return {
		lines: lines.filter(({ id }) => filter.lines?.includes(id)).map(({ label }) => label),
		sources: sources
			.filter(({ id }) => filter.sources?.includes(id))
			.map(({ publisher }) => publisher)
	};
}
