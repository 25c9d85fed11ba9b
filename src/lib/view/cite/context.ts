import { getContext, setContext, type Component } from 'svelte';
import type { Citable } from '../../model/citation.ts';

export interface CiteProps {
	/** the work to cite, read when the dialog opens */
	what: () => Citable;
	/** URL of a page that shows a citation without scripts */
	href: string;
	/** position of the quotation in its article, in words */
	place?: string;
	label?: string;
}

/** Set by pages that offer citations. Frames do not set it, so they never load the component. */
interface Citing {
	/** URL of `/data/citations.json` */
	href: string;
	Cite: Component<CiteProps>;
}

const KEY = Symbol('citing');

export function setCiting(citing: Citing): void {
	setContext(KEY, citing);
}

/** @returns undefined on pages without citations */
export function getCiting(): Citing | undefined {
	return getContext(KEY);
}
