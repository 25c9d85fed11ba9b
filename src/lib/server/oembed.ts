import { resolve } from '$app/paths';
import { timeline } from './dataset.ts';
import { describeEmbed } from '../embed/oembed.ts';
import { emptyView, type View } from '../model/address.ts';
import { absolute } from '../site/absolute.ts';
import { describeEmbedCode } from '../site/paste.ts';

/** @param part how the view differs from the default @param height of the frame, px */
export function answerOembed(part: Partial<View>, height: number): Response {
	const pasted = describeEmbedCode({ ...emptyView(), ...part }, timeline, height, absolute);
	const provider = { name: timeline.title, url: absolute(resolve('/')) };
	return new Response(JSON.stringify(describeEmbed(pasted, provider)), {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
}
