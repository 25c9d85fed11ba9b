// Finds the browser that the tests run in, and gets one where there is none.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { fail, isCommand, packageCommand } from './command.js';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string[]} args to start it with
 *
 * @typedef {object} Surroundings what the choice depends on
 * @property {Record<string, string | undefined>} env
 * @property {NodeJS.Platform} platform
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => boolean} starts whether it can be started: on some systems
 *   `chromium-browser` is a script that only says where the real one can be had
 * @property {() => string | null} playwrightPath where Playwright keeps its own browser
 */

/** Best first: the headless shell has no window, which takes half of what a page costs. */
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
 * The usual places of an installed browser, best first.
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
 * Chooses among the browsers that are already there; null when there is none.
 * @param {Surroundings} surroundings
 * @returns {string | null}
 * @throws {Error} with one sentence, when CHROMIUM_PATH names nothing
 */
export function chooseBrowser(surroundings) {
	const { env, exists, starts, playwrightPath } = surroundings;
	if (env.CHROMIUM_PATH) {
		if (exists(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
		throw new Error(`CHROMIUM_PATH is ${JSON.stringify(env.CHROMIUM_PATH)}, but nothing is there.`);
	}
	const installed = usualPlaces(surroundings).find((path) => exists(path) && starts(path));
	if (installed) return installed;
	const own = playwrightPath();
	return own && exists(own) ? own : null;
}

/**
 * The ways to get a browser, in the order to try them; each is a row of commands.
 * @param {object} rights
 * @param {NodeJS.Platform} rights.platform
 * @param {boolean} rights.isRoot
 * @param {boolean} rights.hasAptGet
 * @param {boolean} rights.hasSudo without being asked for a password
 * @param {string[]} rights.playwright the command line of Playwright's own program
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
 * What a browser in tests doesn't need, and what would reach for the network on its own.
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
 * The browser that is already there, or null.
 * @returns {Promise<Browser | null>}
 * @throws {Error} with one sentence, when CHROMIUM_PATH names nothing
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
 * The browser that is already there; else installs one.
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
	// on Windows and macOS the question would open a window
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
 * Runs the commands one after the other, up to the first that fails.
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
