/** A record as read: the fields that passed their own check, and where they stand. */
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import type { z } from 'zod';
import { explainIssue, explainUnknown } from './explain.ts';
import { quote } from '../../model/error-text.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml.ts';

type Path = PropertyKey[];

export interface ReadRecord<T> {
	/** `event "mi-mix-4-due"`, or `event 3` where it has no id */
	name: string | null;
	/** A field that failed its own check is absent: the problem is told, later checks pass over it. */
	fields: Partial<T>;
	file: YamlFile;
	node: YAMLMap;
	/** where the item stands in its record: empty, or `['evidence', 0]` */
	path: Path;
}

export interface RecordContext {
	file: YamlFile;
	name: string | null;
	/** the kind of record: `an event` */
	what: string;
	path?: Path;
	/** fields that hold items of their own, read by the caller */
	skip?: string[];
}

// YAML 1.1 readers take an unquoted 2010-04-06 for a date, so the fields that hold dates are quoted.
const DATES = new Set(['date', 'edtf', 'published', 'updated', 'from', 'to']);

/** @param problems takes what is wrong with the fields, each on its own */
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
	const told = new Set(found.map(({ field }) => field));
	const bare = findBareDates(item).filter(({ field }) => !told.has(field));
	problems.push(...found, ...bare);
	return item;
}

/**
 * @param path of the field within the item; empty for the item as a whole
 * @param message a clause, with no full stop
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

/** @returns the lines that name a place: `data/events/2021.yaml:41` */
export function locate(item: ReadRecord<unknown>, path: Path = []): string {
	return `${item.file.name}:${findLine(item.file, item.node, path)}`;
}

/** @returns the node with its alias followed, when it is a mapping */
export function asMap(node: unknown, { document }: YamlFile): YAMLMap | null {
	const target = isAlias(node) ? node.resolve(document) : node;
	return isMap(target) ? target : null;
}

/** The line of the deepest part of the path that is written. */
function findLine(file: YamlFile, node: YAMLMap, path: Path): number {
	let place: unknown = node;
	let offset = node.range?.[0] ?? 0;
	for (const key of path) {
		if (isMap(place)) {
			const pair = place.items.find((item) => isScalar(item.key) && item.key.value === key);
			if (!pair) break;
			offset = (pair.key as Node).range?.[0] ?? offset;
			place = pair.value;
		} else if (isSeq(place)) {
			place = place.items[Number(key)];
			if (!place) break;
			offset = (place as Node).range?.[0] ?? offset;
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

function findBareDates(item: ReadRecord<unknown>): Problem[] {
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
