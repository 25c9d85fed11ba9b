import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { waitForHydration } from './support.ts';

/** Unmodified third-party host scripts, keyed by the path at which the host serves them. */
const SCRIPTS: Record<string, string> = {
	'/pym.v1.min.js': 'node_modules/pym.js/dist/pym.v1.min.js',
	'/open-iframe-resizer.js': 'node_modules/@open-iframe-resizer/core/dist/index.js'
};

export interface HostPage {
	/** Content-Security-Policy of the host */
	policy?: string;
	/** the opening `<html>` tag */
	html?: string;
	/** whether to resolve at `commit` instead of the `load` event */
	isEarly?: boolean;
}

/**
 * Starts a server of another origin for the tests of one file; it sends the page and the policy given in the query.
 * @returns a function that opens a host page with the given body
 */
export function useHost(): (page: Page, body: string, options?: HostPage) => Promise<void> {
	const server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url!, 'http://host');
		const script = SCRIPTS[pathname];
		response.setHeader('Content-Type', `text/${script ? 'javascript' : 'html'}; charset=utf-8`);
		const policy = searchParams.get('policy');
		if (policy) response.setHeader('Content-Security-Policy', policy);
		response.end(script ? readFileSync(script) : searchParams.get('html'));
	});
	test.beforeAll(async () => {
		server.listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
	});
	test.afterAll(() => {
		server.closeAllConnections();
		server.close();
	});
	return async (page, body, { policy = '', html = '<html>', isEarly = false } = {}) => {
		const query = new URLSearchParams({
			html: `<!doctype html>${html}<title>Host</title><body style="margin: 0">${body}`,
			policy
		});
		const { port } = server.address() as AddressInfo;
		await page.goto(`http://127.0.0.1:${port}/?${query}`, {
			waitUntil: isEarly ? 'commit' : 'load'
		});
	};
}

/** Waits until the chart in a frame is hydrated. */
export async function hydratedFrame(page: Page, index = 0): Promise<Frame> {
	const frame = await (await page.locator('iframe').nth(index).elementHandle())!.contentFrame();
	await waitForHydration(frame!);
	return frame!;
}

/** Posts a message to the first frame, as a host's script would. */
export function send(page: Page, message: unknown): Promise<void> {
	return page.evaluate(
		(what) => document.querySelector('iframe')!.contentWindow!.postMessage(what, '*'),
		message
	);
}

interface Heights {
	/** height of the content, px; below `frame` if the frame is too high */
	content: number;
	/** inner height of the frame, px */
	frame: number;
	/** scroll height of the document, px; above `frame` if content is cut off */
	scroll: number;
}

/** Reads the heights after two animation frames, when no layout is pending. */
function heights(frame: Frame): Promise<Heights> {
	return frame.evaluate(async () => {
		for (let turn = 0; turn < 2; turn++) await new Promise(requestAnimationFrame);
		const root = document.documentElement;
		return {
			content: root.getBoundingClientRect().height,
			frame: innerHeight,
			scroll: root.scrollHeight
		};
	});
}

/**
 * Waits until the frame's height is that of its content to within 1 px.
 * @param clamp how the host limits a height, px
 * @returns the frame's height, px
 */
export async function expectFits(
	frame: Frame,
	clamp: (height: number) => number = (height) => height
): Promise<number> {
	await expect(async () => {
		const { content, frame: height, scroll } = await heights(frame);
		expect(Math.abs(height - clamp(content))).toBeLessThanOrEqual(1);
		expect(Math.abs(scroll - Math.max(height, content))).toBeLessThanOrEqual(1);
	}).toPass();
	return (await heights(frame)).frame;
}
