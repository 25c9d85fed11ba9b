/** Explains a zod issue in one clause that also names the expected value. */
import { z } from 'zod';
import { list, quote } from '../../model/error-text.ts';
import { suggest } from '../../model/spelling.ts';

type Issue = z.core.$ZodIssue;

export interface Finding {
	path: PropertyKey[];
	message: string;
}

/** @param value that the schema was applied to */
export function explainIssue(issue: Issue, schema: z.ZodType, value: unknown): Finding[] {
	const { path } = issue;
	const found = valueAt(value, path);
	const wanted = schemaAt(schema, path);
	const finding = (message: string) => [{ path, message }];
	const wording = wanted ? describeSchema(wanted) : '';
	switch (issue.code) {
		case 'unrecognized_keys': {
			const known = wanted ? fieldsOf(wanted) : [];
			return issue.keys.map((key) => ({
				path: [...path, key],
				message: explainUnknown(key, known, 'this mapping')
			}));
		}
		case 'invalid_union':
			return explainUnion(issue, schema, value);
		case 'invalid_type':
			return finding(explainType(found, issue.expected, wording));
		case 'too_big':
			if (typeof found !== 'string') return finding(`${quote(found)} is not ${wording}`);
			return finding(`is ${found.length} characters long; the limit is ${issue.maximum}`);
		case 'too_small':
			if (Array.isArray(found)) return finding(`is an empty list: write ${wording}`);
			return finding(`${quote(found)} is not ${wording}`);
		case 'invalid_value': {
			if (found === undefined || found === null) return finding(explainType(found, '', wording));
			const options = issue.values.map(String);
			const hint = typeof found === 'string' ? suggest(found, options) : '';
			return finding(`${quote(found)} is not one of ${list(options, 'or')}${hint}`);
		}
		case 'invalid_key':
			return finding(`${quote(path.at(-1))} is not ${wording}`);
		case 'custom':
			return finding(issue.message);
		default:
			if (typeof found === 'string' && !found.trim()) return finding(`is empty: write ${wording}`);
			return finding(`${quote(found)} is not ${wording}`);
	}
}

/** @param owner kind of record, with its article: `an event` */
export function explainUnknown(key: string, known: string[], owner: string): string {
	const hint = suggest(key, known) || `; its fields are ${list(known)}`;
	return `is not a field of ${owner}${hint}`;
}

function explainUnion(
	issue: z.core.$ZodIssueInvalidUnion,
	schema: z.ZodType,
	value: unknown
): Finding[] {
	const found = valueAt(value, issue.path);
	const wanted = schemaAt(schema, issue.path);
	const branch = issue.errors.find(
		(errors) => !errors.some(({ code, path }) => code === 'invalid_type' && path.length === 0)
	);
	if (!branch || !wanted) {
		const message = explainType(found, 'string', wanted ? describeSchema(wanted) : '');
		return [{ path: issue.path, message }];
	}
	return branch.flatMap((inner) =>
		explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, value)
	);
}

function explainType(found: unknown, expected: string, wording: string): string {
	if (found === undefined) return `is missing: write ${wording}`;
	if (found === null) return `is empty: write ${wording}`;
	const isText = expected === 'string';
	if (isText && typeof found !== 'object') {
		return `${quote(found)} is a ${typeof found}: put it in quotation marks`;
	}
	if (isText && Array.isArray(found)) {
		return `is a list, not text: put it in quotation marks, or write ${wording}`;
	}
	return `is ${nameType(found)}, not ${nameExpected(expected)}: write ${wording}`;
}

function nameType(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'string') return 'text';
	return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}

function nameExpected(expected: string): string {
	if (expected === 'string') return 'text';
	if (expected === 'array') return 'a list';
	return expected === 'object' ? 'a mapping' : 'a whole number';
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key],
		value
	);
}

/** @returns the schema at a path through mappings and lists */
function schemaAt(schema: z.ZodType, path: PropertyKey[]): z.ZodType | null {
	const [key, ...rest] = path;
	if (key === undefined) return schema;
	const bare = unwrap(schema, key);
	if (bare instanceof z.ZodArray) return schemaAt(bare.element as z.ZodType, rest);
	if (bare instanceof z.ZodRecord) return schemaAt(bare.valueType as z.ZodType, rest);
	const field = bare instanceof z.ZodObject ? (bare.shape[String(key)] as z.ZodType) : undefined;
	return field ? schemaAt(field, rest) : null;
}

/** Unwraps optional, nullable and default schemas; with a key, picks the mapping of a union. */
function unwrap(schema: z.ZodType, key?: PropertyKey): z.ZodType {
	if (
		schema instanceof z.ZodOptional ||
		schema instanceof z.ZodNullable ||
		schema instanceof z.ZodDefault
	) {
		return unwrap(schema.unwrap() as z.ZodType, key);
	}
	if (schema instanceof z.ZodUnion && key !== undefined) {
		return schema.options.find((option) => option instanceof z.ZodObject) ?? schema;
	}
	return schema;
}

function fieldsOf(schema: z.ZodType): string[] {
	const bare = unwrap(schema, '');
	return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
}

function describeSchema(schema: z.ZodType): string {
	return schema.description ?? unwrap(schema).description ?? 'it';
}
