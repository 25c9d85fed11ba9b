/** The languages of the interface. */
import { baseLocale, isLocale, locales } from './compiled/runtime.js';
import type { Locale } from './compiled/runtime.js';
import * as m from './all-languages.ts';
import { languageAndScript } from './script.js';

/** The id of a language of the interface: its folder here. */
export type Language = Locale;

/** The language of the interface where it has no words in that of the data. */
export const BASE_LANGUAGE: Language = baseLocale;

/** @param tag BCP 47 @returns the interface's language of the same language and script, else the base language */
export function interfaceLanguage(tag: string): Language {
	const wanted = languageAndScript(tag);
	return locales.find((id) => languageAndScript(id) === wanted) ?? BASE_LANGUAGE;
}

/** @param id of a language of the data, which may leave out the script: `zh` @returns BCP 47: `zh-Hans` */
export function tagOf(id: string): string {
	return isLocale(id) ? m.language_tag({}, { locale: id }) : id;
}
