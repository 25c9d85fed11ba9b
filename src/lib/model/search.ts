/** Words as search compares them: lower case, without accents, split where neither letter nor digit stands. */
export function foldWords(text: string): string[] {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
}

/** @returns whether every word of the query begins some word of the text */
export function matchesWords(text: string, query: string): boolean {
	const words = foldWords(text);
	return foldWords(query).every((wanted) => words.some((word) => word.startsWith(wanted)));
}
