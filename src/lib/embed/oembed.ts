/** What a page says of its frame to editors that embed by address: https://oembed.com, version 1.0, rich. */
import { escape, formatLink, type Pasted } from './snippet.ts';

interface Provider {
	name: string;
	/** full address of the site */
	url: string;
}

/** px; where an editor gives no width of its own */
const WIDTH = 640;
/** s */
const CACHE_AGE = 86_400;

/**
 * WordPress takes of an unlisted provider's HTML only a bare `<blockquote>` of links and one empty `<iframe>` after it.
 * @see https://developer.wordpress.org/reference/functions/wp_filter_oembed_result/
 */
export function describeEmbed(pasted: Pasted, provider: Provider): object {
	const { frame, title, height, picture } = pasted;
	const html =
		`<blockquote>${formatLink(pasted)}</blockquote>` +
		`<iframe src="${escape(frame)}" title="${escape(title)}" width="100%" height="${height}" frameborder="0"></iframe>`;
	return {
		type: 'rich',
		version: '1.0',
		title,
		provider_name: provider.name,
		provider_url: provider.url,
		cache_age: CACHE_AGE,
		html,
		width: WIDTH,
		height,
		thumbnail_url: picture,
		thumbnail_width: 1200,
		thumbnail_height: 630
	};
}
