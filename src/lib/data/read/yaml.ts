/** A parsed YAML file with its source positions, so that a problem can name its line. */
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { fileProblem } from './problem.ts';
import type { Problem } from './problem.ts';
import { readText } from './text.ts';
import { explainYaml } from './yaml-fault.ts';

export interface YamlFile {
	/** display name: `data/events/2021.yaml` */
	name: string;
	path: string;
	text: string;
	document: Document.Parsed;
	lines: LineCounter;
	/** offsets of keys that occur a second time in their mapping */
	repeatedKeys: number[];
}

/**
 * @param problems receives what makes the file unreadable
 * @param mayBeEmpty whether a file without records, or with comments alone, is read as such
 * @returns null if the file is unreadable
 */
export function readYaml(
	path: string,
	name: string,
	problems: Problem[],
	mayBeEmpty = false
): YamlFile | null {
	const read = readText(path);
	if (read.text === null) {
		problems.push(fileProblem(name, read.fault, read.line));
		return null;
	}
	const { text } = read;
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const repeated = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
	const broken = [...document.errors, ...document.warnings].find(
		({ code }) => code !== 'DUPLICATE_KEY'
	);
	if (broken) {
		const { line, column, message } = explainYaml(broken, { text, document, lines });
		problems.push({ ...fileProblem(name, message, line), column });
		return null;
	}
	if (document.contents === null && !mayBeEmpty) {
		problems.push(fileProblem(name, 'is empty'));
		return null;
	}
	try {
		document.toJS();
	} catch (error) {
		problems.push(fileProblem(name, `is not valid YAML: ${(error as Error).message}`));
		return null;
	}
	const repeatedKeys = repeated.map(({ pos }) => pos[0]);
	return { name, path, text, document, lines, repeatedKeys };
}
