import { createRequire } from 'node:module';
import { error } from '@sveltejs/kit';
import { Resvg } from '@resvg/resvg-js';
import { timeline } from '$lib/server/dataset.ts';
import { drawEventCard } from '$lib/export/event-card.ts';
import { drawPoster } from '$lib/export/poster.ts';
import * as m from '$lib/language/messages.ts';
import { numberWord, statusWord } from '$lib/view/ui/names.ts';
import { nameNow, oldIds } from '$lib/server/renamed.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** The picture of the timeline as a whole. */
const WHOLE = 'timeline';
const find = createRequire(import.meta.url).resolve;
const WEIGHTS = ['400Regular', '600SemiBold', '700Bold'];
const LATIN = {
	defaultFontFamily: 'Inter',
	fontFiles: WEIGHTS.map((name) => find(`@expo-google-fonts/inter/${name}/Inter_${name}.ttf`))
};
const CHINESE = {
	defaultFontFamily: 'Noto Sans SC',
	fontFiles: WEIGHTS.map((name) =>
		find(`@expo-google-fonts/noto-sans-sc/${name}/NotoSansSC_${name}.ttf`)
	)
};
const host = SITE_ORIGIN && new URL(SITE_ORIGIN).host;

export const entries: EntryGenerator = () => [
	{ id: WHOLE },
	...timeline.events.map(({ id }) => ({ id })),
	...oldIds('events').map((id) => ({ id }))
];

export const GET: RequestHandler = ({ params }) => {
	const svg = draw(nameNow('events', params.id));
	const fonts = /\p{Script=Han}/u.test(svg) ? CHINESE : LATIN;
	const picture = new Resvg(svg, { font: { loadSystemFonts: false, ...fonts } });
	return new Response(new Uint8Array(picture.render().asPng()), {
		headers: { 'content-type': 'image/png' }
	});
};

function draw(id: string): string {
	const { events, sources, company } = timeline;
	if (id === WHOLE) {
		const articles = numberWord(sources.length);
		const dek = m.poster_dek({ count: events.length, articles });
		return drawPoster(timeline, dek, host);
	}
	const event = events.find((event) => event.id === id);
	if (!event) error(404, m.no_such_event({ id }));
	return drawEventCard(event, timeline, { status: statusWord(event.status, company), host });
}
