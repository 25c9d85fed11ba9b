/** @returns whether two BCP 47 tags have the same primary language, whatever their script and region */
export function isSameLanguage(a: string, b: string): boolean {
	return a.split('-')[0] === b.split('-')[0];
}

/** @returns the English name, such as `Simplified Chinese`; the tag itself if there is none */
export function nameLanguage(tag: string): string {
	try {
		return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
	} catch {
		return tag;
	}
}

/** Whether `Intl` accepts it as a BCP 47 tag: it refuses two regions, for instance. */
export function isLanguageTag(value: unknown): boolean {
	try {
		return typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1;
	} catch {
		return false;
	}
}
