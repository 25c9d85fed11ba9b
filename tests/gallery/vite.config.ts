/** Serves the gallery: plain Vite, without SvelteKit. `npm run gallery` */
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { dataFolder } from '../../scripts/data-folder.js';
import { prepareFonts } from '../../scripts/fonts.js';
import { aliasMessages, siteLanguage } from '../../scripts/languages.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
	root: at('.'),
	cacheDir: at('../../node_modules/.vite/gallery'),
	plugins: [svelte({ configFile: false })],
	resolve: {
		alias: [
			{ find: '$fonts', replacement: await prepareFonts(dataFolder()) },
			aliasMessages(siteLanguage().words)
		]
	},
	server: { fs: { allow: [at('../..')] } }
});
