/** oEmbed 1.0 response of type `rich`, for editors that embed by address: https://oembed.com */
import { escapeMarkup } from '../model/escape.ts';
import { formatLink, type EmbedCode } from './snippet.ts';

interface Provider {
	name: string;
	/** full address of the site */
	url: string;
}

/** px; for editors that set no width of their own */
const WIDTH = 640;
/** s */
const CACHE_AGE = 86_400;

/**
 * For unlisted providers, WordPress keeps only a bare `<blockquote>` of links and one empty `<iframe>` after it.
 * @see https://developer.wordpress.org/reference/functions/wp_filter_oembed_result/
 */
export function describeEmbed(pasted: EmbedCode, provider: Provider): object {
	const { frame, title, height, picture } = pasted;
	const html =
		`<blockquote>${formatLink(pasted)}</blockquote>` +
		`<iframe src="${escapeMarkup(frame)}" title="${escapeMarkup(title)}" width="100%" height="${height}" frameborder="0"></iframe>`;
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
