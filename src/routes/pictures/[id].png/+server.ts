import { createRequire } from 'node:module';
import { error } from '@sveltejs/kit';
import { Resvg } from '@resvg/resvg-js';
import { timeline } from 'virtual:timeline';
import { drawEventCard } from '$lib/export/card.ts';
import { drawPoster } from '$lib/export/poster.ts';
import { numberWord, statusWord } from '$lib/view/words.ts';
import { nameNow, oldIds } from '../../renamed.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** The picture of the timeline as a whole. */
const WHOLE = 'timeline';
const FONTS = ['400Regular', '600SemiBold', '700Bold'].map((name) =>
	createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${name}/Inter_${name}.ttf`)
);
const host = SITE_ORIGIN && new URL(SITE_ORIGIN).host;

export const entries: EntryGenerator = () => [
	{ id: WHOLE },
	...timeline.events.map(({ id }) => ({ id })),
	...oldIds('events').map((id) => ({ id }))
];

export const GET: RequestHandler = ({ params }) => {
	const picture = new Resvg(draw(nameNow('events', params.id)), {
		font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Inter' }
	});
	return new Response(new Uint8Array(picture.render().asPng()), {
		headers: { 'content-type': 'image/png' }
	});
};

function draw(id: string): string {
	const { events, sources, company } = timeline;
	if (id === WHOLE) {
		const dek = `${events.length} events from ${numberWord(sources.length)} articles. Each one opens to the sentence that says so.`;
		return drawPoster(timeline, dek, host);
	}
	const event = events.find((event) => event.id === id);
	if (!event) error(404, `There is no event called “${id}”.`);
	return drawEventCard(event, timeline, { status: statusWord(event.status, company), host });
}
