/** Adds records to a data folder, and updates those that it wrote itself and nobody has edited since. */
import { createHash } from 'node:crypto';
import { isMap, isSeq } from 'yaml';
import type { YAMLMap } from 'yaml';

export interface Merged {
	text: string;
	added: string[];
	updated: string[];
	/** ids of records that differ, and that a person has edited */
	kept: string[];
	/** hash of each record of the list as it is now, by id */
	hashes: Record<string, string>;
}

interface YamlText {
	text: string;
	/** parsed from the text */
	list: unknown;
}

/** Fields that `check:data -- --write` fills in: they are no edit. */
const COMPUTED = /^(?:prefix|suffix|start|end|breaks|digest|characters|sha256)$/;

/**
 * @param file with its list of records
 * @param records to write, each as the lines of a list item, by id
 * @param written hashes of what was written before, by id
 * @param column of the items' hyphens
 */
export function mergeRecords(
	file: YamlText,
	records: Map<string, string>,
	written: Record<string, string>,
	parse: (item: string) => unknown
): Merged {
	const items = isSeq(file.list) ? file.list.items.filter(isMap) : [];
	const merged: Merged = { text: '', added: [], updated: [], kept: [], hashes: {} };
	const present = new Set<string>();
	const edits: { from: number; to: number; text: string }[] = [];
	let end = file.text.trimEnd().length;
	let column = 0;
	for (const item of items) {
		const place = placeOf(item, file.text);
		({ column } = place);
		end = place.to;
		const id = String(item.get('id'));
		present.add(id);
		const source = file.text.slice(place.from, place.to);
		const now = hashOf(item.toJSON(), source);
		const wanted = records.get(id);
		if (wanted === undefined) continue;
		const next = hashOf(parse(wanted), '');
		const before = written[id];
		if (now === next || before === next) merged.hashes[id] = before ?? next;
		else if (before === now) {
			edits.push({ from: place.from, to: place.to, text: toLines(wanted, column).slice(2) });
			merged.updated.push(id);
			merged.hashes[id] = next;
		} else {
			merged.kept.push(id);
			if (before) merged.hashes[id] = before;
		}
	}
	const fresh = [...records].filter(([id]) => !present.has(id));
	for (const [id, item] of fresh) {
		merged.added.push(id);
		merged.hashes[id] = hashOf(parse(item), '');
	}
	const appended = fresh.map(([, item]) => `${' '.repeat(column)}${toLines(item, column)}`);
	const gap = column === 0 ? '\n\n' : '\n';
	let { text } = file;
	if (!items.length && /^\s*\[\]\s*$/.test(text)) [text, end] = ['', 0];
	const tail = appended.length ? `${end ? gap : ''}${appended.join(gap)}` : '';
	text = text.slice(0, end) + tail + (text.slice(end) || '\n');
	for (const { from, to, text: next } of edits.reverse())
		text = text.slice(0, from) + next + text.slice(to);
	return { ...merged, text };
}

function placeOf({ range }: YAMLMap, text: string): { from: number; to: number; column: number } {
	const [from, to] = range!;
	const line = text.lastIndexOf('\n', from - 1) + 1;
	const hyphen = text.slice(line, from).indexOf('-');
	return { from, to: from + text.slice(from, to).trimEnd().length, column: Math.max(0, hyphen) };
}

function toLines(item: string, column: number): string {
	return item.split('\n').join(`\n${' '.repeat(column)}`);
}

/** @returns 16 hexadecimal digits of the fields, and of a person's comments */
export function hashOf(record: unknown, source: string): string {
	const fields = JSON.stringify(record, (key, value: unknown) =>
		COMPUTED.test(key) ? undefined : value
	);
	const comments = source.match(/^\s*#.*$/gm)?.join('\n') ?? '';
	return createHash('sha256')
		.update(fields + comments)
		.digest('hex')
		.slice(0, 16);
}
