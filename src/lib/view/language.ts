import * as m from '../language/messages.ts';

const names = new Intl.DisplayNames(m.language_tag(), { type: 'language' });

/** @param tag BCP 47 @returns the language’s name in that of the page, or the tag where there is none */
export function languageName(tag: string): string {
	return names.of(tag) ?? tag;
}
