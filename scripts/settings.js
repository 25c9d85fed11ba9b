/**
 * Settings of the build, from the environment.
 *
 * @typedef {object} SiteSettings
 * @property {'' | `/${string}`} base sub-path of the site, in all languages; '' at the host's root
 * @property {string | null} origin of the site, e.g. https://example.org
 */

/** Fallback where an absolute address is required and SITE_ORIGIN is not set. */
export const DEFAULT_ORIGIN = 'http://localhost:4173';

/**
 * @param {string | undefined} value of BASE_PATH
 * @returns {SiteSettings['base']}
 * @throws {Error} with one sentence
 */
export function parseBasePath(value) {
	if (!value) return '';
	const segments = value.slice(1).split('/');
	const plain = segments.every((segment) => /^[\w.~-]+$/.test(segment) && !/^\.+$/.test(segment));
	if (!value.startsWith('/') || !plain) {
		throw new Error(
			`BASE_PATH must be a path such as /timeline, which starts with a slash, does not end ` +
				`with one and holds only letters, digits and . _ ~ -, but it is ${JSON.stringify(value)}.`
		);
	}
	return /** @type {`/${string}`} */ (value);
}

/**
 * @param {string | undefined} value of SITE_ORIGIN
 * @returns {SiteSettings['origin']}
 * @throws {Error} with one sentence
 */
export function parseSiteOrigin(value) {
	if (!value) return null;
	// URL() accepts too much ("https:x", spaces, a path), so the form is checked first
	const url = /^https?:\/\/[^\s/?#@\\]+$/i.test(value) && URL.canParse(value) && new URL(value);
	if (!url) {
		throw new Error(
			`SITE_ORIGIN must be an http or https origin such as https://example.org, with nothing ` +
				`after the host and port, but it is ${JSON.stringify(value)}.`
		);
	}
	return url.origin;
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {SiteSettings}
 * @throws {Error} with one sentence
 */
export function parseSettings(env) {
	return { base: parseBasePath(env.BASE_PATH), origin: parseSiteOrigin(env.SITE_ORIGIN) };
}

/**
 * Notice of the build that absolute addresses use the fallback.
 * @param {SiteSettings} settings
 * @returns {string | null}
 */
export function originNotice({ origin }) {
	if (origin) return null;
	return (
		'SITE_ORIGIN is not set: addresses that must be absolute begin with ' +
		`${DEFAULT_ORIGIN}, and canonical links are left out.`
	);
}

/**
 * The settings of this process. A malformed value ends it with one sentence: the callers are
 * configuration files, where an exception would print a stack trace around the sentence.
 */
export function siteSettings() {
	try {
		return parseSettings(process.env);
	} catch (error) {
		console.error(/** @type {Error} */ (error).message);
		process.exit(1);
	}
}
