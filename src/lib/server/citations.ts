import { makeCitations, type CompiledCitations } from '../data/cite/citations.ts';
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

/** The CSL locale of the data's language, if there is a file; CSL names locales by language and country: `it-IT`. */
function findLocale() {
	const { language, region } = new Intl.Locale(timeline.language).maximize();
	const name = `${language}-${region}`;
	const text = locales[`../data/cite/styles/locales-${name}.xml`];
	return text === undefined ? undefined : { name, text };
}
