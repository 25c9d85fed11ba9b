// One driver interface for Debian's Firefox and WebKitGTK, which Playwright can't drive.
import { spawn } from 'node:child_process';
import puppeteer from 'puppeteer-core';

/**
 * A browser with one page. Expressions (as source text) and selectors apply to the current frame: the one entered last,
 * or the page itself after `open`.
 * @typedef {object} Driver
 * @property {(address: string) => Promise<void>} open
 * @property {() => Promise<void>} enterFrame enters the page's first frame
 * @property {(expression: string) => Promise<unknown>} evaluate
 * @property {(selector: string) => Promise<void>} click clicks the first matching element with the pointer
 * @property {() => Promise<void>} close
 */

/** Starts Firefox over WebDriver BiDi, which needs no separate driver. @returns {Promise<Driver>} */
export async function startFirefox() {
	const browser = await puppeteer.launch({
		browser: 'firefox',
		executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
		headless: true
	});
	const page = await browser.newPage();
	await page.setViewport({ width: 1280, height: 900 });
	/** @type {import('puppeteer-core').Frame} */
	let frame = page.mainFrame();
	return {
		open: async (address) => {
			await page.goto(address);
			frame = page.mainFrame();
		},
		enterFrame: async () => {
			const element = await page.waitForSelector('iframe');
			// lazy frames navigate after the page's load event
			await page.waitForFunction((iframe) => iframe?.src !== '', {}, element);
			const entered = await element?.contentFrame();
			if (!entered) throw new Error('The frame has no document.');
			frame = entered;
		},
		evaluate: (expression) => frame.evaluate(expression),
		click: async (selector) => {
			const element = await frame.$(selector);
			if (!element) throw new Error(`There is no ${selector}.`);
			await element.click();
		},
		close: () => browser.close()
	};
}

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
/** WebDriver's web element identifier: the key of an element reference. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * Starts WebKitGTK over WebDriver, with Debian's driver on a virtual screen (Xvfb).
 * @param {number} port a free port for the driver
 * @returns {Promise<Driver>}
 * @throws {Error} if the driver does not start within 10 s, or refuses a session
 */
export async function startWebKit(port) {
	const args = ['-a', '-s', '-screen 0 1400x1000x24', 'WebKitWebDriver', `--port=${port}`];
	// a process group of its own, so that the screen and the driver are killed together
	const child = spawn('xvfb-run', args, { stdio: 'ignore', detached: true });
	const end = () => child.pid && process.kill(-child.pid);
	/**
	 * @param {string} method
	 * @param {string} path
	 * @param {object} [body]
	 */
	const ask = async (method, path, body) => {
		const response = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			body: body && JSON.stringify(body)
		});
		const { value } = await response.json();
		if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
		return value;
	};
	try {
		for (let tries = 0; ; tries++) {
			if (await ask('GET', '/status').then(Boolean, () => false)) break;
			if (tries > 100) throw new Error('WebKitWebDriver does not start.');
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		const { sessionId } = await ask('POST', '/session', {
			capabilities: {
				alwaysMatch: {
					'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] }
				}
			}
		});
		const session = `/session/${sessionId}`;
		/** @param {string} selector */
		const find = (selector) =>
			ask('POST', `${session}/element`, { using: 'css selector', value: selector });
		return {
			open: async (address) => {
				await ask('POST', `${session}/frame`, { id: null });
				await ask('POST', `${session}/url`, { url: address });
			},
			enterFrame: async () => ask('POST', `${session}/frame`, { id: await find('iframe') }),
			evaluate: (expression) =>
				ask('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
			click: async (selector) => {
				const { [ELEMENT]: id } = await find(selector);
				await ask('POST', `${session}/element/${id}/click`, {});
			},
			close: async () => {
				await ask('DELETE', session).catch(() => {});
				end();
			}
		};
	} catch (error) {
		end();
		throw error;
	}
}
