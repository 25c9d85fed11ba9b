import { resolve } from '$app/paths';
import { timeline } from './dataset.ts';
import { describeEmbed } from '../embed/oembed.ts';
import { emptyView, type View } from '../model/address.ts';
import { absolute } from '../site/absolute.ts';
import { pasteView } from '../site/paste.ts';

/** @param part of the view that is described @param height px */
export function answerOembed(part: Partial<View>, height: number): Response {
	const pasted = pasteView({ ...emptyView(), ...part }, timeline, height, absolute);
	const provider = { name: timeline.title, url: absolute(resolve('/')) };
	return new Response(JSON.stringify(describeEmbed(pasted, provider)), {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
}
