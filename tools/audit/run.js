// `npm run audit`: Lighthouse on the built site, emulating a phone. The site is served as by a host: HTTP/2, compressed.
// Each page is loaded five times; prints the scores and metrics of the median run, and the audits that lower the scores.
// Exits with 1 if a score is below 100. `npm run audit -- / /it/` audits these pages only.
import { createSecureServer } from 'node:http2';
import { createServer } from 'node:net';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { computeMedianRun } from 'lighthouse/core/lib/median-run.js';
import { chromium } from 'playwright';
import { generate } from 'selfsigned';
import { ensureBrowser } from '../../scripts/browser.js';
import { fail, root } from '../../scripts/command.js';
import { createListener } from '../../scripts/serve.js';

const PAGES = [
	'/',
	'/event/first-mix/',
	'/source/xiaomidna-2021/',
	'/table/',
	'/promises/',
	'/open/',
	'/about/',
	'/share/',
	'/it/',
	'/zh/',
	'/embed/'
];
const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const METRICS = {
	FCP: 'first-contentful-paint',
	LCP: 'largest-contentful-paint',
	SI: 'speed-index',
	TBT: 'total-blocking-time',
	CLS: 'cumulative-layout-shift'
};
const COLUMNS = [
	26,
	...CATEGORIES.map((name) => name.length + 2),
	...Object.keys(METRICS).map(() => 8)
];

/** @returns {Promise<number>} a port that was free a moment ago */
function freePort() {
	return new Promise((resolve) => {
		const server = createServer().listen(0, () => {
			const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
			server.close(() => resolve(port));
		});
	});
}

/**
 * @param {string} url
 * @param {number} port of the browser's remote debugging
 * @returns {Promise<import('lighthouse').Result>} the report of the median run
 * @throws {Error} if Lighthouse returns no report
 */
async function audit(url, port) {
	const options = { port, onlyCategories: CATEGORIES, logLevel: /** @type {const} */ ('error') };
	const reports = [];
	for (let run = 0; run < RUNS; run++) {
		const result = await lighthouse(url, options);
		if (!result) throw new Error(`Lighthouse returned no report on ${url}.`);
		reports.push(result.lhr);
	}
	return computeMedianRun(reports);
}

/** @param {(string | number)[]} cells */
function printRow(cells) {
	console.log(
		cells
			.map((cell, index) => String(cell).padEnd(COLUMNS[index] ?? 0))
			.join('')
			.trimEnd()
	);
}

/** @param {import('lighthouse').Result} report */
function listMetrics({ audits }) {
	return Object.values(METRICS).map((id) => {
		const value = audits[id]?.numericValue ?? NaN;
		return id === METRICS.CLS ? value.toFixed(3) : Math.round(value);
	});
}

/**
 * @param {import('lighthouse').Result} report
 * @returns {string[]} one line for each audit that lowers a score
 */
function listShortfalls({ categories, audits }) {
	return Object.values(categories).flatMap(({ id, auditRefs }) =>
		auditRefs.flatMap((ref) => {
			const { score, title, displayValue = '' } = audits[ref.id] ?? {};
			const isShortfall = ref.weight > 0 && typeof score === 'number' && score < 0.995;
			return isShortfall ? [`  ${id}: ${title} (${ref.id}) ${displayValue}`] : [];
		})
	);
}

try {
	const browser = await ensureBrowser();
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
	const server = createSecureServer({ key, cert }, createListener(join(root, 'build'), ''));
	const [sitePort, port] = [await freePort(), await freePort()];
	await new Promise((resolve) => server.listen(sitePort, () => resolve(undefined)));
	const origin = `https://localhost:${sitePort}`;
	const { args = [], ...launch } = browser ?? {};
	const running = await chromium.launch({
		...launch,
		args: [...args, '--ignore-certificate-errors', `--remote-debugging-port=${port}`]
	});
	printRow(['', ...CATEGORIES, ...Object.keys(METRICS)]);
	const named = process.argv.slice(2);
	for (const path of named.length ? named : PAGES) {
		const report = await audit(origin + path, port);
		const scores = CATEGORIES.map((id) => Math.round((report.categories[id]?.score ?? 0) * 100));
		printRow([path, ...scores, ...listMetrics(report)]);
		const shortfalls = listShortfalls(report);
		if (shortfalls.length) console.log(shortfalls.join('\n'));
		if (scores.some((score) => score < 100)) process.exitCode = 1;
	}
	await running.close();
	server.close();
	process.exit();
} catch (error) {
	fail(error);
}
