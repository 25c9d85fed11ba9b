import { resolve as resolvePath } from '$app/paths';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { timeline } from '$lib/server/dataset.ts';
import { describeEvent, describeSource, describeTimeline, formatLd } from '$lib/export/jsonld.ts';
import * as m from '$lib/language/messages.ts';
import { FILES } from '$lib/site/data-files.ts';
import { keepPresses } from '$lib/site/early-presses.ts';
import { PREPAINT_FRAME } from '$lib/server/frame-prepaint.ts';
import { isPreloaded } from '$lib/server/fonts.ts';
import { plainDrawings } from '$lib/server/plain-drawings.ts';
import { absolute } from '$lib/site/absolute.ts';
import { addPolicy } from '$lib/server/policy.ts';
import { answerRenamed } from '$lib/server/renamed.ts';
import { PREPAINT_THEME, THEME_COLORS } from '$lib/server/theme.ts';

const PRESSES = `<script>(${keepPresses})()</script>`;

/** Kit inlines the fetched data for hydration, which repeats the page's text. */
const REPEATED_DATA =
	/<script type="application\/json" data-sveltekit-fetched data-url="([^"]*\/data\/timeline\.json)"[^>]*>[^]*?<\/script>/;

/** A frame has all its styles in files of its own; Kit adds those of a chunk that it shares with pages. */
const KIT_STYLES = /<link href="[^"]+" rel="stylesheet">/g;

/**
 * Adds JSON-LD, and scripts that run before first paint. Here rather than in components, so that browsers load neither
 * the code that generates them nor a second copy of the data.
 */
export const handle: Handle = ({ event, resolve }) => {
	const moved = answerRenamed(event);
	if (moved) return moved;
	const head = headOf(event);
	const isFrame = event.route.id?.startsWith('/embed') ?? false;
	return resolve(event, {
		// a frame lists its fonts itself, as it does its styles
		preload: ({ type, path }) =>
			type === 'font' ? !isFrame && isPreloaded(path) : type !== 'asset',
		transformPageChunk: ({ html }) => {
			const data = isFrame ? null : REPEATED_DATA.exec(html);
			const page = plainDrawings(html)
				.replace(data?.[0] ?? '', '')
				.replace('%language%', m.language_tag())
				.replace('%direction%', m.direction())
				// content first: the page is readable without scripts
				.replaceAll('rel="modulepreload"', 'rel="modulepreload" fetchpriority="low"')
				.replace('</head>', () => `${head}${data ? preload(data[1]!) : ''}</head>`);
			return addPolicy(isFrame ? page.replace(KIT_STYLES, '') : page, event.route.id);
		}
	});
};

/** For hydration, which fetches the file: while the scripts are loading, and after what the page shows. */
function preload(path: string): string {
	return `<link rel="preload" href="${path}" as="fetch" crossorigin="anonymous" fetchpriority="low">`;
}

function headOf(event: RequestEvent): string {
	if (event.route.id?.startsWith('/embed')) return PRESSES + `<script>${PREPAINT_FRAME}</script>`;
	// on /share/, `theme` in the address is the frame's
	const theme = event.route.id === '/(site)/share' ? '' : `<script>${PREPAINT_THEME}</script>`;
	const described = describePage(event);
	const ld = described && `<script type="application/ld+json">${formatLd(described)}</script>`;
	return PRESSES + THEME_COLORS + theme + (ld ?? '');
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
