/** What the head of a framed page says to search engines, link previews and editors with oEmbed. */
import * as m from '../language/messages.ts';
import { emptyView, type View } from '../model/address.ts';
import { sourcesOf } from '../model/citation.ts';
import { passes } from '../model/filter.ts';
import type { Timeline } from '../model/types.ts';
import { absolute } from './absolute.ts';
import { describeEmbedCode } from './paste.ts';

export interface FrameHead {
	title: string;
	description: string;
	/** full addresses; null if the build has no SITE_ORIGIN, since they would name the wrong host */
	addresses: { page: string; picture: string; oembed: string } | null;
}

/**
 * @param view given by the path: everything, one line, or one event
 * @param oembed path of the oEmbed response
 */
export function describeFrame(timeline: Timeline, view: Partial<View>, oembed: string): FrameHead {
	const full = { ...emptyView(), ...view };
	const { title, page, picture } = describeEmbedCode(full, timeline, 0, absolute);
	const event = timeline.events.find(({ id }) => id === view.event);
	return {
		title,
		description: event?.summary ?? describeEvents(timeline, full),
		addresses: SITE_ORIGIN ? { page, picture, oembed: absolute(oembed) } : null
	};
}

function describeEvents(timeline: Timeline, { filter }: View): string {
	const shown = timeline.events.filter(passes(filter, timeline));
	const articles = sourcesOf(shown).length;
	const count = m.event_count({ count: shown.length });
	if (!articles) return `${count}.`;
	const from = m.events_from({ events: count, count: articles });
	return `${from}. ${m.every_event_links()}`;
}
