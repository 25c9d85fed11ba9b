// `npm run audit`: Lighthouse on the built site, emulating a phone. The site is served as by a host: HTTP/2, compressed.
// Prints each page's scores and the audits that lower them. Exits with 1 if a score is below 100.
import { createSecureServer } from 'node:http2';
import { createServer } from 'node:net';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { generate } from 'selfsigned';
import { ensureBrowser } from '../../scripts/browser.js';
import { fail, root } from '../../scripts/command.js';
import { createListener } from '../../scripts/serve.js';

const PAGES = [
	'',
	'event/first-mix/',
	'source/xiaomidna-2021/',
	'table/',
	'promises/',
	'open/',
	'about/',
	'share/',
	'it/',
	'zh/',
	'embed/'
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

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
 * @throws {Error} if Lighthouse returns no report
 */
async function audit(url, port) {
	const options = { port, onlyCategories: CATEGORIES, logLevel: /** @type {const} */ ('error') };
	const result = await lighthouse(url, options);
	if (!result) throw new Error(`Lighthouse says nothing about ${url}.`);
	return result.lhr;
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
	const site = `https://localhost:${sitePort}/`;
	const { args = [], ...launch } = browser ?? {};
	const running = await chromium.launch({
		...launch,
		args: [...args, '--ignore-certificate-errors', `--remote-debugging-port=${port}`]
	});
	console.log(
		['', ...CATEGORIES]
			.map((name) => name.padEnd(24))
			.join('')
			.trimEnd()
	);
	for (const path of PAGES) {
		const report = await audit(site + path, port);
		const scores = CATEGORIES.map((id) => Math.round((report.categories[id]?.score ?? 0) * 100));
		console.log(
			[`/${path}`, ...scores]
				.map((cell) => String(cell).padEnd(24))
				.join('')
				.trimEnd()
		);
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
