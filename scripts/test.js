// The test command: runs every part, or the one that is named, whatever fails on the way, and
// ends with one line that says how many tests passed and failed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.js';
import { fail, packageCommand, root } from './command.js';
import {
	addCounts,
	countCheck,
	countPlaywright,
	countsLine,
	countVitest,
	listFailures,
	NOTHING
} from './counts.js';

/** @typedef {import('./counts.js').Counts} Counts */

/**
 * The parts in their order. `needs` names parts without which one can't tell anything.
 * @type {Record<string, { title: string, needs?: string[], run: () => Promise<Counts> }>}
 */
const PARTS = {
	browser: { title: 'Browser', run: prepareBrowser },
	data: {
		title: 'Dataset',
		run: async () => countCheck(await node(packageCommand('tsx'), 'scripts/check-data.ts'))
	},
	types: { title: 'Types', run: checkTypes },
	unit: { title: 'Unit tests', run: () => vitest('unit') },
	component: {
		title: 'Component tests',
		needs: ['browser'],
		run: () => vitest('component')
	},
	build: {
		title: 'Build',
		run: async () => countCheck(await node('scripts/build.js'))
	},
	size: {
		title: 'Size of the first view',
		needs: ['build'],
		run: async () => countCheck(await node('scripts/size.js'))
	},
	e2e: { title: 'Tests of the built site', needs: ['browser', 'build'], run: playwright }
};

/**
 * What `node scripts/test.js <name>` runs.
 * @type {Record<string, string[]>}
 */
const CHOICES = {
	all: Object.keys(PARTS),
	unit: ['unit'],
	component: ['browser', 'component'],
	e2e: ['browser', 'build', 'e2e']
};

const [choice = 'all', ...passedOn] = process.argv.slice(2);
const chosen = CHOICES[choice];
if (!chosen) {
	fail(`There are no tests called "${choice}": choose from ${Object.keys(CHOICES).join(', ')}.`);
}

// The tests are of the site at the root of the default address, whatever is set for deployment.
const environment = { ...process.env };
delete environment.BASE_PATH;
delete environment.SITE_ORIGIN;

const reports = mkdtempSync(join(tmpdir(), 'timeline-tests-'));
/** @type {Map<string, Counts>} */
const results = new Map();
/** @type {string[]} */
const summary = [];
/** @type {string[]} */
const failures = [];

for (const name of chosen) {
	const { title, needs = [], run } = /** @type {(typeof PARTS)[string]} */ (PARTS[name]);
	const missing = needs.find((need) => results.get(need)?.failed !== 0);
	if (missing) {
		results.set(name, NOTHING);
		summary.push(`${title}: not run, for want of: ${PARTS[missing]?.title}`);
		continue;
	}
	console.log(`\n== ${title}`);
	const start = performance.now();
	const counts = await run();
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	results.set(name, counts);
	summary.push(`${title}: ${counts.failed === 0 ? 'good' : 'NOT GOOD'} (${seconds} s)`);
}

rmSync(reports, { recursive: true, force: true });
const total = addCounts([...results.values()]);
for (const failure of failures) console.log(`\nFAILED: ${failure}`);
console.log(`\n${summary.join('\n')}\n`);
console.log(countsLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;

/** @returns {Promise<Counts>} */
async function prepareBrowser() {
	try {
		const { executablePath } = await ensureBrowser();
		environment.CHROMIUM_PATH = executablePath;
		console.log(executablePath);
		return countCheck(true);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return countCheck(false);
	}
}

/** @returns {Promise<Counts>} */
async function checkTypes() {
	// first what svelte-check reads: the types that Kit derives from the routes
	const synced = await node(packageCommand('@sveltejs/kit', 'svelte-kit'), 'sync');
	return countCheck(
		synced && (await node(packageCommand('svelte-check'), '--tsconfig', 'tsconfig.json'))
	);
}

/**
 * @param {string} project
 * @returns {Promise<Counts>}
 */
async function vitest(project) {
	const report = join(reports, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const args = ['run', '--project', project, ...reporters, ...passedOn];
	const succeeded = await node(packageCommand('vitest'), ...args);
	const written = readReport(report);
	failures.push(...listFailures(written));
	return countVitest(written, succeeded);
}

/** @returns {Promise<Counts>} */
async function playwright() {
	const report = join(reports, 'e2e.json');
	environment.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
	environment.E2E_PORT = String(await freePort());
	const succeeded = await node(
		packageCommand('@playwright/test', 'playwright'),
		'test',
		...passedOn
	);
	return countPlaywright(readReport(report), succeeded);
}

/**
 * Runs a script of Node's in the project's folder, its words on our own output.
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it ended well
 */
function node(...args) {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: 'inherit' });
		child.on('error', () => resolve(false));
		child.on('close', (code) => resolve(code === 0));
	});
}

/** @param {string} file */
function readReport(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
}

/** @returns {Promise<number>} */
function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, () => {
			const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
			server.close(() => resolve(port));
		});
	});
}
