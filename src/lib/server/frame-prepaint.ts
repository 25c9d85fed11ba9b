import { resolve } from '$app/paths';
import { prepareFrame, type Edition } from '../embed/prepaint.ts';
import { VIEW_PARAMETERS } from '../model/address.ts';

const home = resolve('/');
const others = SITE_LANGUAGES.filter(({ id }) => id !== SITE_LANGUAGE);
const editions = others.flatMap(({ id, tag, path }): Edition[] =>
	[...new Set([id.toLowerCase(), tag.toLowerCase()])].map((name) => [name, `${SITE_BASE}${path}/`])
);

/** Inline script for the head of a frame: runs before first paint. */
export const PREPAINT_FRAME = `(${prepareFrame})(${[home, editions, VIEW_PARAMETERS].map((value) => JSON.stringify(value)).join()})`;
