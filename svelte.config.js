import adapter from '@sveltejs/adapter-static';
import { siteSettings } from './scripts/settings.js';

const { base } = siteSettings();

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter(),
		paths: { base, relative: false },
		prerender: { handleUnseenRoutes: 'fail' }
	}
};
