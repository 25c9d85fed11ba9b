// Checks for every browser: the chart is drawn, responds, and violates no policy.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/command.js';
import { originOfBuild } from './origin.js';
import { comparePlaces } from './places.js';

/** @typedef {import('./drivers.js').Driver} Driver */

/** @type {import('../../src/lib/model/types.ts').Timeline} */
const timeline = JSON.parse(readFileSync(join(root, 'build/data/timeline.json'), 'utf8'));
/** The line with the most events. */
const LINE =
	timeline.lines
		.map(({ id }) => id)
		.toSorted((a, b) => countOn(b) - countOn(a))
		.at(0) ?? '';
/** Two of its events that are named in a chart of any width. */
const [event = '', other = ''] = timeline.events
	.filter(({ lines, importance }) => lines[0] === LINE && importance === 3)
	.map(({ id }) => id);

/** @param {string} id of a line */
function countOn(id) {
	return timeline.events.filter(({ lines }) => lines[0] === id).length;
}

const CHARTS = `[...document.querySelectorAll('[data-timeline] svg[role=group]')]`;
/** Hydration leaves one of several prerendered drawings. */
const IS_ALIVE = `${CHARTS}.length === 1 && ${CHARTS}[0].getBoundingClientRect().width > 200`;
const HAS_MARKS = `document.querySelectorAll('[data-timeline] [data-event]').length > 3`;
const label = (/** @type {string} */ id) => `[data-timeline] [data-event="${id}"] .label`;
const isOpen = (/** @type {string} */ id) =>
	`!!document.querySelector('article[data-event="${id}"] blockquote[data-evidence]')`;
const FITS = `Math.abs(document.documentElement.getBoundingClientRect().height - innerHeight) <= 1`;

/**
 * @param {Driver} driver
 * @param {string} expression polled for up to 10 s
 * @param {string} what name of the awaited state, for the error message
 * @throws {Error} if the expression does not become true
 */
async function wait(driver, expression, what) {
	for (let tries = 0; tries < 100; tries++) {
		// a frame that still navigates has no context to evaluate in
		if (await driver.evaluate(expression).catch(() => false)) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`${what} does not appear.`);
}

/** @param {Driver} driver @param {string[]} ids of events */
async function checkMarks(driver, ...ids) {
	await wait(driver, IS_ALIVE, 'Hydration');
	await wait(driver, HAS_MARKS, 'Marks');
	for (const id of ids) {
		await driver.click(label(id));
		await wait(driver, isOpen(id), `The card of ${id}`);
	}
}

/** Path of a page that violates its policy, to verify that violations are reported. */
const BROKEN = '/broken';

/**
 * @param {Driver} driver
 * @param {string} site
 * @param {string[]} reports filled by the server
 * @throws {Error} if the violation is not reported within 10 s
 */
