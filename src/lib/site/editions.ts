import { resolve } from '$app/paths';

/** A page in one of the site's languages. */
export interface Edition {
	/** BCP 47 */
	tag: string;
	name: string;
	/** path from the host's root */
	path: string;
	isHere: boolean;
}

/** @param path of a page in the current language, from the host's root */
export function listEditions(path: string): Edition[] {
	const rest = path.slice(resolve('/').length);
	return SITE_LANGUAGES.map(({ id, tag, name, path }) => ({
		tag,
		name,
		path: `${SITE_BASE}${path}/${rest}`,
		isHere: id === SITE_LANGUAGE
	}));
}
