// `npm run build -- [--plain] [--out <folder>] [language…]`: checks the messages and the data, then builds the site in each
// language, two at a time. The data's own language is at the root of build/, the others are in folders of it. DATA names
// another data folder than data/. `--plain` ignores BASE_PATH and SITE_ORIGIN, for the tests.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, isCommand, packageCommand, root } from './command.js';
import { findDataFolder } from './data-folder.js';
import { writeLicenses } from './fonts.js';
import { writeHeaders } from './headers.js';
import { listLanguages } from './languages.js';
import { originNotice, siteSettings } from './settings.js';

/** Languages built at the same time. */
const PARALLEL = 2;

/**
 * Runs a Node program.
 * @param {string[]} args
 * @param {Record<string, string>} [settings] for its environment
 * @returns {Promise<string>} its output
 * @throws {Error} with the output of a program that fails
 */
function run(args, settings = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, {
			cwd: root,
			env: { ...process.env, ...settings },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.on('error', reject);
		child.on('close', (code) => {
			if (code !== 0) return reject(new Error(output.trim()));
			resolve(output);
		});
	});
}

/**
 * @param {string[]} ids of languages; all when empty
 * @param {string} [build] the folder to write to; what is in it is removed
 */
async function buildSite(ids, build = join(root, 'build')) {
	// absolute: the programs run in the project's folder
	process.env.DATA = findDataFolder(process.env.DATA);
	await run(['scripts/messages.js']);
	const isDraft = process.env.DRAFT === '1';
	process.stdout.write(await run(['scripts/check-data.js', ...(isDraft ? [] : ['--publish'])]));
	const notice = originNotice(siteSettings());
	if (notice) console.log(`\n${notice}`);
	const languages = listLanguages().filter(({ id }) => ids.length === 0 || ids.includes(id));
	if (!languages.length) throw new Error(`There is no language called ${ids.join(', ')}.`);

	// inside the project: modules resolve their packages from where they are
	mkdirSync(join(root, '.svelte-kit'), { recursive: true });
	const folder = mkdtempSync(join(root, '.svelte-kit/build-'));
	try {
		const waiting = [...languages];
		const work = async () => {
			for (let next = waiting.shift(); next; next = waiting.shift()) {
				// Kit's hints about tsconfig.json and its preview are for other set-ups: printed only on failure
				await run([packageCommand('vite'), 'build', '--logLevel', 'error'], {
					SITE_LANGUAGE: next.id,
					BUILD_FOLDER: join(folder, next.id)
				});
				console.log(`Built ${next.name}.`);
			}
		};
		// waits for all, since a build that still runs would write to the folder while it is removed
		const results = await Promise.allSettled(Array.from({ length: PARALLEL }, work));
		for (const result of results) if (result.status === 'rejected') throw result.reason;
		rmSync(build, { recursive: true, force: true });
		for (const { id, path } of languages)
			cpSync(join(folder, id, 'site'), join(build, path), { recursive: true });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	writeLicenses(build);
	writeHeaders(build);
}

if (isCommand(import.meta.url)) {
	try {
		const { values, positionals } = parseArgs({
			options: { plain: { type: 'boolean' }, out: { type: 'string' } },
			allowPositionals: true
		});
		if (values.plain) {
			delete process.env.BASE_PATH;
			delete process.env.SITE_ORIGIN;
		}
		await buildSite(positionals, values.out && resolve(values.out));
	} catch (error) {
		fail(error);
	}
}
