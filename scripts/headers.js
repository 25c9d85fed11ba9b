// What hosts shall send with the built files. It is written to build/_headers, which Netlify and Cloudflare read;
// scripts/serve.js sends it, and docs/hosting/ says the same to nginx and Caddy.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.js';
import { listLanguages } from './languages.js';
import { siteSettings } from './settings.js';

/**
 * Headers for every path that matches; a `*` at the end stands for anything. Where two rules name one header, hosts join
 * or choose: so no path has two that do.
 * @typedef {object} Rule
 * @property {string} path from the host's root
 * @property {Record<string, string>} headers
 */

/** In a sandbox a frame is of no origin: everything of it comes from elsewhere. */
const ALL = {
	'Access-Control-Allow-Origin': '*',
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin'
};
const HASHED = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** A page names files with hashes, which are gone with the next build: it is asked for each time. */
const SHORT = { 'Cache-Control': 'no-cache' };
/** Who may frame it; the rest of a page's policy stands in the page. */
const EMBED = { ...SHORT, 'Content-Security-Policy': 'frame-ancestors *' };
const PAGE = { ...SHORT, 'Content-Security-Policy': "frame-ancestors 'self'" };

/**
 * @param {string} build the folder of the built site
 * @param {string} base the sub-path it was built for
 * @returns {Rule[]}
 */
export function listRules(build, base) {
	const sites = listLanguages().filter(({ path }) => existsSync(join(build, path, 'index.html')));
	return [
		{ path: `${base}/*`, headers: ALL },
		...sites.flatMap(({ path }) => {
			const pages = pagesIn(
				join(build, path),
				sites.map((site) => site.path.slice(1))
			);
			return [
				{ path: '/_app/immutable/*', headers: HASHED },
				{ path: '/data/*', headers: SHORT },
				{ path: '/embed/*', headers: EMBED },
				...pages.map((page) => ({ path: page, headers: PAGE }))
			].map((rule) => ({ ...rule, path: base + path + rule.path }));
		})
	];
}

/**
 * The paths of all pages but the embeds, by their first part.
 * @param {string} folder
 * @param {string[]} others folders that are sites of their own
 */
function pagesIn(folder, others) {
	const holdsPages = (/** @type {string} */ name) =>
		readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).some((file) =>
			file.endsWith('.html')
		);
	const paths = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const { name } = entry;
		if (name === 'index.html') return ['/'];
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

/** Writes the rules of the built site. */
export function writeHeaders() {
	const build = join(root, 'build');
	writeFileSync(join(build, '_headers'), formatRules(listRules(build, siteSettings().base)));
}
