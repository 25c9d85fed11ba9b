/** Sets what the list of events shows. The list is plain HTML with all events: see Chapters.svelte. */
import * as m from '../../language/messages.ts';
import type { Filter } from '../../model/filter.ts';
import type { Timeline, TimelineEvent } from '../../model/types.ts';

const entriesOf = (root: ParentNode) => root.querySelectorAll<HTMLElement>('article[data-event]');

/** Hides what the filter hides; an empty chapter is reduced to one line that says so. */
export function showListed(
	list: Element,
	{ data, visible, filter }: { data: Timeline; visible: TimelineEvent[]; filter: Filter }
): void {
	const shown = new Set(visible.map(({ id }) => id));
	for (const entry of entriesOf(list)) entry.hidden = !shown.has(entry.id);
	for (const group of list.querySelectorAll<HTMLElement>('[data-group]')) {
		const count = group.querySelectorAll('article:not([hidden])').length;
		group.hidden = count === 0;
		const words = group.querySelector('.count');
		if (words) words.textContent = count > 1 ? m.event_count({ count }) : '';
	}
	const isAll = visible.length === data.events.length;
	for (const section of list.querySelectorAll<HTMLElement>('[data-chapter]')) {
		const isEmpty = !section.querySelector('article:not([hidden])');
		const nothing = section.querySelector<HTMLElement>('.nothing')!;
		section.classList.toggle('filtered', !isAll);
		section.classList.toggle('empty', isEmpty);
		nothing.hidden = !isEmpty;
		nothing.textContent = isEmpty ? whyEmpty(section.dataset.chapter!, data, filter) : '';
	}
}

/** Opens the entries that `isOpen` names, and closes the others. @param isFound whether a search found it inside */
export function openEntries(
	list: Element,
	{ events }: Timeline,
	isOpen: (event: TimelineEvent) => boolean,
	isFound: (event: TimelineEvent) => boolean
): void {
	for (const event of events) {
		const entry = list.querySelector(`[id="${CSS.escape(event.id)}"]`);
		const proof = entry?.querySelector<HTMLDetailsElement>('.proof');
		if (proof) proof.open = isOpen(event);
		const rest = entry?.querySelector<HTMLDetailsElement>('.rest');
		if (rest && isFound(event)) rest.open = true;
	}
}

/** Marks the event that is being read. */
export function markCurrent(list: Element, id: string | null): void {
	for (const entry of entriesOf(list)) entry.classList.toggle('current', entry.id === id);
}

function whyEmpty(chapter: string, { events }: Timeline, filter: Filter): string {
	const own = events.filter((event) => event.chapter === chapter);
	if (!own.length) return m.none_there({ where: '', when: '' });
	const { lines, q, ...rest } = filter;
	const isOnLine = own.some((event) => event.lines.some((line) => lines?.includes(line)));
	if (lines?.length && !isOnLine) return m.no_chosen_line_here();
	const isOnlySearch = q && !lines?.length && !Object.values(rest).some((value) => value?.length);
	return isOnlySearch
		? m.no_event_has_words({ count: own.length, words: q })
		: m.no_event_left_here();
}
