/** Brings a file into a data folder; started by import.js. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { parseDocument } from 'yaml';
import { mergeRecords } from '../src/lib/data/write/merge.ts';
import type { Merged } from '../src/lib/data/write/merge.ts';
import { formatFolder } from '../src/lib/import/folder/folder.ts';
import { slugOf } from '../src/lib/import/rows/ids.ts';
import { readTable } from '../src/lib/import/read.ts';
import { recordsOf } from '../src/lib/import/folder/records.ts';
import type { FolderRecords } from '../src/lib/import/folder/records.ts';
import { ROLES } from '../src/lib/import/table/roles.ts';
import type { Reading, ReadOptions, Role } from '../src/lib/import/types.ts';
import { formatItem } from '../src/lib/import/folder/yaml.ts';
import { describeFault, describeReading } from './import-report.ts';
import { isUntouched, LEDGER, readLedger } from './ledger.ts';
import type { Imported, Ledger } from './ledger.ts';

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

/** The example of a new folder makes room for what is imported first. */
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
	const file = slugOf(name.replace(/\.[^.]*$/, ''), 'table');
	const files = formatFolder(
		{ ...records, head: given },
		{ company, today, language: String(head.get('language') ?? 'en'), name: file }
	);
	for (const path of Object.keys(ledger.example)) rmSync(join(folder, path));
	rmSync(join(folder, 'articles'), { recursive: true, force: true });
	for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
	const empty: Imported = { lines: {}, sources: {}, events: {}, rows: {} };
	writeLedger(folder, { example: {}, files: { [name]: empty } });
	// merging the same records once more notes their hashes, and changes nothing
	mergeInto(folder, name, records, reading, { example: {}, files: { [name]: empty } });
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

function mergeInto(
	folder: string,
	name: string,
	records: FolderRecords,
	reading: Reading,
	ledger: Ledger
): string {
	const before = ledger.files[name] ?? { lines: {}, sources: {}, events: {}, rows: {} };
	const path = join(folder, 'timeline.yaml');
	const text = readFileSync(path, 'utf8');
	const timeline = parseDocument(text);
	const chapters = (timeline.toJS() as { chapters?: { id: string }[] }).chapters ?? [];
	const isKnown = (id: unknown) => chapters.some((chapter) => chapter.id === id);
	const rows = rowsOf(reading);
	const ids = matchEvents(records, rows, before);
	const events = records.events.map((event) => ({
		...event,
		id: ids.get(event.id) ?? event.id,
		chapter: isKnown(event.chapter) ? event.chapter : (chapters[0]?.id ?? 'all')
	}));
	const parse = (item: string) => (parseDocument(item).toJS() as unknown[])[0];
	const lines = mergeRecords(
		{ text, list: timeline.get('lines') },
		itemsOf(records.lines),
		before.lines,
		parse
	);
	if (lines.text !== text) write(path, lines.text);
	const sources = mergeFile(join(folder, 'sources.yaml'), records.sources, before.sources, parse);
	const file = join(folder, `events/${slugOf(name.replace(/\.[^.]*$/, ''), 'table')}.yaml`);
	const merged = mergeFile(file, events, before.events, parse);
	const known = Object.fromEntries(rows.map(([id, row]) => [ids.get(id) ?? id, row]));
	const imported: Imported = {
		lines: lines.hashes,
		sources: sources.hashes,
		events: merged.hashes,
		rows: known
	};
	writeLedger(folder, { ...ledger, files: { ...ledger.files, [name]: imported } });
	const gone = Object.keys(before.events).filter((id) => !(id in known));
	return describeMerge(file, merged, gone);
}

type Rows = [id: string, row: Imported['rows'][string]][];

function rowsOf({ rows, timeline }: Reading): Rows {
	return rows.flatMap(({ event, number }) => {
		if (event === null) return [];
		const { id, title, date } = timeline!.events[event]!;
		return [[id, { row: number, date: date.edtf, title }] as Rows[number]];
	});
}

/** @returns the earlier id of events whose title was corrected: of the same row or date, and nearly the same title */
function matchEvents({ events }: FolderRecords, rows: Rows, before: Imported): Map<string, string> {
	const now = new Map(rows);
	const left = new Map(Object.entries(before.rows).filter(([id]) => !now.has(id)));
	const ids = new Map<string, string>();
	for (const { id } of left.size ? events : []) {
		const row = now.get(id);
		if (!row || id in before.rows) continue;
		const match = [...left].find(([, old]) => {
			const isNear = distance(old.title, row.title) <= Math.max(old.title.length, 3) / 2;
			return old.date === row.date ? old.row === row.row || isNear : old.row === row.row && isNear;
		});
		if (!match) continue;
		left.delete(match[0]);
		ids.set(id, match[0]);
	}
	return ids;
}

function itemsOf(records: (object & { id: string })[]): Map<string, string> {
	return new Map(records.map((record) => [record.id, formatItem(record)]));
}

function mergeFile(
	path: string,
	records: (object & { id: string })[],
	written: Record<string, string>,
	parse: (item: string) => unknown
): Merged {
	const exists = statSync(path, { throwIfNoEntry: false });
	const text = exists ? readFileSync(path, 'utf8') : '';
	const list = parseDocument(text).contents;
	const merged = mergeRecords({ text, list }, itemsOf(records), written, parse);
	if (merged.text !== text) write(path, merged.text);
	return merged;
}

function write(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

function writeLedger(folder: string, ledger: Ledger): void {
	write(join(folder, LEDGER), `${JSON.stringify(ledger, null, '\t')}\n`);
}

function describeMerge(file: string, { added, updated, kept }: Merged, gone: string[]): string {
	const count = (ids: string[]) => `${ids.length} event${ids.length === 1 ? '' : 's'}`;
	const list = (ids: string[]) =>
		ids.slice(0, 5).join(', ') + (ids.length > 5 ? ` and ${ids.length - 5} more` : '');
	const sentences = [
		added.length > 0 && `Added ${count(added)}.`,
		updated.length > 0 && `Updated ${count(updated)}: ${list(updated)}.`,
		kept.length > 0 && `Left ${count(kept)} that somebody has edited: ${list(kept)}.`,
		gone.length > 0 && `Left ${count(gone)} that the file no longer has: ${list(gone)}.`
	].filter((sentence) => sentence !== false);
	return sentences.length ? `${file}: ${sentences.join(' ')}` : 'Nothing has changed.';
}
