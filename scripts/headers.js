// HTTP headers of the built files. They are written to build/_headers, which Netlify and Cloudflare read; scripts/serve.js
// sends them; docs/hosting/ has the same for nginx and Caddy.
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteSettings } from './settings.js';

/**
 * Headers of the paths that match; a `*` at the end matches anything. Hosts differ in how they combine two values of one
 * header, so no path gets two.
 * @typedef {object} Rule
 * @property {string} path from the host's root
 * @property {Record<string, string>} headers
 */

/** A sandboxed frame has an opaque origin: all its requests are cross-origin. Hosts with COEP load only what allows it. */
const ALL = {
	'Access-Control-Allow-Origin': '*',
	'Cross-Origin-Resource-Policy': 'cross-origin',
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin'
};
const HASHED = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** Pages refer to hashed files, which the next build replaces: always revalidate. */
const SHORT = { 'Cache-Control': 'no-cache' };
/** No `frame-ancestors`: even `*` would forbid hosts on `file:`, and sandboxed ones. Hosts with COEP require COEP. */
const EMBED = { ...SHORT, 'Cross-Origin-Embedder-Policy': 'require-corp' };
/** Framing alone: the rest of a page's policy is in the page. */
const PAGE = { ...SHORT, 'Content-Security-Policy': "frame-ancestors 'self'" };

/**
 * @param {string} build the folder of the built site
 * @param {string} base the sub-path it was built for
 * @returns {Rule[]}
 */
export function listRules(build, base) {
	const sites = listSites(build);
	return [
		{ path: `${base}/*`, headers: ALL },
		...sites.flatMap((path) => {
			const others = sites.map((site) => site.slice(1));
			const pages = pagesIn(join(build, path), others);
			return [
				{ path: '/_app/immutable/*', headers: HASHED },
				{ path: '/data/*', headers: SHORT },
				{ path: '/lib/*', headers: SHORT },
				{ path: '/embed/*', headers: EMBED },
				...pages.map((page) => ({ path: page, headers: PAGE }))
			].map((rule) => ({ ...rule, path: base + path + rule.path }));
		})
	];
}

/**
 * @param {string} build the folder of the built site
 * @returns {string[]} path prefixes of its languages, that of the root first: `''`, `/it`
 */
export function listSites(build) {
	const folders = readdirSync(build).filter((name) => statSync(join(build, name)).isDirectory());
	const paths = ['', ...folders.toSorted().map((name) => `/${name}`)];
	return paths.filter((path) => existsSync(join(build, path, 'embed/index.html')));
}

/**
 * Paths of all pages except embeds, by their first segment.
 * @param {string} folder
 * @param {string[]} others folders of the other languages
 */
function pagesIn(folder, others) {
	const holdsPages = (/** @type {string} */ name) =>
		readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).some((file) =>
			file.endsWith('.html')
		);
	const paths = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const { name } = entry;
		if (name === 'index.html') return ['/', '/index.html'];
		if (!entry.isDirectory()) return name.endsWith('.html') ? [`/${name}`] : [];
		return name === 'embed' || others.includes(name) || !holdsPages(name) ? [] : [`/${name}/*`];
	});
	return paths.toSorted();
}

/** @param {Rule[]} rules */
export function formatRules(rules) {
	const lines = rules.flatMap(({ path, headers }) => [
		path,
		...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)
	]);
	return `${lines.join('\n')}\n`;
}

/**
 * @param {string} path of a request, from the host's root
 * @param {Rule[]} rules
 * @returns {Record<string, string>}
 */
export function headersOf(path, rules) {
	const matching = rules.filter((rule) =>
		rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path
	);
	return Object.assign({}, ...matching.map(({ headers }) => headers));
}

/** Writes `_headers`. @param {string} build the folder of the built site */
export function writeHeaders(build) {
	writeFileSync(join(build, '_headers'), formatRules(listRules(build, siteSettings().base)));
}
