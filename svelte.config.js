import adapter from '@sveltejs/adapter-static';
import { siteLanguage } from './scripts/languages.js';
import { siteSettings } from './scripts/settings.js';

const { path } = siteLanguage();

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ pages: `build${path}` }),
		paths: { base: `${siteSettings().base}${path}`, relative: false },
		prerender: { handleUnseenRoutes: 'fail' }
	}
};
