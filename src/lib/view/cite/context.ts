import { getContext, setContext, type Component } from 'svelte';
import type { Citable } from '../../model/citation.ts';

export interface CiteProps {
	/** the work to cite, read when the dialog opens */
	what: () => Citable;
	/** address of a page that shows a citation without scripts */
	href: string;
	/** position of the quotation in its article, in words */
	place?: string;
	label?: string;
}

/** Provided by pages that offer citations; frames don't, and so never load the component. */
interface Citing {
	/** address of `/data/citations.json` */
	href: string;
	Cite: Component<CiteProps>;
}

const KEY = Symbol('citing');

export function setCiting(citing: Citing): void {
	setContext(KEY, citing);
}

/** @returns undefined where a page offers no citations */
export function getCiting(): Citing | undefined {
	return getContext(KEY);
}
