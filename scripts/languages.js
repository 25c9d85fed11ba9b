/**
 * The languages of the site, from `locales` in src/lib/language/project.inlang/settings.json; the messages of each are in
 * src/lib/language/<id>/. The base language is at the site's root.
 *
 * @typedef {object} Language
 * @property {string} id folder, and path segment: `it` in `/it/`
 * @property {string} tag BCP 47, such as `zh-Hans`
 * @property {string} name in the language itself
 * @property {'' | `/${string}`} path prefix of its pages' paths
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root } from './command.js';

const FOLDER = join(root, 'src/lib/language');

/** @param {string[]} path from src/lib/language */
const read = (...path) => JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8'));

/** @returns {{ baseLocale: string, locales: string[] }} */
const readSettings = () => read('project.inlang', 'settings.json');

/** @returns {Language[]} */
export function listLanguages() {
	const { baseLocale, locales } = readSettings();
	return locales.map((id) => {
		const { language_tag: tag, language_name: name } = read(id, 'language.json');
		return { id, tag, name, path: id === baseLocale ? '' : `/${id}` };
	});
}

/**
 * @param {string | undefined} id of a language, as SITE_LANGUAGE gives it; the root's when left out
 * @returns {Language}
 * @throws {Error} with one sentence
 */
export function findLanguage(id) {
	const languages = listLanguages();
	const found = languages.find((language) => (id ? language.id === id : language.path === ''));
	if (found) return found;
	const ids = languages.map((language) => language.id).join(', ');
	throw new Error(`SITE_LANGUAGE must be one of ${ids}, but it is ${JSON.stringify(id)}.`);
}

/** The language of this build. An unknown one ends the process with one sentence, as in `siteSettings`. */
export function siteLanguage() {
	try {
		return findLanguage(process.env.SITE_LANGUAGE);
	} catch (error) {
		fail(error);
	}
}
