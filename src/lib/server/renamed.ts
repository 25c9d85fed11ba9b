/** Redirect pages for renamed ids, with and without scripts. */
import { createHash } from 'node:crypto';
import { resolve } from '$app/paths';
import type { RequestEvent } from '@sveltejs/kit';
import { timeline } from './dataset.ts';
import type { Renamed } from '../model/types.ts';
import { escapeMarkup } from '../model/escape.ts';
import * as m from '../language/messages.ts';
import { absolute } from '../site/absolute.ts';

type Kind = keyof Renamed;

/** By route: the kind of its id, the path of its page, and the path of the page's oEmbed response. */
const ROUTES: Record<string, { kind: Kind; path: string; oembed?: string }> = {
	'/(site)/event/[id]': { kind: 'events', path: 'event/{id}/', oembed: 'oembed/event/{id}.json' },
	'/(site)/source/[id]': { kind: 'sources', path: 'source/{id}/' },
	'/embed/event/[id]': {
		kind: 'events',
		path: 'embed/event/{id}/',
		oembed: 'oembed/event/{id}.json'
	},
	'/embed/line/[line]': {
		kind: 'lines',
		path: 'embed/line/{id}/',
		oembed: 'oembed/line/{id}.json'
	}
};

/** Renamed ids, under which redirects are prerendered. */
export function oldIds(kind: Kind): string[] {
	return Object.keys(timeline.renamed?.[kind] ?? {});
}

/** @returns the current id */
export function nameNow(kind: Kind, id: string): string {
	const renamed = timeline.renamed?.[kind] ?? {};
	return Object.hasOwn(renamed, id) ? renamed[id]! : id;
}

/** @returns the redirect page, if the address has a renamed id */
export function answerRenamed({ route, params }: RequestEvent): Response | undefined {
	const page = ROUTES[route.id ?? ''];
	const old = params.id ?? params.line;
	if (!page || !old || !oldIds(page.kind).includes(old)) return;
	const address = (path: string) => resolve('/') + path.replace('{id}', nameNow(page.kind, old));
	const html = formatMoved(address(page.path), page.oembed && address(page.oembed));
	return new Response(html, { headers: { 'content-type': 'text/html' } });
}

/** Keeps the query and fragment that a host has added to the frame's address. */
const SCRIPT = `location.replace(document.querySelector('a').href + location.search + location.hash)`;
const HASH = createHash('sha256').update(SCRIPT).digest('base64');

function formatMoved(path: string, oembed?: string): string {
	const title = escapeMarkup(timeline.title);
	const canonical = SITE_ORIGIN ? `<link rel="canonical" href="${absolute(path)}" />` : '';
	const alternate =
		oembed && SITE_ORIGIN
			? `<link rel="alternate" type="application/json+oembed" href="${absolute(oembed)}" title="${title}" />`
			: '';
	return `<!doctype html>
<html lang="${m.language_tag()}">
<head>
<meta charset="utf-8" />
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'sha256-${HASH}'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="robots" content="noindex" />
<title>${title}</title>
${canonical}${alternate}
<noscript><meta http-equiv="refresh" content="0; url=${path}" /></noscript>
</head>
<body>
<p><a href="${path}">${title}</a></p>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
