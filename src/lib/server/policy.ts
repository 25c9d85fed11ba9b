/** What a page may load and run, said in the page itself: a static host may be unable to send it. */
import { createHash } from 'node:crypto';
import { building } from '$app/environment';

type Policy = Record<string, string[]>;

/** Nothing that isn't named. What a host page may do with frames of ours only a header can say: see scripts/headers.js. */
const COMMON: Policy = {
	'default-src': ["'none'"],
	'base-uri': ["'none'"],
	'form-action': ["'none'"],
	// where a mark stands is in its attribute; stylesheets and inline ones need no more than the others
	'style-src-attr': ["'unsafe-inline'"]
};

/** In a sandbox WebKit holds that nothing is of the page's own origin: it is named, or any host where nobody named it. */
const HERE = ["'self'", ...(SITE_ORIGIN ? [SITE_ORIGIN] : ['http:', 'https:'])];

/**
 * @param html of the whole page, all inline scripts and styles in it
 * @param route as Kit names it
 * @returns the page with its policy
 */
export function addPolicy(html: string, route: string | null): string {
	// the development server injects scripts and styles
	if (!building) return html;
	const isFrame = route?.startsWith('/embed') ?? false;
	const own = isFrame ? HERE : ["'self'"];
	const policy: Policy = {
		...COMMON,
		'script-src': [...own, ...hashesOf(html, 'script')],
		'style-src': [...own, ...hashesOf(html, 'style')],
		// a picture of the chart is drawn from one that is made in the page
		'img-src': isFrame ? own : ["'self'", 'blob:'],
		'connect-src': own,
		// a page's policy goes on when Kit has put another in its place, as /share/, which has a frame
		...(!isFrame && { 'frame-src': ["'self'"] })
	};
	const text = Object.entries(policy).map(([name, values]) => [name, ...values].join(' '));
	const meta = `<meta http-equiv="content-security-policy" content="${text.join('; ')}" />`;
	// before everything that it is about
	return html.replace(/<meta charset="[^"]*" ?\/?>/, (charset) => charset + meta);
}

/** The hashes of what stands in the page itself, each once. */
function hashesOf(html: string, element: 'script' | 'style'): string[] {
	const found = html.matchAll(new RegExp(`<${element}\\b([^>]*)>([^]*?)</${element}>`, 'g'));
	const texts = [...found]
		.filter(([, attributes]) => !/\b(?:src|type="application)\b/.test(attributes!))
		.map(([, , text]) => text!);
	const hash = (text: string) => createHash('sha256').update(text).digest('base64');
	return [...new Set(texts.map((text) => `'sha256-${hash(text)}'`))];
}
