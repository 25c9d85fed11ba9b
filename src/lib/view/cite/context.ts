import { getContext, setContext } from 'svelte';
import type { Citable } from '../../model/citation.ts';

export interface CiteProps {
	/** the work to cite, read when the dialog opens */
	what: () => Citable;
	/** URL of a page that shows a citation without scripts */
	href: string;
	label?: string;
}

const KEY = Symbol('citing');

/** Set by pages that offer citations; frames do not. @param href URL of `/data/citations.json` */
export function setCiting(href: string): void {
	setContext(KEY, href);
}

/** @returns undefined on pages without citations */
export function getCiting(): string | undefined {
	return getContext(KEY);
}
