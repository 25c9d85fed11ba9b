/** Addresses of articles in print, as strings in CSS: a list has many quotations of a few articles. */
import { shortenAddress } from '../../model/source.ts';
import type { Source } from '../../model/types.ts';

/** @returns the address of an article */
export function quoteAddress({ url }: Source): string {
	const escape = (character: string) => `%${character.charCodeAt(0).toString(16)}`;
	return `'${shortenAddress(url).replace(/['"\\]/g, escape)}'`;
}

/** @returns a style for the list, with the address of each article in a custom property */
export function shareAddresses(sources: Source[]): string {
	return sources.map((source, index) => `--source-${index}: ${quoteAddress(source)}`).join('; ');
}

/** @returns the shared address of an article */
export function sharedAddress(sources: Source[], source: Source): string {
	return `var(--source-${sources.indexOf(source)})`;
}
