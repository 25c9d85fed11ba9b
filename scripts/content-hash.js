import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.js';

/** What a build is made of, besides its settings. */
const PARTS = ['data', 'src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
/** Written by the message compiler. */
const GENERATED = /[\\/]language[\\/](?:compiled[\\/]|project\.inlang[\\/](?!settings\.json$))/;

/**
 * A version that changes with the content and with nothing else: two builds of one commit are equal.
 * @param {unknown} settings of the build
 * @returns {string} hexadecimal
 */
export function hashContent(settings) {
	const hash = createHash('sha256').update(JSON.stringify(settings));
	for (const part of PARTS) {
		const path = join(root, part);
		const files = part.includes('.')
			? [path]
			: readdirSync(path, { recursive: true, withFileTypes: true })
					.filter((entry) => entry.isFile())
					.map(({ parentPath, name }) => join(parentPath, name))
					.filter((file) => !GENERATED.test(file))
					.sort();
		for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 16);
}
