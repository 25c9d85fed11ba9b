/** Writes records as YAML. All texts that could be read as anything else are quoted, as JSON is. */

type Value = string | number | boolean | null | undefined | Value[] | { [key: string]: Value };

const PLAIN = /^[A-Za-z][\w '’()-]*[\w)’]$/;
const WORDS = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

/** @returns the lines of a mapping, without its absent fields and empty lists */
export function formatMapping(record: object): string[] {
	return Object.entries(record as Record<string, Value>).flatMap(([key, value]) => {
		if (value === null || value === undefined) return [];
		if (Array.isArray(value)) return value.length ? formatList(key, value) : [];
		if (typeof value === 'object') return [`${key}:`, ...indent(formatMapping(value))];
		return [`${key}: ${formatScalar(value)}`];
	});
}

/** @returns a record as an item of a list */
export function formatItem(record: object): string {
	const [first = '{}', ...rest] = formatMapping(record);
	return [`- ${first}`, ...indent(rest)].join('\n');
}

function formatList(key: string, items: Value[]): string[] {
	if (items.every((item) => typeof item !== 'object'))
		return [`${key}: [${items.map((item) => formatScalar(item as string)).join(', ')}]`];
	return [`${key}:`, ...items.flatMap((item) => indent(formatItem(item as object).split('\n')))];
}

function formatScalar(value: string | number | boolean): string {
	if (typeof value !== 'string') return String(value);
	return PLAIN.test(value) && !WORDS.test(value) ? value : JSON.stringify(value);
}

function indent(lines: string[]): string[] {
	return lines.map((line) => `  ${line}`);
}
