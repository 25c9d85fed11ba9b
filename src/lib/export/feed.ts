import { Feed } from 'feed';
import * as m from '../language/messages.ts';
import { escapeMarkup } from '../model/escape.ts';
import type { Change, Timeline } from '../model/types.ts';

interface Addresses {
	/** of the timeline */
	home: string;
	/** of the feed itself */
	feed: string;
	event: (id: string) => string;
}

/**
 * The changes of the data as an Atom feed (RFC 4287).
 * @param changes newest first
 */
export function formatFeed(
	{ title, company, language, updated, license, events }: Timeline,
	changes: Change[],
	address: Addresses
): string {
	const feed = new Feed({
		id: address.feed,
		title: m.feed_title({ title }),
		description: m.feed_description({ company }),
		link: address.home,
		feedLinks: { atom: address.feed },
		author: { name: title },
		language,
		copyright: license,
		generator: false,
		updated: midnight(updated)
	});
	for (const change of changes) {
		const mentioned = change.events.map((id) => events.find((event) => event.id === id)!);
		const links = mentioned.map(
			({ id, title }) => `<li><a href="${address.event(id)}">${escapeMarkup(title)}</a></li>`
		);
		feed.addItem({
			// a stable id, even if the entry's text is corrected
			id: `${address.feed}#${change.version}`,
			title: m.change_title(change),
			link: mentioned.length === 1 ? address.event(mentioned[0]!.id) : address.home,
			date: midnight(change.date),
			content: `<p>${escapeMarkup(change.summary)}</p>${links.length ? `<ul>${links.join('')}</ul>` : ''}`
		});
	}
	return feed.atom1();
}

function midnight(day: string): Date {
	return new Date(`${day}T00:00:00Z`);
}
