import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { loadSearchLate } from './late-search.js';

const ID = 'virtual:frame';
const MANIFEST = '.vite/frame.json';
const FOLDER = '_app/immutable/frame';

/**
 * Builds the script that hydrates embeds on its own, without Kit's client, which saves 25 KB: Kit's client build runs
 * first, then this one writes to the same folder. The server finds the files in Vite's manifest, whose path is in
 * `virtual:frame`.
 * @param {string} entry from the project's root
 * @returns {import('vite').Plugin}
 */
export function buildFrame(entry) {
	return {
		name: 'build-frame',
		async writeBundle() {
			const { config, name } = this.environment;
			if (config.command !== 'build' || name !== 'client') return;
			const { root, base, define, resolve, logLevel, build: client } = config;
			await build({
				configFile: false,
				root,
				base,
				define,
				logLevel,
				resolve: { alias: resolve.alias },
				plugins: [loadSearchLate(), svelte()],
				build: {
					outDir: client.outDir,
					emptyOutDir: false,
					copyPublicDir: false,
					manifest: MANIFEST,
					modulePreload: { polyfill: false },
					rolldownOptions: {
						input: entry,
						output: {
							// one chunk for what every embed loads at once: by default, what it shares with a lazy part is apart
							codeSplitting: { groups: [{ name: 'common', tags: ['$initial'] }] },
							entryFileNames: `${FOLDER}/[name].[hash].js`,
							chunkFileNames: `${FOLDER}/[name].[hash].js`,
							// fonts, which pages load too, have the same address there
							assetFileNames: ({ names }) =>
								names.some((name) => name.endsWith('.woff2'))
									? '_app/immutable/assets/[name].[hash][extname]'
									: `${FOLDER}/[name].[hash][extname]`
						}
					}
				}
			});
		},
		resolveId: (id) => (id === ID ? `\0${ID}` : null),
		load(id) {
			if (id !== `\0${ID}`) return null;
			const { command, root, build: server } = this.environment.config;
			// by the time pages are prerendered, the client build has written it
			const manifest = resolve(root, server.outDir, '../client', MANIFEST);
			return `export const manifest = ${command === 'build' ? JSON.stringify(manifest) : null};`;
		}
	};
}
