/** The languages of the interface. */
import { baseLocale, isLocale } from './compiled/runtime.js';
import type { Locale } from './compiled/runtime.js';

/** The id of a language: its folder here, and its part of an address (`/it/`). */
export type Language = Locale;

/** The language of data/*.yaml and of the site's root. */
export const BASE_LANGUAGE: Language = baseLocale;

/** @throws {Error} if the interface has no such language */
export function toLanguage(id: string = BASE_LANGUAGE): Language {
	if (!isLocale(id)) throw new Error(`There is no language ${JSON.stringify(id)}.`);
	return id;
}
