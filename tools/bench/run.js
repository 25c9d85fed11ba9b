// `npm run bench`: compares this chart with vis-timeline and TimelineJS 3. See README.md.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { ensureBrowser } from '../../scripts/browser.js';
import { fail, root } from '../../scripts/command.js';
import { startServer } from '../../scripts/serve.js';
import { buildPages } from './build.js';
import { SEED } from './events.js';
import { measureLoad } from './load.js';
import { formatTables } from './report.js';
import { formatVerdicts, judge } from './targets.js';

const LIBRARIES = ['ours', 'vis', 'timelinejs', 'sketch'];
const PACKAGES = ['vis-timeline', '@knight-lab/timelinejs', 'svelte', 'd3'];
/** Number of events in the loads that warm up the browser. */
const WARMING = 30;
const DEFAULTS = { sizes: '30,300,3000,30000,100000', libraries: LIBRARIES.join(), loads: '5' };

try {
	const { sizes, libraries, loads } = readOptions();
	const folder = mkdtempSync(join(tmpdir(), 'timeline-bench-'));
	try {
		const environment = describeMachine();
		if (environment.load > 1) {
			console.log(`This machine is busy with something else (load ${environment.load}).`);
		}
		await buildPages(libraries, folder);
		const { runs, browser } = await measureAll(folder, sizes, libraries, loads);
		const verdicts = judge(runs);
		console.log(`\n${formatTables(runs)}\n\n${formatVerdicts(verdicts)}`);
		const path = save({ ...environment, browser, seed: SEED, runs, verdicts });
		console.log(`\nEverything is in ${path}`);
	} finally {
		rmSync(folder, { recursive: true });
	}
} catch (error) {
	fail(error);
}

/** @throws {Error} with one sentence, if an option is invalid */
function readOptions() {
	const names = /** @type {(keyof typeof DEFAULTS)[]} */ (Object.keys(DEFAULTS));
	const options = Object.fromEntries(
		names.map((name) => [name, { type: /** @type {const} */ ('string'), default: DEFAULTS[name] }])
	);
	const { values } = parseArgs({ options });
	const { sizes = '', libraries = '', loads = '' } = /** @type {Record<string, string>} */ (values);
	const unknown = libraries.split(',').find((name) => !LIBRARIES.includes(name));
	if (unknown !== undefined) {
		throw new Error(`There is no library "${unknown}": choose from ${LIBRARIES.join(', ')}.`);
	}
	const numbers = [...sizes.split(','), loads].map(Number);
	if (!numbers.every((number) => Number.isInteger(number) && number > 0)) {
		throw new Error('Sizes and loads are whole numbers: --sizes 30,300 --loads 1');
	}
	return { sizes: numbers.slice(0, -1), libraries: libraries.split(','), loads: Number(loads) };
}

/**
 * Path of a package's package.json, in the tool's own packages or the project's.
 * @param {string} name
 */
function findPackage(name) {
	const folders = [import.meta.dirname, root].map((folder) => join(folder, 'node_modules', name));
	const found = folders.map((folder) => join(folder, 'package.json')).find(existsSync);
	if (!found) throw new Error(`${name} is not installed: run "npm run bench".`);
	return found;
}

function describeMachine() {
	const packages = PACKAGES.map((name) => {
		const text = readFileSync(findPackage(name), 'utf8');
		return [name, JSON.parse(text).version];
	});
	return {
		date: new Date().toISOString(),
		processor: cpus()[0]?.model,
		cores: cpus().length,
		memory: totalmem(),
		load: loadavg()[0] ?? 0,
		node: process.version,
		packages: Object.fromEntries(packages)
	};
}

/**
 * Loads all libraries and sizes in rounds, so that a temporary slowdown of the machine affects all of
 * them equally.
 * @param {string} folder of the pages
 * @param {number[]} sizes
 * @param {string[]} libraries
 * @param {number} loads
 */
async function measureAll(folder, sizes, libraries, loads) {
	const { executablePath, args } = await ensureBrowser();
	const launch = () =>
		chromium.launchServer({
			executablePath,
			// the pages are self-contained: no library may reach its own servers
			args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost']
		});
	const server = await startServer({ dir: folder, port: 0 });
	let host = await launch();
	let browser = await chromium.connect(host.wsEndpoint());
	const version = browser.version();

	/** @type {(library: string, size: number, skip: import('./load.js').Part[]) => Promise<import('./load.js').Load>} */
	const measure = async (library, size, skip) => {
		const load = await measureLoad({ browser, url: server.url, folder }, library, size, skip);
		if (load.stopped) {
			// its page may never respond again
			await host.kill();
			host = await launch();
			browser = await chromium.connect(host.wsEndpoint());
		}
		return load;
	};

	// not counted: the first load starts with cold caches
	for (const library of libraries) await measure(library, WARMING, ['filter', 'steps']);
	const runs = sizes.flatMap((size) =>
		libraries.map((library) => ({
			library,
			size,
			loads: /** @type {import('./load.js').Load[]} */ ([])
		}))
	);
	for (let round = 1; round <= loads; round++) {
		for (const { library, size, loads: taken } of runs) {
			const skip = taken.flatMap(({ stopped }) => (stopped ? [stopped.part] : []));
			if (skip.includes('mount')) continue;
			const started = Date.now();
			const load = await measure(library, size, skip);
			taken.push(load);
			const outcome = load.stopped ? `, ${load.stopped.part} ${load.stopped.why}` : '';
			const seconds = Math.round((Date.now() - started) / 1000);
			console.log(`load ${round}: ${size} events, ${library}, ${seconds} s${outcome}`);
			for (const error of new Set(load.errors)) console.log(`  its page threw: ${error}`);
		}
	}
	await host.kill();
	await server.close();
	return { runs, browser: version };
}

/** @param {{ date: string } & Record<string, unknown>} results */
function save(results) {
	const folder = join(root, 'bench-results');
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `${results.date.replaceAll(':', '-').slice(0, 19)}.json`);
	writeFileSync(path, `${JSON.stringify(results, null, '\t')}\n`);
	return path;
}
