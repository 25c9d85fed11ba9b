// Serves the built site as a plain static host would: no rewriting, no rendering.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { extname, join, normalize, sep } from 'node:path';
import { parseArgs } from 'node:util';
import compression from 'compression';
import sirv from 'sirv';
import { fail, isCommand, root } from './command.js';
import { headersOf, listRules } from './headers.js';
import { parseBasePath, siteSettings } from './settings.js';

const DEFAULT_PORT = 4173;

/**
 * Types that sirv doesn't know, or gives without a charset.
 * @type {Record<string, string>}
 */
const CONTENT_TYPES = {
	'.bib': 'application/x-bibtex; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ics': 'text/calendar; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.ris': 'application/x-research-info-systems; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8'
};

/**
 * @typedef {object} ServeOptions
 * @property {string} [dir] the built site
 * @property {number} [port] 0 for any free one
 * @property {string} [base] the sub-path the site was built for
 * @property {{ key: string, cert: string }} [tls] to serve HTTP/2, as most hosts do; else HTTP/1.1
 *
 * @typedef {object} StaticServer
 * @property {string} url the site's front page, with base path and trailing slash
 * @property {number} port
 * @property {() => Promise<void>} close
 */

/**
 * Listens on every interface: `localhost` then works over IPv4 and IPv6, and a phone can look in.
 * @param {ServeOptions} [options]
 * @returns {Promise<StaticServer>}
 * @throws {Error} with one sentence, when there is nothing to serve or the port can't be had
 */
export async function startServer(options = {}) {
	const { dir = join(root, 'build'), port = DEFAULT_PORT, base = '', tls } = options;
	if (!existsSync(join(dir, 'index.html'))) {
		throw new Error(`There is no built site in ${dir}: run "npm run build" first.`);
	}
	const host = staticHost(dir, base);
	const compress = compression();
	/** @type {(request: any, response: any) => void} Node's two kinds of server, and Express, for which it was written */
	const answer = (request, response) => {
		compress(request, response, () => host(request, response));
	};
	const server = tls ? createSecureServer(tls, answer) : createServer(answer);
	await new Promise((resolve, reject) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			reject(new Error(portProblem(error, port)));
		});
		server.listen(port, () => resolve(undefined));
	});
	const actual = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
	return {
		url: `${tls ? 'https' : 'http'}://localhost:${actual}${base}/`,
		port: actual,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				if ('closeAllConnections' in server) server.closeAllConnections();
			})
	};
}

/**
 * @param {string} dir
 * @param {string} base
 * @returns {import('node:http').RequestListener}
 */
function staticHost(dir, base) {
	// dev: looks at the disk on each request, so that a rebuild needs no restart
	const files = sirv(dir, { dev: true, etag: true, extensions: [], dotfiles: true });
	const rules = listRules(dir, base);

	return (request, response) => {
		const [pathname = '/', query] = splitQuery(request.url ?? '/');
		const headers = { 'Cache-Control': 'no-cache', ...headersOf(pathname, rules) };
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.setHeader('Allow', 'GET, HEAD');
			return answer(response, 405, 'Only GET and HEAD are served here.');
		}
		const path = decode(pathname);
		if (path === null) return answer(response, 400, 'This address is malformed.');
		if (path === base && base !== '') return redirect(response, `${pathname}/${query}`);
		if (!path.startsWith(`${base}/`)) return notFound(response, dir);

		const inside = path.slice(base.length);
		const index = inside.endsWith('/') ? `${inside}index.html` : `${inside}/index.html`;
		if (!inside.endsWith('/') && isFile(dir, index)) {
			return redirect(response, `${pathname}/${query}`);
		}
		const file = inside.endsWith('/') ? index : inside;
		if (!isFile(dir, file)) return notFound(response, dir);

		const type = CONTENT_TYPES[extname(file)];
		if (type) response.setHeader('Content-Type', type);
		request.url = encodeURI(file);
		files(request, response, () => notFound(response, dir));
	};
}

/**
 * @param {string} url
 * @returns {[string, string]} the path, and the query with its question mark
 */
function splitQuery(url) {
	const at = url.indexOf('?');
	return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
}

/** @param {string} pathname */
function decode(pathname) {
	try {
		return decodeURI(pathname);
	} catch {
		return null;
	}
}

/**
 * @param {string} dir
 * @param {string} path from the site's root, decoded
 */
function isFile(dir, path) {
	const file = normalize(join(dir, path));
	if (!file.startsWith(normalize(dir + sep))) return false;
	try {
		return statSync(file).isFile();
	} catch {
		return false; // there is no such file, or a part of its path is no folder
	}
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function answer(response, status, text) {
	response.writeHead(status, {
		'Content-Type': 'text/plain; charset=utf-8',
		'Cache-Control': 'no-cache'
	});
	response.end(`${text}\n`);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} location
 */
function redirect(response, location) {
	// two leading slashes would name another host
	response.setHeader('Location', location.replace(/^\/{2,}/, '/'));
	answer(response, 301, `Moved to ${location}`);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} dir
 */
function notFound(response, dir) {
	if (!isFile(dir, '/404.html')) return answer(response, 404, 'Nothing is at this address.');
	response.writeHead(404, {
		'Content-Type': 'text/html; charset=utf-8',
		'Cache-Control': 'no-cache'
	});
	createReadStream(join(dir, '404.html')).pipe(response);
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 */
function portProblem(error, port) {
	if (error.code === 'EADDRINUSE') {
		return (
			`Port ${port} is taken: stop what is using it, or choose another one ` +
			`with "npm run preview -- --port <number>".`
		);
	}
	if (error.code === 'EACCES') return `Port ${port} may not be used without more rights.`;
	return `The server can't start on port ${port}: ${error.message}.`;
}

/**
 * @param {string | undefined} value
 * @throws {Error} with one sentence
 */
export function parsePort(value) {
	if (!value) return DEFAULT_PORT;
	const port = Number(value);
	if (!/^\d+$/.test(value) || port > 65535) {
		throw new Error(
			`The port must be a whole number up to 65535, but it is ${JSON.stringify(value)}.`
		);
	}
	return port;
}

if (isCommand(import.meta.url)) {
	try {
		const { values } = parseArgs({
			options: { port: { type: 'string' }, base: { type: 'string' } }
		});
		const base = values.base === undefined ? siteSettings().base : parseBasePath(values.base);
		const { url } = await startServer({ port: parsePort(values.port ?? process.env.PORT), base });
		console.log(`The timeline is at ${url} (Ctrl+C stops it).`);
	} catch (error) {
		fail(error);
	}
}
