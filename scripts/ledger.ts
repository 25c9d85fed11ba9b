/** What `new` and `import` have written to a data folder: hashes that show whether somebody has edited it since. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the file in the data folder. */
export const LEDGER = 'imported.json';

export interface Ledger {
	/** of the files of a new folder, by path; none once its example is gone */
	example: Record<string, string>;
	/** of the records of each imported file, by its name */
	files: Record<string, Imported>;
}

export interface Imported {
	lines: Record<string, string>;
	/** of those that `import` made itself; absent in ledgers of older versions */
	chapters?: Record<string, string>;
	sources: Record<string, string>;
	events: Record<string, string>;
	/** the row, date and title from which each event was made, to find it again in a corrected file */
	rows: Record<string, { row: number; date: string; title: string }>;
}

/** @throws {Error} with one sentence for a file that is not ours */
export function readLedger(folder: string): Ledger {
	const path = join(folder, LEDGER);
	if (!statSync(path, { throwIfNoEntry: false })) return { example: {}, files: {} };
	try {
		const { example = {}, files = {} } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Ledger>;
		return { example, files };
	} catch (error) {
		throw new Error(`${path} is not valid JSON: restore it, or remove it.`, { cause: error });
	}
}

export function hashText(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

export function writeLedger(folder: string, ledger: Ledger): void {
	writeFileSync(join(folder, LEDGER), `${JSON.stringify(ledger, null, '\t')}\n`);
}

/** Whether the files of a new folder are as they were written, and nobody has added events. */
export function isUntouched(folder: string, { example }: Ledger): boolean {
	const files = Object.entries(example);
	return (
		files.length > 0 &&
		files.every(([path, hash]) => {
			const file = join(folder, path);
			return (
				statSync(file, { throwIfNoEntry: false })?.isFile() &&
				hashText(readFileSync(file, 'utf8')) === hash
			);
		}) &&
		readdirSync(join(folder, 'events')).every((name) => `events/${name}` in example)
	);
}
