// `npm run smoke`: tests the built site in Debian's Firefox and WebKitGTK, on Debian's nginx and Caddy, and in WordPress.
import { existsSync } from 'node:fs';
import { fail } from '../../scripts/command.js';
import { startServer } from '../../scripts/serve.js';
import { startFirefox, startWebKit } from './drivers.js';
import { checkHosts } from './hosts.js';
import { CHECKS, checkReports, serveReporting } from './pages.js';
import { freePort } from './port.js';
import { checkWordPress } from './wordpress/check.js';

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {string[] | null} problems null if the browser or host is not installed
 */

/** @type {Record<string, { commands: string[], start: () => Promise<import('./drivers.js').Driver> }>} */
const BROWSERS = {
	Firefox: { commands: ['/usr/bin/firefox-esr'], start: startFirefox },
	WebKitGTK: {
		commands: ['/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run'],
		start: async () => startWebKit(await freePort())
	}
};

/**
 * @param {string} name
 * @param {string} built
 * @returns {Promise<Result[]>}
 */
async function tryBrowser(name, built) {
	const { commands, start } = /** @type {(typeof BROWSERS)[string]} */ (BROWSERS[name]);
	if (!commands.every((path) => existsSync(path))) return [{ name, problems: null }];
	const { site, host, reports, close } = await serveReporting(built);
	const driver = await start();
	/** @type {Result[]} */
	const results = [];
	try {
		const version = await driver.evaluate('navigator.userAgent');
		console.log(`\n${name}: ${version}`);
		await checkReports(driver, site, reports);
		for (const [what, check] of Object.entries(CHECKS)) {
			reports.length = 0;
			const problems = await check(driver, { site, host }).then(
				() => [],
				(error) => [String(error.message)]
			);
			results.push({ name: `${name}: ${what}`, problems: [...problems, ...reports] });
		}
	} finally {
		await driver.close();
		close();
	}
	return results;
}

try {
	const only = process.argv.slice(2);
	const isWanted = (/** @type {string} */ name) => !only.length || only.includes(name);
	const server = await startServer({ port: 0 });
	const built = server.url.slice(0, -1);
	/** @type {Result[]} */
	const results = isWanted('hosts') ? await checkHosts(built) : [];
	if (isWanted('wordpress')) results.push(...(await checkWordPress()));
	for (const name of Object.keys(BROWSERS))
		if (isWanted(name)) results.push(...(await tryBrowser(name, built)));
	await server.close();

	for (const { name, problems } of results) {
		console.log(`${problems ? (problems.length ? 'FAILED' : 'passed') : 'not installed:'} ${name}`);
		for (const problem of problems ?? []) console.log(`     ${problem}`);
	}
	const tried = results.filter(({ problems }) => problems);
	const bad = tried.filter(({ problems }) => problems?.length);
	console.log(`\n${tried.length - bad.length} passed, ${bad.length} failed`);
	process.exitCode = bad.length || !tried.length ? 1 : 0;
} catch (error) {
	fail(error);
}
