/** Brings a file into a data folder; started by import.js. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { formatFolder } from '../src/lib/import/folder/folder.ts';
import { readTable } from '../src/lib/import/read.ts';
import { recordsOf } from '../src/lib/import/folder/records.ts';
import type { FolderRecords } from '../src/lib/import/folder/records.ts';
import { ROLES } from '../src/lib/import/table/roles.ts';
import type { Reading, ReadOptions, Role } from '../src/lib/import/types.ts';
import { eventsFile, mergeInto, writeFile } from './import-merge.ts';
import { describeFault, describeReading } from './import-report.ts';
import { isUntouched, readLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';

const USAGE = 'npm run import -- <file> <folder>';

/** @returns the exit code: 0 if at least one row was taken */
export function importFile(args: string[]): number {
	const { file, folder, options } = readArguments(args);
	const bytes = readFile(file);
	if (!statSync(join(folder, 'timeline.yaml'), { throwIfNoEntry: false }))
		throw new Error(
			`${folder} is not a data folder, since it has no timeline.yaml: write one with npm run new.`
		);
	const head = parseDocument(readFileSync(join(folder, 'timeline.yaml'), 'utf8'));
	const company = String(head.get('company') ?? '');
	const reading = readTable(bytes, { title: company, ...options, onprogress: showProgress });
	const fault = reading.fault ?? reading.questions.find(({ kind }) => kind === 'not-utf8');
	if (fault) throw new Error(describeFault(file, fault));
	refuseUnknownColumns(file, reading, options);
	const records = recordsOf(reading);
	if (!records?.events.length) {
		console.log(describeReading(reading));
		console.error('No row was taken.');
		return 1;
	}
	const ledger = readLedger(folder);
	const outcome = isUntouched(folder, ledger)
		? replaceExample(folder, basename(file), records, reading, ledger)
		: mergeInto(folder, basename(file), records, reading, ledger);
	console.log(describeReading(reading));
	console.log(outcome);
	return 0;
}

function readArguments(args: string[]) {
	let parsed;
	try {
		parsed = parseArgs({
			args,
			options: {
				dates: { type: 'string' },
				encoding: { type: 'string' },
				column: { type: 'string', multiple: true }
			},
			allowPositionals: true
		});
	} catch (error) {
		throw new Error(`${(error as Error).message.split('. ')[0]}: ${USAGE}`, { cause: error });
	}
	const { values, positionals } = parsed;
	const [file, folder, more] = positionals;
	if (!file || !folder || more) throw new Error(`Name one file and one data folder: ${USAGE}`);
	const { dates, encoding, column = [] } = values;
	if (dates !== undefined && dates !== 'dmy' && dates !== 'mdy')
		throw new Error(`--dates must be dmy or mdy, but it is ${JSON.stringify(dates)}.`);
	const columns = Object.fromEntries(column.map(readColumn));
	const options: ReadOptions = { dates, encoding, columns };
	return { file: resolve(file), folder: resolve(folder), options };
}

function readColumn(text: string): [heading: string, role: Role | null] {
	const [, heading, role] = /^(.+)=([^=]*)$/.exec(text) ?? [];
	const known = ROLES.find((name) => name === role?.trim());
	if (heading && known) return [heading.trim(), known];
	if (heading && role?.trim() === '') return [heading.trim(), null];
	throw new Error(
		`--column must be "Heading=role", such as "Thread=line", but it is ${JSON.stringify(text)}. Roles: ${ROLES.join(', ')}.`
	);
}

/** @throws {Error} with one sentence for an option about a column that the file does not have */
function refuseUnknownColumns(file: string, { columns }: Reading, options: ReadOptions): void {
	const names = columns.map(({ name }) => name);
	const unknown = Object.keys(options.columns ?? {}).find((heading) => !names.includes(heading));
	if (unknown === undefined) return;
	throw new Error(`${file} has no column "${unknown}"; its columns are ${names.join(', ')}.`);
}

function readFile(file: string): Uint8Array {
	const stats = statSync(file, { throwIfNoEntry: false });
	if (!stats) throw new Error(`There is no file ${file}.`);
	if (!stats.isFile()) throw new Error(`${file} is not a file.`);
	return readFileSync(file);
}

/** Rows from which progress is shown. */
const MANY = 20_000;
function showProgress(done: number, total: number): void {
	if (total < MANY || !process.stderr.isTTY) return;
	process.stderr.write(`\r${Math.round((100 * done) / total)}% of ${total} rows`);
	if (done === total) process.stderr.write('\n');
}

/** The example of a new folder makes room for what is imported first. Files that somebody has added stay. */
function replaceExample(
	folder: string,
	name: string,
	records: FolderRecords,
	reading: Reading,
	ledger: Ledger
): string {
	const head = parseDocument(readFileSync(join(folder, 'timeline.yaml'), 'utf8'));
	const company = String(head.get('company'));
	const today = String(head.get('updated'));
	const title = reading.timeline!.title;
	const isTold = reading.format !== 'table' || reading.rows.some(({ event }) => event === null);
	const given = { ...records.head, title: isTold && hasTitle(reading) ? title : null };
	const file = eventsFile(name);
	const files = formatFolder(
		{ ...records, head: given },
		{ company, today, language: String(head.get('language') ?? 'en'), name: file }
	);
	for (const path of Object.keys(ledger.example)) rmSync(join(folder, path));
	for (const [path, text] of Object.entries(files)) writeFile(join(folder, path), text);
	// merging the same records once more notes their hashes, and changes nothing
	mergeInto(folder, name, records, reading, { example: {}, files: {} });
	const { length } = records.events;
	return `Wrote ${length} event${length === 1 ? '' : 's'} to ${join(folder, `events/${file}.yaml`)}. The invented example is gone.`;
}

/** Whether the file itself says a title. */
function hasTitle({ format, rows }: Reading): boolean {
	return (
		format === 'timeline' ||
		rows.some(({ remarks }) => remarks.some(({ kind }) => kind === 'is-title'))
	);
}
