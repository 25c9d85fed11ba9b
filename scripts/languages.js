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

const SETTINGS = 'src/lib/language/project.inlang/settings.json';

/**
 * @param {string} file path from the project's folder
 * @param {string} [reason] why the file is needed, as the end of a sentence
 * @returns {Record<string, unknown>}
 * @throws {Error} with one sentence that names the file
 */
export function readJson(file, reason = '') {
	let text;
	try {
		text = readFileSync(join(root, file), 'utf8');
	} catch (error) {
		const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
		const fault = code === 'ENOENT' ? `${file} is missing${reason}.` : `${file}: ${message}.`;
		throw new Error(fault, { cause: error });
	}
	try {
		const value = JSON.parse(text);
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
	} catch (error) {
		const { message } = /** @type {Error} */ (error);
		throw new Error(`${file} is not valid JSON: ${message}.`, { cause: error });
	}
	throw new Error(`${file} is not a JSON object.`);
}

/**
 * @returns {{ baseLocale: string, locales: string[] }}
 * @throws {Error} with one sentence
 */
function readSettings() {
	const { baseLocale, locales } = readJson(SETTINGS);
	const isList = Array.isArray(locales) && locales.every((id) => typeof id === 'string');
	if (!isList || locales.length === 0)
		throw new Error(`${SETTINGS}: “locales” is not a list of languages, such as ["en", "it"].`);
	if (typeof baseLocale !== 'string' || !locales.includes(baseLocale))
		throw new Error(`${SETTINGS}: “baseLocale” is not one of the languages in “locales”.`);
	return { baseLocale, locales };
}

/**
 * @returns {Language[]}
 * @throws {Error} with one sentence
 */
export function listLanguages() {
	const { baseLocale, locales } = readSettings();
	return locales.map((id) => {
		const file = `src/lib/language/${id}/language.json`;
		const words = readJson(file, `: restore it, or remove "${id}" from “locales” in ${SETTINGS}`);
		const { language_tag: tag, language_name: name } = words;
		if (typeof tag !== 'string' || typeof name !== 'string')
			throw new Error(`${file} has no “language_tag” or no “language_name”.`);
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
