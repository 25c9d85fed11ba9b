/** A record as read: its valid fields and their source positions. */
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import type { z } from 'zod';
import { explainIssue, explainUnknown } from './explain.ts';
import { quote } from '../../model/error-text.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml.ts';

type Path = PropertyKey[];

export interface ReadRecord<T> {
	/** `event "mi-mix-4-due"`, or `event 3` if it has no id */
	name: string | null;
	/** An invalid field is absent: its problem is reported, and later checks skip it. */
	fields: Partial<T>;
	file: YamlFile;
	node: YAMLMap;
	/** path of the item in its record: empty, or `['evidence', 0]` */
	path: Path;
}

export interface RecordContext {
	file: YamlFile;
	name: string | null;
	/** kind of record, with its article: `an event` */
	what: string;
	path?: Path;
	/** fields that hold nested records, read by the caller */
	skip?: string[];
}

/** What is wrong with a value that should have fields. */
export const NO_MAPPING = 'is not a mapping: write one field per line, such as "id: …"';

// YAML 1.1 parsers read an unquoted 2010-04-06 as a timestamp, so dates must be quoted in these fields.
const DATES = new Set(['date', 'edtf', 'published', 'updated', 'from', 'to']);

/** @param problems receives what is wrong with each field */
export function readRecord<S extends z.ZodRawShape>(
	schema: z.ZodObject<S>,
	node: YAMLMap,
	{ file, name, what, path = [], skip = [] }: RecordContext,
	problems: Problem[]
): ReadRecord<z.output<z.ZodObject<S>>> {
	type Fields = z.output<z.ZodObject<S>>;
	const item: ReadRecord<Fields> = { name, fields: {}, file, node, path };
	const raw = node.toJS(file.document) as Record<string, unknown>;
	const known = Object.keys(schema.shape);
	const found: Problem[] = [];
	for (const key of Object.keys(raw).filter((key) => !known.includes(key))) {
		found.push(problemAt(item, [key], explainUnknown(key, known, what)));
	}
	for (const key of known.filter((key) => !skip.includes(key))) {
		const field = schema.shape[key] as unknown as z.ZodType;
		const { success, data, error } = field.safeParse(raw[key]);
		if (success) item.fields[key as keyof Fields] = data as Fields[keyof Fields];
		const findings = error?.issues.flatMap((issue) => explainIssue(issue, field, raw[key]));
		for (const { path, message } of findings ?? []) {
			found.push(problemAt(item, [key, ...path], message));
		}
	}
	const reported = new Set(found.map(({ field }) => field));
	const unquoted = findUnquotedDates(item).filter(({ field }) => !reported.has(field));
	problems.push(...found, ...unquoted);
	return item;
}

/**
 * @param path of the field within the item; empty for the item as a whole
 * @param message a clause, without a full stop
 */
export function problemAt(item: ReadRecord<unknown>, path: Path, message: string): Problem {
	const { file, name, node } = item;
	const field = showPath([...item.path, ...path]);
	return {
		file: file.name,
		line: findLine(file, node, path),
		column: null,
		record: name,
		field,
		message
	};
}

/** @returns file and line: `data/events/2021.yaml:41` */
export function locate(item: ReadRecord<unknown>, path: Path = []): string {
	return `${item.file.name}:${findLine(item.file, item.node, path)}`;
}

/** @returns the node, its alias resolved, if it is a mapping; else null */
export function asMap(node: unknown, { document }: YamlFile): YAMLMap | null {
	const target = isAlias(node) ? node.resolve(document) : node;
	return isMap(target) ? target : null;
}

/** The 1-based line of the deepest part of the path that is in the file. */
function findLine(file: YamlFile, node: YAMLMap, path: Path): number {
	let current: unknown = node;
	let offset = node.range?.[0] ?? 0;
	for (const key of path) {
		if (isMap(current)) {
			const pair = current.items.find((item) => isScalar(item.key) && item.key.value === key);
			if (!pair) break;
			offset = (pair.key as Node).range?.[0] ?? offset;
			current = pair.value;
		} else if (isSeq(current)) {
			current = current.items[Number(key)];
			if (!current) break;
			offset = (current as Node).range?.[0] ?? offset;
		}
	}
	return file.lines.linePos(offset).line;
}

function showPath(path: Path): string | null {
	const [first, ...rest] = path;
	if (first === undefined) return null;
	return rest.reduce<string>(
		(shown, key) => shown + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
		String(first)
	);
}

function findUnquotedDates(item: ReadRecord<unknown>): Problem[] {
	return item.node.items.flatMap(({ key, value }) => {
		const name = isScalar(key) ? String(key.value) : '';
		const entries = isMap(value)
			? value.items.map((pair) => ({ path: [name, String(pair.key)], node: pair.value }))
			: [{ path: [name], node: value }];
		return entries.flatMap(({ path, node }) => {
			if (!path.every((key) => DATES.has(key)) || !isScalar(node)) return [];
			if (node.type !== 'PLAIN' || typeof node.value !== 'string') return [];
			const message = `is a date without quotation marks: write ${quote(node.value)}`;
			return [problemAt(item, path, message)];
		});
	});
}
