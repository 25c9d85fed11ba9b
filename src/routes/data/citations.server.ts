import { timeline } from 'virtual:timeline';
import { makeCitations } from '$lib/data/citations.ts';
import * as m from '$lib/language/messages.ts';
import chicago from '../../../scripts/citation-styles/chicago-author-date.csl?raw';
import mla from '../../../scripts/citation-styles/modern-language-association.csl?raw';

const locales = import.meta.glob<string>('../../../scripts/citation-styles/locales-*.xml', {
	query: '?raw',
	import: 'default',
	eager: true
});
// the locales of CSL are named for a language and a country
const { language, region } = new Intl.Locale(m.format_locale());
const name = `${language}-${region}`;
const text = locales[`../../../scripts/citation-styles/locales-${name}.xml`];

/** Made once a build. */
export const citations = makeCitations(
	timeline,
	{ mla, chicago },
	text === undefined ? undefined : { name, text }
);
