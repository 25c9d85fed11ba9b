/** Content Security Policy of a page, in a `<meta>`: a static host may be unable to send headers. */
import { createHash } from 'node:crypto';
import { building } from '$app/environment';

type Policy = Record<string, string[]>;

/** Everything not listed is forbidden. `frame-ancestors` works only in a header: see scripts/headers.js. */
const COMMON: Policy = {
	'default-src': ["'none'"],
	'base-uri': ["'none'"],
	'form-action': ["'none'"],
	// marks are positioned by `style` attributes; style sheets and `<style>` need no exception
	'style-src-attr': ["'unsafe-inline'"]
};

/** In a sandboxed frame, WebKit matches nothing to 'self': adds the site's origin or, if it is not set, any host. */
const SELF = ["'self'", ...(SITE_ORIGIN ? [SITE_ORIGIN] : ['http:', 'https:'])];

/**
 * @param html of the whole page, with all inline scripts and styles
 * @param route id of Kit's route
 * @returns the page with its policy
 */
export function addPolicy(html: string, route: string | null): string {
	// the development server injects scripts and styles
	if (!building) return html;
	const isFrame = route?.startsWith('/embed') ?? false;
	const own = isFrame ? SELF : ["'self'"];
	const policy: Policy = {
		...COMMON,
		'script-src': [...own, ...hashesOf(html, 'script')],
		'style-src': [...own, ...hashesOf(html, 'style')],
		// the export of the chart to PNG loads an SVG from a blob
		'img-src': isFrame ? own : ["'self'", 'blob:'],
		'font-src': own,
		'connect-src': own,
		// a page's policy persists through client-side navigation, such as to /share/, which has a frame
		...(!isFrame && { 'frame-src': ["'self'"] })
	};
	const text = Object.entries(policy).map(([name, values]) => [name, ...values].join(' '));
	const meta = `<meta http-equiv="content-security-policy" content="${text.join('; ')}" />`;
	// a policy in a `<meta>` applies only to what follows it
	return html.replace(/<meta charset="[^"]*" ?\/?>/, (charset) => charset + meta);
}

/** Hashes of the inline scripts or styles of a page, each once. */
function hashesOf(html: string, element: 'script' | 'style'): string[] {
	const found = html.matchAll(new RegExp(`<${element}\\b([^>]*)>([^]*?)</${element}>`, 'g'));
	const texts = [...found]
		.filter(([, attributes]) => !/\b(?:src|type="application)\b/.test(attributes!))
		.map(([, , text]) => text!);
	const hash = (text: string) => createHash('sha256').update(text).digest('base64');
	return [...new Set(texts.map((text) => `'sha256-${hash(text)}'`))];
}
