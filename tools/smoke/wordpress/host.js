// A WordPress of its own, from Debian's packages: database and files in a temporary folder, on loopback.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../port.js';

const SOURCE = '/usr/share/wordpress';
const COMMANDS = ['/usr/sbin/mariadbd', '/usr/bin/mariadb-install-db', '/usr/bin/php'];
const SETUP = fileURLToPath(new URL('setup.php', import.meta.url));

export const isInstalled = () => [SOURCE, ...COMMANDS].every((path) => existsSync(path));

/**
 * @typedef {object} WordPress
 * @property {string} url without a trailing slash
 * @property {(posts: Post[]) => Record<string, string>} publish returns the posts' addresses, keyed by name
 * @property {() => Promise<void>} close
 */

/** @typedef {{ name: string, author: 'administrator' | 'author', content: string }} Post */

/** @returns {Promise<WordPress>} */
export async function startWordPress() {
	const folder = mkdtempSync(join(tmpdir(), 'timeline-wordpress-'));
	const [site, data, socket] = ['site', 'data', 'socket'].map((name) => join(folder, name));
	cpSync(SOURCE, site, { recursive: true, dereference: true });
	mkdirSync(join(site, 'wp-content/uploads'), { recursive: true });
	const user = process.getuid?.() === 0 ? ['--user=root'] : [];
	const installed = spawnSync(
		'mariadb-install-db',
		[`--datadir=${data}`, '--auth-root-authentication-method=normal', ...user],
		{ encoding: 'utf8' }
	);
	if (installed.status !== 0) throw new Error(`MariaDB: ${installed.stderr}`);
	const database = spawn(
		'/usr/sbin/mariadbd',
		['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', ...user],
		{ stdio: 'ignore' }
	);
	const port = await freePort();
	const url = `http://localhost:${port}`;
	writeFileSync(join(site, 'wp-config.php'), configuration(url, socket));
	// six workers: a page of WordPress requests itself and the timeline; a group of their own, which can be ended
	const web = spawn('php', ['-S', `localhost:${port}`, '-t', site], {
		stdio: 'ignore',
		detached: true,
		env: { ...process.env, PHP_CLI_SERVER_WORKERS: '6' }
	});
	const close = async () => {
		if (web.pid) process.kill(-web.pid);
		const closed = new Promise((resolve) => database.once('close', resolve));
		database.kill();
		await closed;
		rmSync(folder, { recursive: true, force: true });
	};
	/** @param {string[]} args @param {string} [input] */
	const php = (args, input) => {
		const { status, stdout, stderr } = spawnSync('php', [SETUP, site, ...args], {
			encoding: 'utf8',
			input
		});
		if (status !== 0) throw new Error(`WordPress: ${stdout}${stderr}`);
		return stdout;
	};
	try {
		await waitFor(() => existsSync(socket), 'MariaDB');
		php(['install']);
		await waitFor(() => fetch(url).then(Boolean, () => false), 'PHP');
	} catch (error) {
		await close();
		throw error;
	}
	return {
		url,
		publish: (posts) => JSON.parse(php(['publish'], JSON.stringify(posts))),
		close
	};
}

/** @param {() => boolean | Promise<boolean>} isReady @param {string} name */
async function waitFor(isReady, name) {
	for (let tries = 0; tries < 300; tries++) {
		if (await isReady()) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`${name} does not start.`);
}

/** @param {string} url @param {string} socket */
const configuration = (url, socket) => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'WP_HOME', '${url}' );
define( 'WP_SITEURL', '${url}' );
define( 'WP_AUTO_UPDATE_CORE', false );
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', 'localhost' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;
