// Serves the built site as a static host would: files, trailing slashes and 404.html; no rendering.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, posix } from 'node:path';
import { pipeline } from 'node:stream';
import { parseArgs } from 'node:util';
import compression from 'compression';
import send from 'send';
import { fail, isCommand, root } from './command.js';
import { headersOf, listRules } from './headers.js';
import { parseBasePath, siteSettings } from './settings.js';

const DEFAULT_PORT = 4173;

/**
 * Content types that `send` doesn't know.
 * @type {[RegExp, string][]}
 */
const CONTENT_TYPES = [
	[/\.bib$/, 'application/x-bibtex; charset=utf-8'],
	[/\.ics$/, 'text/calendar; charset=utf-8'],
	[/\.ris$/, 'application/x-research-info-systems; charset=utf-8']
];

/**
 * @typedef {object} ServeOptions
 * @property {string} [dir] the built site
 * @property {number} [port] 0 for any free one
 * @property {string} [base] the sub-path the site was built for
 *
 * @typedef {object} StaticServer
 * @property {string} url the site's front page, with base path and trailing slash
 * @property {number} port
 * @property {() => Promise<void>} close
 */

/**
 * Listens on all interfaces, over IPv4 and IPv6.
 * @param {ServeOptions} [options]
 * @returns {Promise<StaticServer>}
 * @throws {Error} with one sentence, when there is no built site or the port is not available
 */
export async function startServer({
	dir = join(root, 'build'),
	port = DEFAULT_PORT,
	base = ''
} = {}) {
	if (!existsSync(join(dir, 'index.html'))) {
		throw new Error(`There is no built site in ${dir}: run "npm run build" first.`);
	}
	const server = createServer(createListener(dir, base));
	await new Promise((resolve, reject) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			reject(new Error(portProblem(error, port)));
		});
		server.listen(port, () => resolve(undefined));
	});
	const actual = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
	return {
		url: `http://localhost:${actual}${base}/`,
		port: actual,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

/**
 * @param {string} dir the built site
 * @param {string} base the sub-path it was built for
 * @returns {(request: any, response: any) => void} for HTTP/1.1 and HTTP/2 alike
 */
export function createListener(dir, base) {
	const answer = createHandler(dir, base);
	// a range refers to the file as it is, so it is served uncompressed
	const compress = compression({
		filter: (request, response) => !request.headers.range && compression.filter(request, response)
	});
	return (request, response) => compress(request, response, () => answer(request, response));
}

/**
 * @param {string} dir
 * @param {string} base
 * @returns {import('node:http').RequestListener}
 */
function createHandler(dir, base) {
	const rules = listRules(dir, base);
	return (request, response) => {
		const [, pathname = '/', query = ''] = /^([^?]*)(.*)$/s.exec(request.url ?? '/') ?? [];
		const headers = { 'Cache-Control': 'no-cache', ...headersOf(decodePath(pathname), rules) };
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.setHeader('Allow', 'GET, HEAD');
			return sendText(response, 405, 'Only GET and HEAD are served here.');
		}
		// a browser reads both as the start of another host's address
		if (/^\/[/\\]|\\|%5c/i.test(pathname))
			return sendText(response, 400, 'This address is malformed.');
		if (base && pathname === base) return redirect(response, `${pathname}/${query}`);
		const path = pathname.slice(base.length);
		// hosts read _headers and don't serve it
		const isServed = pathname.startsWith(`${base}/`) && path !== '/_headers';
		if (!isServed) return sendNotFound(response, dir);

		send(request, path, {
			root: dir,
			dotfiles: 'ignore',
			cacheControl: false
		})
			.on('headers', (_, file) => {
				const [, type] = CONTENT_TYPES.find(([ending]) => ending.test(file)) ?? [];
				if (type) response.setHeader('Content-Type', type);
			})
			.on('directory', (_, folder) => {
				// `send` would drop the query
				if (isFile(join(folder, 'index.html'))) redirect(response, `${pathname}/${query}`);
				else sendNotFound(response, dir);
			})
			.on('error', ({ status, headers: given }) => {
				if (status === 404) return sendNotFound(response, dir);
				for (const [name, value] of Object.entries(given ?? {})) response.setHeader(name, value);
				sendText(response, status, 'This request cannot be answered.');
			})
			.pipe(response);
	};
}

/**
 * The path that is served for a request: the headers must be those of the file, however its address is written.
 * @param {string} pathname
 */
function decodePath(pathname) {
	try {
		return posix.normalize(decodeURIComponent(pathname));
	} catch {
		return pathname; // malformed: answered with an error
	}
}

/** @param {string} path */
function isFile(path) {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function sendText(response, status, text) {
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
	response.setHeader('Location', location);
	sendText(response, 301, `Moved to ${location}`);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} dir
 */
function sendNotFound(response, dir) {
	const path = join(dir, '404.html');
	if (!isFile(path)) return sendText(response, 404, 'Nothing is at this address.');
	response.writeHead(404, {
		'Content-Type': 'text/html; charset=utf-8',
		'Cache-Control': 'no-cache'
	});
	// `pipeline` closes the file when the client goes away
	pipeline(createReadStream(path), response, () => {});
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 */
function portProblem(error, port) {
	if (error.code === 'EADDRINUSE') {
		return (
			`Port ${port} is in use: stop whatever is using it, or choose another one ` +
			`with "npm run preview -- --port <number>".`
		);
	}
	if (error.code === 'EACCES') return `Port ${port} requires elevated privileges.`;
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
