import { resolve as resolvePath } from '$app/paths';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { timeline } from '$lib/server/dataset.ts';
import { describeEvent, describeSource, describeTimeline, formatLd } from '$lib/export/jsonld.ts';
import * as m from '$lib/language/messages.ts';
import { FILES } from '$lib/site/data-files.ts';
import { EARLY_FRAME } from '$lib/server/frame-prepaint.ts';
import { absolute } from '$lib/site/absolute.ts';
import { addPolicy } from '$lib/server/policy.ts';
import { answerRenamed } from '$lib/server/renamed.ts';
import { EARLY_THEME, THEME_COLORS } from '$lib/server/theme.ts';

/**
 * Puts into pages what they say to machines, and what must run before they are painted. Here and not in the pages, so
 * that no browser loads what makes it, nor a second copy of the data.
 */
export const handle: Handle = ({ event, resolve }) => {
	const moved = answerRenamed(event);
	if (moved) return moved;
	const head = headOf(event);
	return resolve(event, {
		transformPageChunk: ({ html }) => {
			const page = html
				.replace('%language%', m.language_tag())
				.replace('%direction%', m.direction())
				// what is seen comes first: the page can be read without a script
				.replaceAll('rel="modulepreload"', 'rel="modulepreload" fetchpriority="low"')
				.replace('</head>', () => `${head}</head>`);
			return addPolicy(page, event.route.id);
		}
	});
};

function headOf(event: RequestEvent): string {
	if (event.route.id?.startsWith('/embed')) return `<script>${EARLY_FRAME}</script>`;
	// what is built there has a theme of its own in the address
	const theme = event.route.id === '/(site)/share' ? '' : `<script>${EARLY_THEME}</script>`;
	const described = describePage(event);
	const ld = described && `<script type="application/ld+json">${formatLd(described)}</script>`;
	return THEME_COLORS + theme + (ld ?? '');
}

function describePage({ route, params }: RequestEvent): object | undefined {
	const record = <T extends { id: string }>(records: T[]) =>
		records.find(({ id }) => id === params.id);
	if (route.id === '/(site)') return describeTimeline(timeline, FILES, addressOf);
	if (route.id === '/(site)/event/[id]') {
		const found = record(timeline.events);
		return found && describeEvent(found, timeline, addressOf);
	}
	if (route.id === '/(site)/source/[id]') {
		const found = record(timeline.sources);
		return found && describeSource(found, timeline, addressOf);
	}
}

function addressOf(path: string): string {
	return absolute(resolvePath('/').slice(0, -1) + path);
}
