/**
 * The languages of the interface, from `locales` in src/lib/language/project.inlang/settings.json, and those of the site:
 * the data's own at the root, and one for each file in the data's translations/.
 *
 * @typedef {object} InterfaceLanguage
 * @property {string} id folder of its messages in src/lib/language
 * @property {string} tag BCP 47, such as `zh-Hans`
 *
 * @typedef {object} Language
 * @property {string} id path segment: `it` in `/it/`; the name of its translation
 * @property {string} tag BCP 47, such as `zh-Hans`
 * @property {string} name in the language itself
 * @property {'' | `/${string}`} path prefix of its pages' paths
 * @property {string} words id of the interface's language on its pages: English if the interface lacks the language
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { languageAndScript } from '../src/lib/language/script.js';
import { fail, root } from './command.js';
import { dataFolder } from './data-folder.js';

const SETTINGS = 'src/lib/language/project.inlang/settings.json';
/** Default language of the data. */
const DEFAULT_LANGUAGE = 'en';

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
 * @returns {InterfaceLanguage[]} the base language first
 * @throws {Error} with one sentence
 */
export function listInterfaceLanguages() {
	const { baseLocale, locales } = readSettings();
	const languages = locales.map((id) => {
		const file = `src/lib/language/${id}/language.json`;
		const words = readJson(file, `: restore it, or remove "${id}" from “locales” in ${SETTINGS}`);
		const { language_tag: tag } = words;
		if (typeof tag !== 'string') throw new Error(`${file} has no “language_tag”.`);
		return { id, tag };
	});
	const isBase = (/** @type {InterfaceLanguage} */ { id }) => id === baseLocale;
	return [...languages.filter(isBase), ...languages.filter((language) => !isBase(language))];
}

/**
 * @param {string} [folder] of the data
 * @returns {Language[]} the data's own language first
 * @throws {Error} with one sentence
 */
export function listLanguages(folder = dataFolder()) {
	const spoken = listInterfaceLanguages();
	const own = ownLanguage(folder);
	return [own, ...listTranslations(folder)].map((id, index) => {
		const words = spoken.find((other) => languageAndScript(other.tag) === languageAndScript(id));
		// a translation may leave out the script: `zh` is `zh-Hans`
		const tag = words?.id === id ? words.tag : id;
		return {
			id,
			tag,
			name: nameIn(tag),
			path: index === 0 ? '' : `/${id}`,
			words: (words ?? spoken[0])?.id ?? id
		};
	});
}

/**
 * @param {string} folder of the data
 * @returns {string} the language in timeline.yaml; the default if it has none or an invalid one, which check:data reports
 */
function ownLanguage(folder) {
	const file = join(folder, 'timeline.yaml');
	const exists = statSync(file, { throwIfNoEntry: false });
	const language = exists && parseDocument(readFileSync(file, 'utf8')).get('language');
	return isTag(language) ? language : DEFAULT_LANGUAGE;
}

/**
 * @param {string} folder of the data
 * @returns {string[]} ids, sorted
 * @throws {Error} with one sentence
 */
function listTranslations(folder) {
	const place = join(folder, 'translations');
	if (!statSync(place, { throwIfNoEntry: false })) return [];
	const own = ownLanguage(folder);
	const names = readdirSync(place).filter((name) => name.endsWith('.yaml'));
	return names.toSorted().map((name) => {
		const id = name.slice(0, -'.yaml'.length);
		const file = join(place, name);
		if (!isTag(id))
			throw new Error(`${file} is not named after a language in BCP 47, such as "it.yaml".`);
		if (id === own) throw new Error(`${file} is in the language of the data itself: remove it.`);
		return id;
	});
}

/** @param {unknown} id @returns {id is string} */
function isTag(id) {
	return typeof id === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(id) && isLocale(id);
}

/** @param {string} id */
function isLocale(id) {
	try {
		return Boolean(new Intl.Locale(id));
	} catch {
		return false;
	}
}

/** @param {string} tag @returns {string} the language's name in the language itself, capitalised: `Italiano` */
function nameIn(tag) {
	const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
	const [first = '', ...rest] = name;
	return first.toLocaleUpperCase(tag) + rest.join('');
}

/**
 * @param {string | undefined} id of a language, as SITE_LANGUAGE gives it; the data's own when left out
 * @param {string} [folder] of the data
 * @returns {Language}
 * @throws {Error} with one sentence
 */
export function findLanguage(id, folder = dataFolder()) {
	const languages = listLanguages(folder);
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

/**
 * @param {string} language id
 * @returns {import('vite').Alias} makes `messages.ts` import the messages of one language instead of all
 */
export function aliasMessages(language) {
	const find = /^(\.\/compiled\/(?:\w+\/)?messages)\/_index\.js$/;
	return { find, replacement: `$1/${language}.js` };
}
