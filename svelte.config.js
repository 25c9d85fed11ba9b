import adapter from '@sveltejs/adapter-static';
import { listLanguages, siteLanguage } from './scripts/languages.js';
import { siteSettings } from './scripts/settings.js';

const { base: root } = siteSettings();
const language = siteLanguage();
const base = `${root}${language.path}`;

/**
 * Whether an address belongs to the build of another language.
 * @param {string} path
 */
function isForeign(path) {
	const others = listLanguages().filter((other) => other.path.startsWith(language.path + '/'));
	return (
		!path.startsWith(`${base}/`) || others.some((other) => path.startsWith(`${root}${other.path}/`))
	);
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ pages: `build${language.path}` }),
		paths: { base, relative: false },
		prerender: {
			handleUnseenRoutes: 'fail',
			handleHttpError({ path, message }) {
				if (!isForeign(path)) throw new Error(message);
			}
		}
	}
};
