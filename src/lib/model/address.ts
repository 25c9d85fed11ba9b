/** Converts between an address and the view. An address is untrusted input: its values are validated and truncated. */
import type { Timeline } from './types.ts';
import { parsePartialDay } from './date.ts';
import type { Filter } from './filter.ts';
import { STATUSES } from './vocabulary.ts';

/** Query parameters that choose what is shown, in the order in which they are written. */
export const VIEW_PARAMETERS = [
	'line',
	'status',
	'source',
	'from',
	'to',
	'q',
	'view',
	'event',
	'plain'
] as const;

export const THEMES = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof THEMES)[number];

/** Characters of a search, and of an ignored value as reported. */
const MAX_LENGTH = 200;
/** Maximum number of ignored values reported. */
const MAX_IGNORED = 10;

export interface View {
	filter: Filter;
	/** the id of the chosen event */
	event: string | null;
	/** the chart's visible range, as `[from, to]`; not a filter */
	window: [string, string] | null;
	theme: Theme;
	plain: boolean;
}

/** A value in the address that was not recognised. */
export interface Ignored {
	parameter: string;
	value: string;
}

type Known = Pick<Timeline, 'lines' | 'renamed'> & {
	sources: { id: string }[];
	events: { id: string }[];
};

export const emptyView = (): View => ({
	filter: {},
	event: null,
	window: null,
	theme: 'light',
	plain: false
});

/** @returns the view, and the values that were ignored; unknown parameters are skipped without a report */
export function readAddress(
	query: URLSearchParams,
	known: Known
): { view: View; ignored: Ignored[] } {
	const view = emptyView();
	// keyed by parameter and value, so that each is reported once
	const ignored = new Map<string, Ignored>();
	const drop = (parameter: string, text: string) => {
		if (ignored.size >= MAX_IGNORED) return;
		const value = text.slice(0, MAX_LENGTH);
		ignored.set(`${parameter}=${value}`, { parameter, value });
	};

	const list = <T extends string>(
		parameter: string,
		allowed: readonly T[],
		renamed: Record<string, string> = {}
	): T[] => {
		const texts = query.getAll(parameter).flatMap((text) => text.split(','));
		const values = texts.map((text) => nameNow(text, renamed));
		const chosen = new Set<T>();
		for (const value of values.filter(Boolean)) {
			if ((allowed as readonly string[]).includes(value)) chosen.add(value as T);
			else drop(parameter, value);
		}
		return allowed.filter((value) => chosen.has(value));
	};
	const one = (
		parameter: string,
		accepts: (value: string) => boolean,
		renamed: Record<string, string> = {}
	): string | null => {
		const value = nameNow(query.get(parameter) ?? '', renamed);
		if (!value) return null;
		if (accepts(value)) return value;
		drop(parameter, value);
		return null;
	};
	const isDate = (value: string) => parsePartialDay(readSign(value)) !== null;
	const date = (parameter: string) => readSign(one(parameter, isDate) ?? '') || undefined;

	const ids = (records: { id: string }[]) => records.map(({ id }) => id);
	const filter: Filter = {
		lines: list('line', ids(known.lines), known.renamed?.lines),
		status: list('status', STATUSES),
		sources: list('source', ids(known.sources), known.renamed?.sources),
		from: date('from'),
		to: date('to'),
		q: query.get('q')?.trim().slice(0, MAX_LENGTH).trim() || undefined
	};
	view.filter = withoutEmpty(filter);
	const isEvent = (value: string) => known.events.some(({ id }) => id === value);
	view.event = one('event', isEvent, known.renamed?.events);
	view.window = readWindow(one('view', (value) => readWindow(value) !== null));
	view.theme = (one('theme', (value) => (THEMES as readonly string[]).includes(value)) ??
		'light') as Theme;
	view.plain = query.has('plain') && query.get('plain') !== '0';
	return { view, ignored: [...ignored.values()] };
}

/** @returns the query of the view, parameters in a fixed order, defaults omitted */
export function writeAddress(view: View): URLSearchParams {
	const query = new URLSearchParams();
	const { lines, status, sources, from, to, q } = view.filter;
	const set = (parameter: string, value: string | undefined | null) => {
		if (value) query.set(parameter, value);
	};
	set('line', lines?.join(','));
	set('status', status?.join(','));
	set('source', sources?.join(','));
	set('from', from);
	set('to', to);
	set('q', q);
	set('view', view.window?.join('..'));
	set('event', view.event);
	set('theme', view.theme === 'light' ? null : view.theme);
	set('plain', view.plain ? '1' : null);
	return query;
}

/** @returns the query for a link: `''` or `?line=mi-mix,mi-pad`, commas not percent-encoded */
export function formatAddress(view: View): string {
	const query = writeAddress(view).toString().replaceAll('%2C', ',');
	return query && `?${query}`;
}

/** @returns the address with the `theme` in its query replaced; removed for `auto` */
export function setTheme(address: string, theme: Theme): string {
	const [, path, query, fragment] = /^([^?#]*)\??([^#]*)(.*)$/s.exec(address)!;
	const parts = query!.split('&').filter((part) => part && !/^theme(?:=|$)/.test(part));
	if (theme !== 'auto') parts.push(`theme=${theme}`);
	return path + (parts.length ? `?${parts.join('&')}` : '') + fragment;
}

/** @returns the current id, for an id that may have been renamed */
function nameNow(id: string, renamed: Record<string, string>): string {
	return Object.hasOwn(renamed, id) ? renamed[id]! : id;
}

/** In a query, an unescaped plus, as before the year +12000, is a space. */
function readSign(date: string): string {
	return date.replace(/^ (?=\d)/, '+');
}

function readWindow(value: string | null): [string, string] | null {
	const [from, to, ...rest] = value?.split('..').map(readSign) ?? [];
	if (!from || !to || rest.length) return null;
	const [start, end] = [parsePartialDay(from), parsePartialDay(to)];
	return start && end && start.start < end.end ? [from, to] : null;
}

function withoutEmpty(filter: Filter): Filter {
	return Object.fromEntries(
		Object.entries(filter).filter(([, value]) => (value?.length ?? 0) > 0)
	) as Filter;
}
