/** A parsed YAML file with its source positions, so that a problem can name its line. */
import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { fileProblem } from './problem.ts';
import type { Problem } from './problem.ts';

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
 * @returns null if the file is unreadable
 */
export function readYaml(path: string, name: string, problems: Problem[]): YamlFile | null {
	const text = readText(path);
	if (text === null) {
		problems.push(fileProblem(name, 'is missing'));
		return null;
	}
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const [repeated, broken] = [
		document.errors.filter(({ code }) => code === 'DUPLICATE_KEY'),
		[...document.errors, ...document.warnings].filter(({ code }) => code !== 'DUPLICATE_KEY')
	];
	for (const { pos, message } of broken) {
		const { line, col } = lines.linePos(pos[0]);
		problems.push({ ...fileProblem(name, `is not good YAML: ${message}`, line), column: col });
	}
	if (broken.length > 0) return null;
	if (document.contents === null) {
		problems.push(fileProblem(name, 'is empty'));
		return null;
	}
	try {
		document.toJS();
	} catch (error) {
		problems.push(fileProblem(name, `is not good YAML: ${(error as Error).message}`));
		return null;
	}
	const repeatedKeys = repeated.map(({ pos }) => pos[0]);
	return { name, path, text, document, lines, repeatedKeys };
}

/** @returns null if there is no such file @throws {Error} any other error of the file system */
export function readText(path: string): string | null {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}
