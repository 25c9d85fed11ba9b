/** Parts of error messages. */

/** @returns the value as an editor would know it again, on one line */
export function quote(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** @returns `a, b and c` */
export function list(words: string[], conjunction = 'and'): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** @returns `; did you mean "title"?`, or nothing when no candidate is close */
export function suggest(word: string, candidates: string[]): string {
	const close = candidates
		.map((candidate) => ({ candidate, distance: measureDistance(word, candidate) }))
		.filter(({ candidate, distance }) => distance <= Math.max(1, candidate.length / 3))
		.sort((a, b) => a.distance - b.distance)[0];
	return close ? `; did you mean ${JSON.stringify(close.candidate)}?` : '';
}

/** Levenshtein's: insertions, deletions and replacements that turn one word into the other. */
function measureDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (const [i, letter] of [...a].entries()) {
		const next = [i + 1];
		for (let j = 0; j < b.length; j++) {
			const replaced = row[j]! + (letter === b[j] ? 0 : 1);
			next.push(Math.min(replaced, row[j + 1]! + 1, next[j]! + 1));
		}
		row = next;
	}
	return row.at(-1)!;
}
