/** Explains what makes a file invalid YAML, with the remedy for the common mistakes. */
import { visit } from 'yaml';
import type { Document, LineCounter, YAMLError } from 'yaml';

export interface YamlFault {
	/** 1-based */
	line: number;
	column: number;
	/** a clause, without a full stop */
	message: string;
}

/** A field and its text on one line: `  - title: Acme: a mill`. */
const FIELD = /^\s*(?:- +)?([\w-]+): +(\S.*?)\s*$/;

/** @param error the first one of the file: those after it mostly follow from it */
export function explainYaml(
	error: YAMLError,
	{ text, document, lines }: { text: string; document: Document.Parsed; lines: LineCounter }
): YamlFault {
	const { line, col: column } = lines.linePos(error.pos[0]);
	const rows = text.split('\n');
	const tab = rows.slice(0, line).findIndex((row) => /^ *\t/.test(row));
	const atError = (message: string) => ({ line, column, message: `is not valid YAML: ${message}` });
	if (tab >= 0 && (error.code === 'TAB_AS_INDENT' || tab === line - 1)) {
		const column = rows[tab]!.indexOf('\t') + 1;
		return { line: tab + 1, column, message: 'is indented with a tab: use spaces' };
	}
	if (/Missing closing ['"]quote/.test(error.message)) {
		const open = lines.linePos(findQuoted(document, error.pos[0]));
		const message = 'is not valid YAML: the quotation mark here is never closed';
		return { line: open.line, column: open.col, message };
	}
	const row = rows[line - 1] ?? '';
	const [, field, value] = FIELD.exec(row) ?? [];
	if (!field || !value) {
		const isBare = error.code === 'MULTILINE_IMPLICIT_KEY' && !row.includes(':');
		return atError(
			isBare
				? 'the line has no field name with a colon, or is not indented like the text it belongs to'
				: error.message
		);
	}
	const quoted = `${field}: ${JSON.stringify(unquote(value))}`;
	if (/^['"].*\S/.test(value) && error.code === 'UNEXPECTED_TOKEN')
		return atError(`the text goes on after its closing quotation mark: write ${quoted}`);
	if (/^[@`%&*!|>]/.test(value))
		return atError(`a text that begins with ${value[0]} needs quotation marks: write ${quoted}`);
	if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && value.includes(': '))
		return atError(`a text with a colon in it needs quotation marks: write ${quoted}`);
	return atError(error.message);
}

/** @returns the text without the quotation mark that it begins with, and without the one at its end */
function unquote(value: string): string {
	const mark = value[0]!;
	if (mark !== "'" && mark !== '"') return value;
	const inner = value.slice(1);
	const isPair = inner.endsWith(mark) && inner.slice(0, -1).includes(mark) && mark === "'";
	return isPair ? inner.slice(0, -1) : value;
}

/** @returns the offset at which the last text in quotation marks before another offset begins */
function findQuoted(document: Document.Parsed, before: number): number {
	let last = 0;
	visit(document, {
		Scalar(_key, node) {
			const [from = before] = node.range ?? [];
			if (/^QUOTE/.test(node.type ?? '') && from < before) last = Math.max(last, from);
		}
	});
	return last;
}
