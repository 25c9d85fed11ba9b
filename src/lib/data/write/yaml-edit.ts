/** Edits single values in a YAML text, and leaves every other byte unchanged. */
import { isScalar } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';

/** Replaces the text from offset `from` up to, not including, offset `to`. */
export interface Edit {
	from: number;
	to: number;
	text: string;
}

export type Value = string | number | number[];

/**
 * @param file the text, and the document parsed from it
 * @param map of that document
 * @returns edits that replace differing values in place, and add missing keys after the map's last pair
 */
export function setFields(
	{ text, document }: { text: string; document: Document },
	map: YAMLMap,
	values: Record<string, Value>
): Edit[] {
	const edits: Edit[] = [];
	const added: string[] = [];
	const present = map.toJS(document) as Record<string, unknown>;
	for (const [key, value] of Object.entries(values)) {
		const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
		// JSON is valid YAML, on one line and quoted
		const source = Array.isArray(value) ? `[${value.join(', ')}]` : JSON.stringify(value);
		if (!pair) added.push(`${key}: ${source}`);
		else if (JSON.stringify(present[key]) !== JSON.stringify(value)) {
			edits.push(replaceValue(text, pair, source));
		}
	}
	if (added.length > 0) edits.push(addPairs(text, map, added));
	return edits;
}

/** @param edits without overlap; insertions at one offset keep their order */
export function applyEdits(text: string, edits: Edit[]): string {
	return [...edits]
		.reverse()
		.sort((a, b) => b.from - a.from)
		.reduce((done, { from, to, text: next }) => done.slice(0, from) + next + done.slice(to), text);
}

function replaceValue(text: string, pair: Pair, value: string): Edit {
	const { from, to } = rangeOf(text, pair);
	if (from < to) return { from, to, text: value };
	const before = text[from - 1] === ':' ? ' ' : '';
	const after = /[^\s,}]/.test(text[from] ?? '') ? ' ' : '';
	return { from, to, text: before + value + after };
}

function addPairs(text: string, map: YAMLMap, added: string[]): Edit {
	const { to } = rangeOf(text, map.items.at(-1)!);
	if (map.flow) return { from: to, to, text: added.map((pair) => `, ${pair}`).join('') };
	const newline = text.includes('\r\n') ? '\r\n' : '\n';
	const at = to + /^[^\r\n]*/.exec(text.slice(to))![0].length;
	const indent = ' '.repeat(columnOf(text, map.items[0]!.key as Node));
	return { from: at, to: at, text: added.map((pair) => newline + indent + pair).join('') };
}

/** The range of a pair's value, without the blank lines at the end of a block scalar. */
function rangeOf(text: string, { key, value }: Pair): { from: number; to: number } {
	const [from, to] = (value as Node | null)?.range ?? [(key as Node).range![1], 0];
	return { from, to: Math.max(from, from + text.slice(from, to).trimEnd().length) };
}

function columnOf(text: string, { range }: Node): number {
	return range![0] - (text.lastIndexOf('\n', range![0] - 1) + 1);
}
