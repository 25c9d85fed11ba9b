/** Host sides of embedding protocols, reimplemented from documentation because the original scripts aren't available here. */

/**
 * WordPress's `wp-embed.js`: accepts heights (200 to 1000 px) from frames that know their secret, reveals them, and
 * follows links to a frame's own host while the frame has the focus. The original is under the GPL and not copied.
 * @see https://make.wordpress.org/core/2015/10/28/new-embeds-feature-in-wordpress-4-4/
 */
export const WORDPRESS = `{
	const all = (name, secret) => [...document.querySelectorAll(name + '[data-secret="' + secret + '"]')];
	addEventListener('message', ({ data, source }) => {
		if (!data?.secret || !data.message || !data.value || /[^a-z0-9]/i.test(data.secret)) return;
		for (const quote of all('blockquote', data.secret)) quote.style.display = 'none';
		for (const frame of all('iframe', data.secret)) {
			if (frame.contentWindow !== source) continue;
			frame.removeAttribute('style');
			if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value) || 0));
			if (data.message === 'link') {
				const target = new URL(data.value);
				const isAllowed = /^https?:$/.test(target.protocol) && target.host === new URL(frame.src).host;
				if (isAllowed && document.activeElement === frame) top.location.href = target;
			}
		}
	});
	for (const frame of document.querySelectorAll('iframe.wp-embedded-content'))
		frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*');
}`;

/**
 * AMP's `<amp-iframe resizable>`: accepts a height of at least 100 px from its own frame, whose origin must be that of
 * `src`, or opaque (`null`) in a sandbox without `allow-same-origin`.
 * @see https://amp.dev/documentation/components/websites/amp-iframe#iframe-resizing
 */
export const AMP = `addEventListener('message', ({ data, source, origin }) => {
	for (const element of document.querySelectorAll('[data-amp-iframe]')) {
		const frame = element.querySelector('iframe');
		if (frame.contentWindow !== source) continue;
		const isOpaque = !frame.sandbox.contains('allow-same-origin');
		if (origin !== (isOpaque ? 'null' : new URL(frame.src).origin)) continue;
		if (data?.sentinel !== 'amp' || data.type !== 'embed-size' || !(data.height >= 100)) continue;
		element.style.height = frame.style.height = parseInt(data.height) + 'px';
	}
});`;
