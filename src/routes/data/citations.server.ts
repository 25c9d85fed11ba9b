import { timeline } from 'virtual:timeline';
import { makeCitations } from '$lib/data/citations.ts';
import chicago from '../../../scripts/citation-styles/chicago-author-date.csl?raw';
import mla from '../../../scripts/citation-styles/modern-language-association.csl?raw';

/** Made once a build. */
export const citations = makeCitations(timeline, { mla, chicago });
