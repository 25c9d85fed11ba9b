import * as m from '../../language/messages.ts';

const names = new Intl.DisplayNames(m.language_tag(), { type: 'language' });

/** Whether a language differs from the page's in its primary subtag. @param tag BCP 47 */
export function isForeign(tag: string): boolean {
	const bare = (full: string) => full.split('-')[0];
	return bare(tag) !== bare(m.language_tag());
}

/** @param tag BCP 47 @returns the language's name in the language of the page, or the tag if it has none */
export function languageName(tag: string): string {
	return names.of(tag) ?? tag;
}
