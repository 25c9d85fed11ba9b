import adapter from '@sveltejs/adapter-static';
import { hashContent } from './scripts/content-hash.js';
import { dataFolder } from './scripts/data-folder.js';
import { siteLanguage } from './scripts/languages.js';
import { siteSettings } from './scripts/settings.js';

const { path } = siteLanguage();
const settings = siteSettings();
// scripts/build.js builds languages at the same time, each in a folder of its own
const folder = process.env.BUILD_FOLDER;

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ pages: folder ? `${folder}/site` : `build${path}` }),
		outDir: folder ? `${folder}/kit` : '.svelte-kit',
		paths: { base: `${settings.base}${path}`, relative: false },
		prerender: { handleUnseenRoutes: 'fail' },
		typescript: {
			config: (config) => {
				config.include.push('../scripts/**/*.js', '../scripts/**/*.ts');
			}
		},
		version: { name: hashContent(settings, dataFolder()) }
	}
};
