import { resolve } from '$app/paths';
import { prepareFrame, type Edition } from '../embed/prepaint.ts';
import * as m from '../language/messages.ts';

const home = resolve('/');
const others = SITE_LANGUAGES.filter(({ tag }) => tag !== m.language_tag());
const editions = others.flatMap(({ id, tag, path }): Edition[] =>
	[...new Set([id.toLowerCase(), tag.toLowerCase()])].map((name) => [name, `${SITE_BASE}${path}/`])
);

/** For the head of a frame: what runs before it is painted. */
export const EARLY_FRAME = `(${prepareFrame})(${JSON.stringify(home)},${JSON.stringify(editions)})`;
