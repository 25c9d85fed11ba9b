// Checks the words and the data, then builds the site once in each language: the first at the root of build/, the others in a folder each.
import { spawnSync } from 'node:child_process';
import { fail, isCommand, packageCommand, root } from './command.js';
import { writeHeaders } from './headers.js';
import { listLanguages } from './languages.js';
import { originNotice, siteSettings } from './settings.js';

/**
 * @param {string[]} args of Node
 * @param {Record<string, string>} [settings] for its environment
 */
function run(args, settings = {}) {
	const env = { ...process.env, ...settings };
	const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
}

/** @param {string[]} ids of languages; all when empty */
export function buildSite(ids) {
	run(['scripts/messages.js']);
	run([packageCommand('tsx'), 'scripts/check-data.ts']);
	const notice = originNotice(siteSettings());
	if (notice) console.log(`\n${notice}`);
	const languages = listLanguages().filter(({ id }) => ids.length === 0 || ids.includes(id));
	if (!languages.length) throw new Error(`There is no language called ${ids.join(', ')}.`);
	for (const { id, name } of languages) {
		console.log(`\n${name}`);
		run([packageCommand('vite'), 'build', '--logLevel', 'warn'], { SITE_LANGUAGE: id });
	}
	writeHeaders();
}

if (isCommand(import.meta.url)) {
	try {
		buildSite(process.argv.slice(2));
	} catch (error) {
		fail(error);
	}
}
