import { getContext, setContext } from 'svelte';
import { directionOf, languageAndScript } from '../../language/script.js';
import * as m from '../../language/messages.ts';

const names = new Intl.DisplayNames(m.language_tag(), { type: 'language' });
const KEY = Symbol('language of the data');

/** Sets the language of the data for all components inside. @param tag BCP 47 */
export function setDataLanguage(tag: string): void {
	setContext(KEY, tag);
}

/** The language of the data (BCP 47); that of the interface if none was set. */
export function getDataLanguage(): string {
	return getContext(KEY) ?? m.language_tag();
}

/** Attributes that say in which language an element's text is. */
export interface LanguageAttributes {
	lang?: string;
	dir?: 'ltr' | 'rtl';
}

/** @param tag BCP 47 @returns none for a text in the language of the interface, which the page has */
export function languageOf(tag: string): LanguageAttributes {
	const isPages = languageAndScript(tag) === languageAndScript(m.language_tag());
	return isPages ? {} : { lang: tag, dir: directionOf(tag) };
}

/** For elements with text of the data. */
export function dataLanguage(): LanguageAttributes {
	return languageOf(getDataLanguage());
}

/** For words of the interface inside an element with text of the data. */
export function interfaceLanguage(): LanguageAttributes {
	return dataLanguage().lang ? { lang: m.language_tag(), dir: directionOf(m.language_tag()) } : {};
}

/** @param tag BCP 47 @returns the language's name in the language of the page, or the tag if it has none */
export function languageName(tag: string): string {
	return names.of(tag) ?? tag;
}
