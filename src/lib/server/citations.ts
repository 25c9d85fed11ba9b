import { makeCitations, type CompiledCitations } from '../data/cite/citations.ts';
import * as m from '../language/messages.ts';
import chicago from '../data/cite/styles/chicago-author-date.csl?raw';
import mla from '../data/cite/styles/modern-language-association.csl?raw';
import { timeline } from './dataset.ts';

const locales = import.meta.glob<string>('../data/cite/styles/locales-*.xml', {
	query: '?raw',
	import: 'default',
	eager: true
});

let made: CompiledCitations | undefined;

/** Computed on first use, once per process: the citation processor takes seconds. */
export function getCitations(): CompiledCitations {
	return (made ??= makeCitations(timeline, { mla, chicago }, findLocale()));
}

/** CSL names its locales by language and country: `it-IT`. */
function findLocale() {
	const { language, region } = new Intl.Locale(m.format_locale());
	const name = `${language}-${region}`;
	const text = locales[`../data/cite/styles/locales-${name}.xml`];
	return text === undefined ? undefined : { name, text };
}
