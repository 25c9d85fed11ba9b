const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for HTML and XML, in content and in double-quoted attributes. */
export function escapeMarkup(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
