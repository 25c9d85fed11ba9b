import { resolve } from '$app/paths';
import { readFileSync } from 'node:fs';
import type { Manifest } from 'vite';
import { manifest } from 'virtual:entries';

/** Addresses of what a browser loads for a script: itself, and all that it imports. */
interface BrowserFiles {
	script: string;
	imports: string[];
}

/** @param entry one of the entries in vite.config.ts, from the project's root */
export function browserFiles(entry: string): BrowserFiles {
	// the development server builds nothing: it serves the module itself
	if (!manifest) return { script: resolve('/') + entry, imports: [] };
	const chunks: Manifest = JSON.parse(readFileSync(manifest, 'utf8'));
	const files = new Set<string>();
	const follow = (key: string) => {
		const { file, imports = [] } = chunks[key]!;
		if (files.has(file)) return;
		files.add(file);
		imports.forEach(follow);
	};
	follow(entry);
	const [script, ...imports] = [...files].map((file) => resolve('/') + file);
	return { script: script!, imports };
}
