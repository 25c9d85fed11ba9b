const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for HTML and XML, in content and in double-quoted attributes. */
export function escapeMarkup(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}

/** Escapes what TeX would take for a command, a comment or mathematics; braces and what is escaped already stay. */
export function escapeTex(text: string): string {
	return text.replace(/(?<!\\)[&%#_$]/g, '\\$&');
}