export async function checkReports(driver, site, reports) {
	await driver.open(site + BROKEN);
	for (let tries = 0; !reports.length; tries++) {
		if (tries > 100) throw new Error('Policy violations are not reported.');
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/**
 * The checks, keyed by name; each gets the origins of our site and of the host.
 * @type {Record<string, (driver: Driver, places: { site: string, host: string }) => Promise<void>>}
 */
export const CHECKS = {
	'the story': async (driver, { site }) => {
		await driver.open(`${site}/`);
		await checkMarks(driver, event);
		await wait(driver, `location.search.includes('event=${event}')`, 'The address');
	},
	'an embed': async (driver, { site }) => {
		await driver.open(`${site}/embed/?line=${LINE}&theme=dark`);
		await checkMarks(driver, event, other);
	},
	'an embed of an event': async (driver, { site }) => {
		await driver.open(`${site}/embed/event/${event}/`);
		await wait(driver, isOpen(event), 'The card');
		await checkMarks(driver, other);
	},
	'an embed in a bare sandbox': async (driver, { host }) => {
		await driver.open(`${host}/sandbox`);
		await driver.enterFrame();
		await wait(driver, `self.origin === 'null'`, 'An opaque origin');
		await wait(driver, FITS, 'Its height');
		await checkMarks(driver, event, other);
		await wait(driver, FITS, 'Its height with a card');
	},
	'an embed on a page with a strict policy': async (driver, { host }) => {
		await driver.open(`${host}/strict`);
		await driver.enterFrame();
		await wait(driver, FITS, 'Its height');
		await checkMarks(driver, event, other);
	},
	'the embed builder': async (driver, { site }) => {
		await driver.open(`${site}/share/`);
		await driver.enterFrame();
		await checkMarks(driver);
	},
	'marks, badges and labels stand where Chromium puts them': async (driver, { site }) => {
		for (const path of ['/', '/embed/', `/embed/line/${LINE}/`]) {
			await driver.open(site + path);
			await wait(driver, IS_ALIVE, 'Hydration');
			await comparePlaces(driver, site + path, IS_ALIVE);
		}
	},
	'the other pages': async (driver, { site }) => {
		for (const path of [
			'/about/',
			'/table/',
			'/promises/',
			'/open/',
			`/event/${event}/`,
			'/nothing'
		]) {
			await driver.open(site + path);
			await wait(driver, `!!document.querySelector('h1')`, path);
		}
	}
};

/**
 * Serves the built site with its policies also sent as headers that report violations, and a host page on another
 * origin.
 * @param {string} built origin where the unmodified site is served
 * @returns {Promise<{ site: string, host: string, reports: string[], close: () => void }>}
 */
export async function serveReporting(built) {
	/** @type {string[]} */
	const reports = [];
	/** @param {import('node:http').IncomingMessage} request */
	const keepReport = async (request) => {
		let text = '';
		for await (const part of request) text += part;
		const { 'csp-report': report } = JSON.parse(text);
		reports.push(
			`${report['document-uri']}: ${report['violated-directive']}: ${report['blocked-uri']}`
		);
	};
	const site = createServer(async (request, response) => {
		if (request.url === '/report') {
			await keepReport(request);
			return response.writeHead(204).end();
		}
		if (request.url === BROKEN) {
			response.setHeader('Content-Type', 'text/html');
			response.setHeader(
				'Content-Security-Policy',
				"default-src 'none'; img-src data:; report-uri /report"
			);
			return response.end(
				'<!doctype html><link rel="icon" href="data:,"><script>document.title = "hacked"</script>'
			);
		}
		const answer = await fetch(built + request.url);
		const body = Buffer.from(await answer.arrayBuffer());
		const headers = Object.fromEntries(answer.headers);
		for (const name of ['content-encoding', 'content-length', 'connection', 'transfer-encoding'])
			delete headers[name];
		const [, policy] =
			/http-equiv="content-security-policy"\s+content="([^"]+)"/.exec(String(body)) ?? [];
		if (policy)
			headers['content-security-policy'] = [
				headers['content-security-policy'],
				policy,
				'report-uri /report'
			]
				.filter(Boolean)
				.join('; ');
		response.writeHead(answer.status, headers).end(body);
	});
	const host = createServer((request, response) => {
		const siteUrl = address(site);
		const isStrict = request.url === '/strict';
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		if (isStrict)
			response.setHeader(
				'Content-Security-Policy',
				`default-src 'none'; img-src data:; frame-src ${siteUrl}; script-src ${siteUrl}; style-src-attr 'unsafe-inline'; report-uri ${siteUrl}/report`
			);
		response.end(
			`<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe src="${siteUrl}/embed/line/${LINE}/" width="700" height="300" ` +
				`style="border:0" ${isStrict ? '' : 'sandbox="allow-scripts"'}></iframe><script src="${siteUrl}/embed.js"></script>`
		);
	});
	// in WebKit's sandbox, the policy of a build with SITE_ORIGIN allows that origin alone
	const ports = /** @type {const} */ ([
		[site, Number(originOfBuild()?.port ?? 0)],
		[host, 0]
	]);
	await Promise.all(
		ports.map(([server, port]) => new Promise((done) => server.listen(port, () => done(undefined))))
	);
	return {
		site: address(site),
		host: address(host).replace('localhost', '127.0.0.1'),
		reports,
		close: () => {
			for (const server of [site, host]) {
				server.close();
				server.closeAllConnections();
			}
		}
	};
}

/** @param {import('node:http').Server} server */
function address(server) {
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return `http://localhost:${port}`;
}
