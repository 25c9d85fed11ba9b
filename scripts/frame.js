import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { AHEAD } from './ahead.js';

const ID = 'virtual:frame';
const MANIFEST = '.vite/frame.json';
const FOLDER = '_app/immutable/frame';

/**
 * Builds what brings a frame alive by itself, after what Kit builds for browsers and into the same folder: so it is in few
 * files, and has of Svelte, of the interface's words and of our own code nothing that only other pages need.
 * Kit's server side finds the files in Vite's manifest, whose path is in `virtual:frame`.
 * @param {string} entry from the project's root
 * @param {() => import('vite').Plugin[]} plugins what the site is built with, besides Svelte and Kit
 * @returns {import('vite').Plugin}
 */
export function buildFrame(entry, plugins) {
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
				plugins: [...plugins(), svelte()],
				build: {
					outDir: client.outDir,
					emptyOutDir: false,
					copyPublicDir: false,
					manifest: MANIFEST,
					modulePreload: { polyfill: false },
					rolldownOptions: {
						input: entry,
						output: {
							postBanner: ({ isDynamicEntry }) => (isDynamicEntry ? '' : AHEAD),
							entryFileNames: `${FOLDER}/[name].[hash].js`,
							chunkFileNames: `${FOLDER}/[name].[hash].js`,
							assetFileNames: `${FOLDER}/[name].[hash][extname]`
						}
					}
				}
			});
		},
		resolveId: (id) => (id === ID ? `\0${ID}` : null),
		load(id) {
			if (id !== `\0${ID}`) return null;
			const { command, root, build: server } = this.environment.config;
			// Kit builds its server side first, and beside it what browsers load: all is there when pages are rendered
			const manifest = resolve(root, server.outDir, '../client', MANIFEST);
			return `export const manifest = ${command === 'build' ? JSON.stringify(manifest) : null};`;
		}
	};
}
