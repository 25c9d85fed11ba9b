// Finds the browser for the tests, or installs one.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { fail, isCommand, packageCommand } from './command.js';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string[]} args to start it with
 *
 * @typedef {object} Surroundings
 * @property {Record<string, string | undefined>} env
 * @property {NodeJS.Platform} platform
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => boolean} starts whether it can be started: on some systems
 *   `chromium-browser` is a stub that prints how to install the browser
 * @property {() => string | null} playwrightPath path of Playwright's own browser
 */

/** Best first: a page takes half the processor time in the headless shell, which has no window. */
const NAMES = [
	'chromium-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome-stable',
	'google-chrome'
];
const PACKAGES = ['chromium-headless-shell', 'chromium'];
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const MAC_APPS = [
	'Chromium.app/Contents/MacOS/Chromium',
	'Google Chrome.app/Contents/MacOS/Google Chrome'
];
const WINDOWS_PLACES = [
	'Chromium\\Application\\chrome.exe',
	'Google\\Chrome\\Application\\chrome.exe'
];

const NOT_FOUND =
	'No browser for the tests: install Chromium or Chrome, or set CHROMIUM_PATH to its executable.';

/**
 * Usual paths of an installed browser, best first.
 * @param {Pick<Surroundings, 'env' | 'platform'>} surroundings
 */
export function usualPlaces({ env, platform }) {
	if (platform === 'win32') {
		const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
		return combine(folders, WINDOWS_PLACES, win32);
	}
	const folders = new Set([...USUAL_FOLDERS, ...(env.PATH ?? '').split(':')]);
	const commands = combine([...folders], NAMES, posix);
	if (platform !== 'darwin') return commands;
	const home = env.HOME && posix.join(env.HOME, 'Applications');
	return [...combine(['/Applications', home], MAC_APPS, posix), ...commands];
}

/**
 * @param {(string | undefined)[]} folders
 * @param {string[]} names
 * @param {import('node:path').PlatformPath} path
 */
function combine(folders, names, path) {
	return names.flatMap((name) =>
		folders.flatMap((folder) => (folder ? [path.join(folder, name)] : []))
	);
}

/**
 * Chooses among the installed browsers; null for none.
 * @param {Surroundings} surroundings
 * @returns {string | null}
 * @throws {Error} with one sentence, when nothing is at CHROMIUM_PATH
 */
export function chooseBrowser(surroundings) {
	const { env, exists, starts, playwrightPath } = surroundings;
	if (env.CHROMIUM_PATH) {
		if (exists(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
		throw new Error(
			`CHROMIUM_PATH is ${JSON.stringify(env.CHROMIUM_PATH)}, but there is no such file.`
		);
	}
	const installed = usualPlaces(surroundings).find((path) => exists(path) && starts(path));
	if (installed) return installed;
	const own = playwrightPath();
	return own && exists(own) ? own : null;
}

/**
 * Ways to install a browser, in order of preference; each is a list of commands.
 * @param {object} rights
 * @param {NodeJS.Platform} rights.platform
 * @param {boolean} rights.isRoot
 * @param {boolean} rights.hasAptGet
 * @param {boolean} rights.hasSudo whether sudo works without a password
 * @param {string[]} rights.playwright command line of Playwright's CLI
 * @returns {string[][][]}
 */
export function waysToInstall({ platform, isRoot, hasAptGet, hasSudo, playwright }) {
	const download = [[...playwright, 'install', 'chromium']];
	if (platform !== 'linux' || !hasAptGet || !(isRoot || hasSudo)) return [download];
	const apt = isRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
	const packages = PACKAGES.map((name) => [
		[...apt, 'update'],
		[...apt, 'install', '-y', name]
	]);
	return [...packages, download];
}

/**
 * Turns off what tests don't need and what would access the network.
 * @param {{ isRoot: boolean }} rights
 */
export function browserArguments({ isRoot }) {
	const args = [
		'--disable-gpu',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--disable-quic'
	];
	return isRoot ? [...args, '--no-sandbox'] : args;
}

/**
 * The installed browser, or null.
 * @returns {Promise<Browser | null>}
 * @throws {Error} with one sentence, when nothing is at CHROMIUM_PATH
 */
export async function findBrowser() {
	const { chromium } = await import('playwright');
	const executablePath = chooseBrowser({
		env: process.env,
		platform: process.platform,
		exists: existsSync,
		starts,
		playwrightPath: () => {
			try {
				return chromium.executablePath();
			} catch {
				return null; // Playwright has none for this system
			}
		}
	});
	return executablePath ? { executablePath, args: browserArguments({ isRoot: isRoot() }) } : null;
}

/**
 * The installed browser; installs one if there is none.
 * @returns {Promise<Browser>}
 * @throws {Error} with one sentence
 */
export async function ensureBrowser() {
	const found = await findBrowser();
	if (found) return found;
	const ways = waysToInstall({
		platform: process.platform,
		isRoot: isRoot(),
		hasAptGet: succeeds('apt-get', '--version'),
		hasSudo: succeeds('sudo', '-n', 'true'),
		playwright: [process.execPath, packageCommand('playwright')]
	});
	for (const commands of ways) {
		if (!(await runAll(commands))) continue;
		const installed = await findBrowser();
		if (installed) return installed;
	}
	throw new Error(NOT_FOUND);
}

function isRoot() {
	return process.getuid?.() === 0;
}

/** @param {string} path */
function starts(path) {
	// on Windows and macOS this would open a window
	return process.platform !== 'linux' || succeeds(path, '--version');
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function succeeds(command, ...args) {
	return spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/**
 * Runs the commands in order, up to the first that fails.
 * @param {string[][]} commands
 */
async function runAll(commands) {
	for (const [command = '', ...args] of commands) {
		console.log(`No browser found. Running: ${[command, ...args].join(' ')}`);
		const child = spawn(command, args, {
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
		const code = await new Promise((resolve) => {
			child.on('error', () => resolve(1));
			child.on('close', resolve);
		});
		if (code !== 0) return false;
	}
	return true;
}

if (isCommand(import.meta.url)) {
	try {
		const { executablePath, args } = await ensureBrowser();
		console.log([executablePath, ...args].join(' '));
	} catch (error) {
		fail(error);
	}
}
