/** Formats parts of error messages. */

/** @returns the value as JSON on one line, truncated to 60 characters */
export function quote(value: unknown): string {
	const text = toJson(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** @returns undefined for what JSON has no form of, such as a function, a `BigInt` or a circular object */
function toJson(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
}

/** @returns `a, b and c` */
export function list(words: readonly string[], conjunction = 'and'): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
