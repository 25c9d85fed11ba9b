/** Texts with HTML, as TimelineJS has them. */

const TAG =
	/<\/?(?:a|abbr|b|blockquote|br|cite|code|div|em|figure|font|h[1-6]|hr|i|img|li|ol|p|q|s|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)(?:\s[^<>]*)?\/?>/gi;
const BLOCK = /^<\/?(?:blockquote|br|div|h[1-6]|hr|li|ol|p|table|tr|ul)\b/i;
const ENTITIES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' '
};

/** @returns the text without tags of HTML; one without tags or entities as it is */
export function stripMarkup(text: string): string {
	if (!/[<&]/.test(text)) return text;
	return text
		.replace(TAG, (tag) => (BLOCK.test(tag) ? '\n' : ''))
		.replace(
			/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|lt|gt|quot|apos|nbsp));/gi,
			(all, decimal, hex, name) =>
				name
					? ENTITIES[name.toLowerCase()]!
					: fromCode(decimal ? Number(decimal) : parseInt(hex, 16), all)
		)
		.replace(/[ \t]*\n\s*/g, '\n')
		.trim();
}

function fromCode(code: number, all: string): string {
	return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
		? String.fromCodePoint(code)
		: all;
}

/** @returns the addresses that the text links to */
export function findLinks(text: string): string[] {
	const links = [...text.matchAll(/<a\s[^<>]*?href\s*=\s*["']?(https?:\/\/[^\s"'<>]+)/gi)];
	return links.map(([, href]) => href!.replaceAll('&amp;', '&'));
}
