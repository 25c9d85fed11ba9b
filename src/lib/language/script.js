/** Languages by their tags alone; JavaScript, since the build's configuration imports it too. */

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = /-(?:Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/;

/** @param {string} tag BCP 47 @returns {string} language and script, the likely one if the tag has none: `zh-Hans` */
export function languageAndScript(tag) {
	const { language, script } = new Intl.Locale(tag).maximize();
	return `${language}-${script}`;
}

/** @param {string} tag BCP 47 @returns {'ltr' | 'rtl'} */
export function directionOf(tag) {
	return RIGHT_TO_LEFT.test(languageAndScript(tag)) ? 'rtl' : 'ltr';
}
