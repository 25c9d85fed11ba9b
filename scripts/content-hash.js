import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './command.js';

/** What a build is made of, besides its settings. */
const PARTS = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
/** Written by the message compiler. */
const GENERATED = /[\\/]language[\\/](?:compiled[\\/]|project\.inlang[\\/](?!settings\.json$))/;
/** In the data folder: whole articles, which are not published. */
const ARTICLES = /^articles[\\/]/;

/**
 * A version that changes with the content and with nothing else: two builds of one commit are equal.
 * @param {unknown} settings of the build
 * @param {string} data folder
 * @returns {string} hexadecimal
 */
export function hashContent(settings, data) {
	const hash = createHash('sha256').update(JSON.stringify(settings));
	const add = (/** @type {string} */ name, /** @type {string} */ file) =>
		hash.update(name).update(readFileSync(file));
	for (const name of listFiles(data).filter((name) => !ARTICLES.test(name)))
		add(`data/${name}`, join(data, name));
	for (const part of PARTS) {
		const names = part.includes('.') ? [''] : listFiles(join(root, part));
		for (const path of names.map((name) => join(root, part, name)))
			if (!GENERATED.test(path)) add(relative(root, path), path);
	}
	return hash.digest('hex').slice(0, 16);
}

/** @param {string} folder @returns {string[]} paths of all files in it, sorted */
function listFiles(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
		.toSorted();
}
