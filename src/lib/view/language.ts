const names = new Intl.DisplayNames('en', { type: 'language' });

/** @param tag BCP 47 @returns the language's English name, or the tag where there is none */
export function languageName(tag: string): string {
	return names.of(tag) ?? tag;
}
