import { resolve } from 'node:path';

const ID = 'virtual:entries';

/**
 * Scripts of our own beside Kit's, for pages that do without its client. The server's side finds their files, and what
 * they import, in Vite's manifest of what browsers load, whose path is in `virtual:entries`.
 * @param {string[]} files from the project's root
 * @returns {import('vite').Plugin}
 */
export function browserEntries(files) {
	return {
		name: 'browser-entries',
		buildStart() {
			const { config, name } = this.environment;
			if (config.command !== 'build' || name !== 'client') return;
			for (const id of files) this.emitFile({ type: 'chunk', id });
		},
		resolveId: (id) => (id === ID ? `\0${ID}` : null),
		load(id) {
			if (id !== `\0${ID}`) return null;
			const { command, root, build } = this.environment.config;
			// Kit builds the server first, and beside it what browsers load: the manifest is there when pages are rendered
			const path = resolve(root, build.outDir, '../client/.vite/manifest.json');
			return `export const manifest = ${command === 'build' ? JSON.stringify(path) : null};`;
		}
	};
}
