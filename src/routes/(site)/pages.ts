import * as m from '$lib/language/messages.ts';
import { hasPromises } from '$lib/model/event.ts';
import type { Timeline } from '$lib/model/types.ts';

/** A page that every page links to at its top. */
export interface SitePage {
	/** from the site's root */
	path: '/' | '/table/' | '/promises/' | '/open/' | '/about/';
	label: string;
	/** whether it shows events, and so takes over filter and selection */
	showsEvents: boolean;
}

/** The pages of the site, the timeline first. */
export function listPages({ events }: Pick<Timeline, 'events'>): SitePage[] {
	return [
		{ path: '/', label: m.page_timeline(), showsEvents: true },
		{ path: '/table/', label: m.page_table(), showsEvents: true },
		...(hasPromises(events)
			? ([{ path: '/promises/', label: m.page_promises(), showsEvents: false }] as const)
			: []),
		{ path: '/open/', label: m.page_open(), showsEvents: false },
		{ path: '/about/', label: m.page_about(), showsEvents: false }
	];
}
