import { getContext, setContext } from 'svelte';
import { directionOf, languageAndScript } from '../../language/script.js';
import * as m from '../../language/messages.ts';

const page = m.language_tag();
const KEY = {};

/** Sets the language of the data for all components inside. @param tag BCP 47 */
export function setDataLanguage(tag: string): void {
	setContext(KEY, tag);
}

/** The language of the data (BCP 47); that of the interface if none was set. */
export function getDataLanguage(): string {
	return getContext(KEY) ?? page;
}

/** Attributes that say in which language an element's text is. */
export interface LanguageAttributes {
	lang?: string;
	dir?: 'ltr' | 'rtl';
}

const isPages = (tag: string) => tag === page || languageAndScript(tag) === languageAndScript(page);
const attributesOf = (tag: string): LanguageAttributes => ({ lang: tag, dir: directionOf(tag) });

/** @param tag BCP 47 @returns none for a text in the language of the interface, which the page has */
export function languageOf(tag: string): LanguageAttributes {
	return isPages(tag) ? {} : attributesOf(tag);
}

/** For elements with text of the data. */
export function dataLanguage(): LanguageAttributes {
	return languageOf(getDataLanguage());
}

/** For words of the interface inside an element with text of the data. */
export function interfaceLanguage(): LanguageAttributes {
	return isPages(getDataLanguage()) ? {} : attributesOf(page);
}

let names: Intl.DisplayNames | undefined;

/** @param tag BCP 47 @returns the language's name in the language of the page, or the tag if it has none */
export function languageName(tag: string): string {
	names ??= new Intl.DisplayNames(page, { type: 'language' });
	return names.of(tag) ?? tag;
}
