// Checks that nginx and Caddy, configured as in docs/hosting/, respond like our own server.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/command.js';
import { listSites } from '../../scripts/headers.js';
import { freePort } from './port.js';

const build = join(root, 'build');
const COMPARED = [
	'access-control-allow-origin',
	'cache-control',
	'content-security-policy',
	'cross-origin-embedder-policy',
	'cross-origin-resource-policy',
	'x-content-type-options'
];

/**
 * The hosts, keyed by command; `prepare` turns the example into a self-contained configuration.
 * @type {Record<string, { example: string, prepare: (example: string, port: number, folder: string) => string, args: (file: string) => string[] }>}
 */
const HOSTS = {
	nginx: {
		example: 'nginx.conf',
		prepare: (example, port, folder) => {
			const server = example
				.replace('listen 80', `listen ${port}`)
				.replace('root /srv/timeline', `root ${build}`)
				.replace('include mime.types', 'include /etc/nginx/mime.types');
			const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
				(name) => `${name}_temp_path ${folder};`
			);
			return `daemon off; pid ${folder}/pid; ${process.getuid?.() === 0 ? 'user root;' : ''}
				events {} http { access_log off; ${temporary.join(' ')} ${server} }`;
		},
		args: (file) => ['-c', file, '-e', 'stderr']
	},
	caddy: {
		example: 'Caddyfile',
		prepare: (example, port) =>
			`{\n\tadmin off\n}\n${example.replace('\n:80', `\n:${port}`).replace('root * /srv/timeline', `root * ${build}`)}`,
		args: (file) => ['run', '--adapter', 'caddyfile', '--config', file]
	}
};

/**
 * @param {string} ours URL of our own server, without a trailing slash
 * @returns {Promise<import('./run.js').Result[]>}
 */
export async function checkHosts(ours) {
	const results = [];
	for (const name of Object.keys(HOSTS)) {
		const isInstalled = spawnSync(name, ['version'], { stdio: 'ignore' }).error === undefined;
		results.push({
			name,
			problems: isInstalled ? await compare(name, ours) : null
		});
	}
	return results;
}

/**
 * @param {string} name a key of `HOSTS`
 * @param {string} ours URL of our own server
 * @returns {Promise<string[]>} a sentence for each difference
 */
async function compare(name, ours) {
	const { example, prepare, args } = /** @type {(typeof HOSTS)[string]} */ (HOSTS[name]);
	const folder = mkdtempSync(join(tmpdir(), `timeline-${name}-`));
	const port = await freePort();
	const file = join(folder, example);
	writeFileSync(
		file,
		prepare(readFileSync(join(root, 'docs/hosting', example), 'utf8'), port, folder)
	);
	const child = spawn(name, args(file), { stdio: ['ignore', 'ignore', 'pipe'] });
	let stderr = '';
	child.stderr.on('data', (text) => (stderr += text));
	try {
		const theirs = `http://localhost:${port}`;
		for (let tries = 0; !(await isUp(theirs)); tries++) {
			if (tries > 50 || child.exitCode !== null) return [`It doesn't start: ${stderr}`];
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		const problems = [];
		for (const path of pathsToTry()) {
			const [wanted, found] = await Promise.all([ours, theirs].map((site) => probe(site + path)));
			for (const [key, value] of Object.entries(wanted ?? {}))
				if (found?.[key] !== value)
					problems.push(`${path}: ${key} is ${found?.[key]}, but should be ${value}`);
		}
		return problems;
	} finally {
		child.kill();
		rmSync(folder, { recursive: true });
	}
}

/** One path of each kind in the default language, and three pages in each other language. */
function pathsToTry() {
	const hashed = readdirSync(join(build, '_app/immutable/entry'))[0];
	const event = readdirSync(join(build, 'event'))[0];
	const data = readdirSync(join(build, 'data')).map((file) => `/data/${file}`);
	const others = listSites(build).filter(Boolean);
	return [
		...['/', '/about/', '/about', '/embed/', `/event/${event}/`, `/embed/event/${event}/`],
		...['/embed.js', '/embed-example.html', '/nothing', '/a/b/', '/sitemap.xml', '/favicon.svg'],
		`/_app/immutable/entry/${hashed}`,
		...data,
		...others.flatMap((path) => ['/', '/about/', '/embed/'].map((page) => path + page))
	];
}

/**
 * @param {string} address
 * @returns {Promise<Record<string, unknown>>}
 */
async function probe(address) {
	const response = await fetch(address, { redirect: 'manual' });
	const { status, headers } = response;
	if (status === 301 || status === 308) return { status: 'moved', to: placeOf(headers, address) };
	const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
	// the headers of a missing page don't matter
	const names = status === 404 ? [] : COMPARED;
	return { status, isPage, ...Object.fromEntries(names.map((name) => [name, headers.get(name)])) };
}

/** @param {Headers} headers @param {string} address */
const placeOf = (headers, address) => new URL(headers.get('location') ?? '', address).pathname;

/** @param {string} address */
const isUp = (address) => fetch(address).then(Boolean, () => false);
