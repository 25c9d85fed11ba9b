import { describe, expect, test } from 'vitest';
import {
	browserArguments,
	chooseBrowser,
	usualPlaces,
	waysToInstall,
	type Surroundings
} from '../../../scripts/browser.js';

/** A machine on which `files` exist and all but `broken` can be started. */
function machine(files: string[], options: Partial<Surroundings> & { broken?: string[] } = {}) {
	const { broken = [], ...rest } = options;
	return {
		env: {},
		platform: 'linux',
		exists: (path) => files.includes(path),
		starts: (path) => !broken.includes(path),
		playwrightPath: () => '/playwright/chrome',
		...rest
	} satisfies Surroundings;
}

describe('the choice of a browser', () => {
	const all = ['/my/chrome', '/usr/bin/google-chrome', '/usr/bin/chromium', '/playwright/chrome'];

	test('prefers CHROMIUM_PATH', () => {
		expect(chooseBrowser(machine(all, { env: { CHROMIUM_PATH: '/my/chrome' } }))).toBe(
			'/my/chrome'
		);
	});

	test('rejects a wrong CHROMIUM_PATH in one sentence', () => {
		expect(() => chooseBrowser(machine(all, { env: { CHROMIUM_PATH: '/no' } }))).toThrow(
			'CHROMIUM_PATH is "/no", but there is no such file.'
		);
	});

	test('prefers the headless shell, then Chromium, then Chrome, then the browser of Playwright', () => {
		const shell = '/usr/bin/chromium-headless-shell';
		expect(chooseBrowser(machine([...all, shell]))).toBe(shell);
		expect(chooseBrowser(machine(all))).toBe('/usr/bin/chromium');
		expect(chooseBrowser(machine(['/usr/bin/google-chrome', '/playwright/chrome']))).toBe(
			'/usr/bin/google-chrome'
		);
	});

	test('skips a file that cannot be started', () => {
		const broken = ['/usr/bin/chromium-browser'];
		expect(chooseBrowser(machine([...broken, '/playwright/chrome'], { broken }))).toBe(
			'/playwright/chrome'
		);
	});

	test('is null if there is none', () => {
		expect(chooseBrowser(machine([]))).toBeNull();
		expect(chooseBrowser(machine([], { playwrightPath: () => null }))).toBeNull();
	});
});

describe('the usual places', () => {
	test('on Linux are the paths of packages, and PATH', () => {
		const places = usualPlaces({ platform: 'linux', env: { PATH: '/nix/bin:/usr/bin' } });
		expect(places[0]).toBe('/usr/bin/chromium-headless-shell');
		expect(places).toContain('/usr/bin/chromium');
		expect(places).toContain('/snap/bin/chromium');
		expect(places).toContain('/nix/bin/google-chrome-stable');
		expect(new Set(places).size).toBe(places.length);
	});

	test('on macOS are the application folders', () => {
		expect(usualPlaces({ platform: 'darwin', env: { HOME: '/Users/a' } })).toEqual(
			expect.arrayContaining([
				'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
				'/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium'
			])
		);
	});

	test('on Windows are the program folders', () => {
		const env = { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\a\\AppData' };
		expect(usualPlaces({ platform: 'win32', env })).toEqual([
			'C:\\Program Files\\Chromium\\Application\\chrome.exe',
			'C:\\Users\\a\\AppData\\Chromium\\Application\\chrome.exe',
			'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
			'C:\\Users\\a\\AppData\\Google\\Chrome\\Application\\chrome.exe'
		]);
	});
});

describe('without a browser', () => {
	const playwright = ['node', 'cli.js'];
	const download = [['node', 'cli.js', 'install', 'chromium']];
	const rights = { platform: 'linux' as const, hasAptGet: true, hasSudo: false, playwright };

	test('root installs one with apt-get, else downloads one', () => {
		expect(waysToInstall({ ...rights, isRoot: true })).toEqual([
			[
				['apt-get', 'update'],
				['apt-get', 'install', '-y', 'chromium-headless-shell']
			],
			[
				['apt-get', 'update'],
				['apt-get', 'install', '-y', 'chromium']
			],
			download
		]);
	});

	test('other users install one through sudo if it needs no password', () => {
		const [apt] = waysToInstall({ ...rights, isRoot: false, hasSudo: true });
		expect(apt?.[0]).toEqual(['sudo', '-n', 'apt-get', 'update']);
		expect(waysToInstall({ ...rights, isRoot: false })).toEqual([download]);
	});

	test('one is downloaded if there is no apt-get', () => {
		expect(waysToInstall({ ...rights, isRoot: true, hasAptGet: false })).toEqual([download]);
		expect(waysToInstall({ ...rights, isRoot: true, platform: 'darwin' })).toEqual([download]);
	});
});

test('only root starts it without the sandbox', () => {
	expect(browserArguments({ isRoot: true })).toContain('--no-sandbox');
	expect(browserArguments({ isRoot: false })).not.toContain('--no-sandbox');
	expect(browserArguments({ isRoot: false })).toContain('--disable-background-networking');
});
