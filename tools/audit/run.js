// Lighthouse on the built site, as a phone sees it: `npm run audit`. It is served as hosts serve: by HTTP/2, compressed.
// Prints each page's scores, and what stands between a score and 100. Ends with 1 when a score is below.
import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { generate } from 'selfsigned';
import { ensureBrowser } from '../../scripts/browser.js';
import { fail } from '../../scripts/command.js';
import { startServer } from '../../scripts/serve.js';

const PAGES = [
	'',
	'event/first-mix/',
	'source/xiaomidna-2021/',
	'table/',
	'promises/',
	'about/',
	'share/',
	'it/',
	'zh/',
	'embed/'
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** @returns {Promise<number>} */
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
 * @param {number} port of the browser's debugger
 */
async function audit(url, port) {
	const options = { port, onlyCategories: CATEGORIES, logLevel: /** @type {const} */ ('error') };
	const result = await lighthouse(url, options);
	if (!result) throw new Error(`Lighthouse says nothing about ${url}.`);
	return result.lhr;
}

/**
 * @param {import('lighthouse').Result} report
 * @returns {string[]} one line for each audit that costs a score something
 */
function listShortfalls({ categories, audits }) {
	return Object.values(categories).flatMap(({ id, auditRefs }) =>
		auditRefs.flatMap((ref) => {
			const { score, title, displayValue = '' } = audits[ref.id] ?? {};
			const costs = ref.weight > 0 && typeof score === 'number' && score < 0.995;
			return costs ? [`  ${id}: ${title} (${ref.id}) ${displayValue}`] : [];
		})
	);
}

try {
	const browser = await ensureBrowser();
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
	const server = await startServer({ port: 0, tls: { key, cert } });
	const port = await freePort();
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
		const report = await audit(server.url + path, port);
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
	await server.close();
} catch (error) {
	fail(error);
}
