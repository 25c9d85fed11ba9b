import { error } from '@sveltejs/kit';
import * as m from '$lib/language/messages.ts';
import { timeline } from '$lib/server/dataset.ts';
import { renderPicture, WHOLE } from '$lib/server/pictures.ts';
import { nameNow, oldIds } from '$lib/server/renamed.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => [
	{ id: WHOLE },
	...timeline.events.map(({ id }) => ({ id })),
	...oldIds('events').map((id) => ({ id }))
];

export const GET: RequestHandler = async ({ params: { id } }) => {
	const picture = await renderPicture(nameNow('events', id));
	if (!picture) error(404, m.no_such_event({ id }));
	return new Response(picture, { headers: { 'content-type': 'image/png' } });
};
