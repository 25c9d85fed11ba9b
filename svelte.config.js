import adapter from '@sveltejs/adapter-static';
import { hashContent } from './scripts/content-hash.js';
import { dataFolder } from './scripts/data-folder.js';
import { siteLanguage } from './scripts/languages.js';
import { siteSettings } from './scripts/settings.js';

const { path } = siteLanguage();
const settings = siteSettings();
// scripts/build.js builds languages at the same time, each in a folder of its own
const folder = process.env.BUILD_FOLDER;

/** Pages that only some data has, by route; else they answer 404, and nothing may link to them. */
const OPTIONAL = ['/(site)/promises', '/(site)/source/[id]'];

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: {
		// short: every scoped element bears it
		cssHash: ({ hash, filename, css }) => `_${hash(filename ?? css).slice(0, 4)}`
	},
	kit: {
		adapter: adapter({ pages: folder ? `${folder}/site` : `build${path}` }),
		outDir: folder ? `${folder}/kit` : '.svelte-kit',
		paths: { base: `${settings.base}${path}`, relative: false },
		prerender: {
			handleHttpError: ({ status, path: address, referrer, message }) => {
				const isOptional = OPTIONAL.some((route) =>
					address.endsWith(`${route.slice('/(site)'.length)}/`)
				);
				const isLinked = referrer !== null && `${referrer}/` !== address;
				if (status !== 404 || !isOptional || isLinked) throw new Error(message);
			},
			handleUnseenRoutes: ({ routes, message }) => {
				if (routes.some((route) => !OPTIONAL.includes(route))) throw new Error(message);
			}
		},
		typescript: {
			config: (config) => {
				config.include.push('../scripts/**/*.js', '../scripts/**/*.ts');
			}
		},
		version: { name: hashContent(settings, dataFolder()) }
	}
};
