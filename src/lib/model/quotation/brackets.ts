/** Of each kind, in any width. */
const KINDS = [/[[［【〔][^\]］】〕]*[\]］】〕]/g, /[(（][^)）]*[)）]/g];

/**
 * Brackets in a translation are an editor's addition, unless the quotation has them too.
 * @returns the text in the last pair of brackets of a kind that the translation has more of; null for none
 */
export function findAddedBrackets(quotation: string, translation: string): string | null {
	for (const form of KINDS) {
		const added = translation.match(form) ?? [];
		if (added.length > (quotation.match(form)?.length ?? 0)) return added.at(-1)!;
	}
	return null;
}
