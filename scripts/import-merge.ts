/** Merges what was read into a data folder. Only records that nobody has edited since they were written are changed. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { group } from 'd3';
import { distance } from 'fastest-levenshtein';
import { parseDocument } from 'yaml';
import { mergeRecords } from '../src/lib/data/write/merge.ts';
import type { Merged } from '../src/lib/data/write/merge.ts';
import { slugOf, UniqueIds } from '../src/lib/import/rows/ids.ts';
import type { FolderRecords } from '../src/lib/import/folder/records.ts';
import { formatItem } from '../src/lib/import/folder/yaml.ts';
import type { Reading } from '../src/lib/import/types.ts';
import { parsePartialDay } from '../src/lib/model/date.ts';
import { writeLedger } from './ledger.ts';
import type { Imported, Ledger } from './ledger.ts';

interface Chapter {
	id: string;
	from: string;
	to: string;
}
type Hashes = Record<string, string>;
type Rows = [id: string, row: Imported['rows'][string]][];

const NOTHING: Imported = { lines: {}, chapters: {}, sources: {}, events: {}, rows: {} };

/** @returns the name of the file in `events/` for an imported file, without its ending */
export function eventsFile(name: string): string {
	return slugOf(name.replace(/\.[^.]*$/, ''), 'table');
}

/**
 * @param name of the imported file
 * @returns what has changed, in sentences
 * @throws {Error} with one sentence if the events came from a file of another name before
 */
export function mergeInto(
	folder: string,
	name: string,
	records: FolderRecords,
	reading: Reading,
	ledger: Ledger
): string {
	const before = ledger.files[name] ?? NOTHING;
	const rows = rowsOf(reading);
	refuseSecondName(name, rows, ledger);
	const head = join(folder, 'timeline.yaml');
	const chapters = listOf<Chapter>(readFileSync(head, 'utf8'), 'chapters');
	const isKnown = (id: unknown) => chapters.some((chapter) => chapter.id === id);
	const target = join(folder, `events/${eventsFile(name)}.yaml`);
	const places = placeEvents(folder);
	const renamed = readRenamed(folder);
	const ids = nameEvents(records, rows, before, { target, places, renamed });
	const events = records.events.map((event) => ({
		...event,
		id: ids.get(event.id)!,
		chapter: isKnown(event.chapter) ? event.chapter : (chapters[0]?.id ?? 'all')
	}));

	const lines = mergeFile(head, records.lines, before.lines, 'lines');
	const own = Object.values(ledger.files).map((file) => file.chapters ?? {});
	const isOnly = Object.keys(ledger.files).every((other) => other === name);
	const spans = mergeFile(
		head,
		respan(chapters, records.chapters as unknown as Chapter[], isOnly),
		Object.assign({}, ...own) as Hashes,
		'chapters'
	);
	const sources = mergeFile(join(folder, 'sources.yaml'), records.sources, before.sources);
	const byFile = group(events, ({ id }) => places.get(id) ?? target);
	const merged = [...byFile].map(([file, list]) => mergeFile(file, list, before.events));
	const hashes = Object.assign({}, ...merged.map((part) => part.hashes)) as Hashes;

	const known = Object.fromEntries(rows.map(([id, row]) => [ids.get(id) ?? id, row]));
	const imported: Imported = {
		lines: lines.hashes,
		chapters: spans.hashes,
		sources: sources.hashes,
		events: hashes,
		rows: known
	};
	writeLedger(folder, { ...ledger, files: { ...ledger.files, [name]: imported } });
	const others = { 'timeline.yaml': [lines, spans], 'sources.yaml': [sources] };
	return describeMerge(target, {
		events: merged,
		gone: Object.keys(before.events).filter((id) => !(id in known) && !(id in renamed)),
		files: Object.entries(others).flatMap(([file, parts]) =>
			parts.some(({ added, updated }) => added.length + updated.length > 0) ? [file] : []
		)
	});
}

function rowsOf({ rows, timeline }: Reading): Rows {
	return rows.flatMap(({ event, number }) => {
		if (event === null) return [];
		const { id, title, date } = timeline!.events[event]!;
		return [[id, { row: number, date: date.edtf, title }] as Rows[number]];
	});
}

/** Refuses a sheet that was imported under another name, such as `kites (1).csv`: its events would be added again. */
function refuseSecondName(name: string, rows: Rows, { files }: Ledger): void {
	if (name in files) return;
	for (const [other, { rows: known }] of Object.entries(files)) {
		const same = rows.filter(([id, { title, date }]) => {
			const row = known[id];
			return row && row.title === title && row.date === date;
		});
		if (same.length * 2 <= rows.length) continue;
		throw new Error(
			`${name} has events that were imported from ${other} (${same.length} of ${rows.length}): rename it to ${other}, so that they are updated instead of added again.`
		);
	}
}

/** @returns the file of each event of the folder, by the event's id */
function placeEvents(folder: string): Map<string, string> {
	const place = join(folder, 'events');
	if (!statSync(place, { throwIfNoEntry: false })) return new Map();
	const files = readdirSync(place).filter((file) => /\.ya?ml$/.test(file));
	return new Map(
		files.flatMap((file) => {
			const path = join(place, file);
			return listOf<{ id: string }>(readFileSync(path, 'utf8')).map(
				({ id }) => [id, path] as const
			);
		})
	);
}

/** @returns the newer id of each event that was renamed */
function readRenamed(folder: string): Record<string, string> {
	const path = join(folder, 'renamed.yaml');
	if (!statSync(path, { throwIfNoEntry: false })) return {};
	const { events } = (parseDocument(readFileSync(path, 'utf8')).toJS() ?? {}) as {
		events?: object;
	};
	return { ...events };
}

interface Folder {
	/** the file to which new events are written */
	target: string;
	places: Map<string, string>;
	renamed: Record<string, string>;
}

/**
 * @returns the id in the folder of each event of the file: the one that it was given before, as long as the folder has it,
 * or else one that no other event of the folder has or had
 */
function nameEvents(
	records: FolderRecords,
	rows: Rows,
	before: Imported,
	{ target, places, renamed }: Folder
): Map<string, string> {
	const earlier = matchEvents(records, rows, before);
	const unique = new UniqueIds([...places.keys(), ...Object.keys(renamed)]);
	return new Map(
		records.events.map(({ id: own }) => {
			const id = earlier.get(own) ?? own;
			if (id in before.events) return [own, places.has(id) ? id : (renamed[id] ?? id)];
			const isFree = !unique.has(id) || places.get(id) === target;
			return [own, isFree ? id : unique.take(id)];
		})
	);
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

/**
 * @param isOnly whether the folder has the events of this file alone, so that a chapter may become shorter, too
 * @returns the chapters of the folder that the file has, with its days
 */
function respan(chapters: Chapter[], imported: Chapter[], isOnly: boolean): Chapter[] {
	const startOf = (day: string) => parsePartialDay(day)?.start ?? NaN;
	return chapters.flatMap((chapter) => {
		const next = imported.find(({ id }) => id === chapter.id);
		if (!next) return [];
		const { from, to } = next;
		if (isOnly) return [{ ...chapter, from, to }];
		const isFirst = startOf(from) < startOf(chapter.from);
		const isLast = startOf(to) > startOf(chapter.to);
		return [{ ...chapter, from: isFirst ? from : chapter.from, to: isLast ? to : chapter.to }];
	});
}

/** @param key of the list in the file; by default, the file is a list */
function mergeFile(
	path: string,
	records: (object & { id: string })[],
	written: Hashes,
	key?: string
): Merged {
	const exists = statSync(path, { throwIfNoEntry: false });
	const text = exists ? readFileSync(path, 'utf8') : '';
	const document = parseDocument(text);
	const list = key ? document.get(key) : document.contents;
	const items = new Map(records.map((record) => [record.id, formatItem(record)]));
	const parse = (item: string) => (parseDocument(item).toJS() as unknown[])[0];
	const merged = mergeRecords({ text, list }, items, written, parse);
	if (merged.text !== text) writeFile(path, merged.text);
	return merged;
}

/** @returns the records of a YAML text that is a list, or of a list in it */
function listOf<Item>(text: string, key?: string): Item[] {
	const content = parseDocument(text).toJS() as unknown;
	const list = key ? (content as Record<string, unknown> | null)?.[key] : content;
	return Array.isArray(list) ? (list as Item[]) : [];
}

export function writeFile(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

interface Changes {
	/** of each file of events */
	events: Merged[];
	/** ids of events that the file no longer has */
	gone: string[];
	/** names of other files that were changed */
	files: string[];
}

function describeMerge(target: string, { events, gone, files }: Changes): string {
	const count = (ids: string[]) => `${ids.length} event${ids.length === 1 ? '' : 's'}`;
	const list = (ids: string[]) =>
		ids.slice(0, 5).join(', ') + (ids.length > 5 ? ` and ${ids.length - 5} more` : '');
	const [added, updated, kept] = (['added', 'updated', 'kept'] as const).map((kind) =>
		events.flatMap((part) => part[kind])
	) as [string[], string[], string[]];
	const sentences = [
		added.length > 0 && `Added ${count(added)}.`,
		updated.length > 0 && `Updated ${count(updated)}: ${list(updated)}.`,
		files.length > 0 && `Updated ${files.join(' and ')}.`,
		kept.length > 0 && `Left ${count(kept)} that somebody has edited: ${list(kept)}.`,
		gone.length > 0 && `Left ${count(gone)} that the file no longer has: ${list(gone)}.`
	].filter((sentence) => sentence !== false);
	return sentences.length ? `${target}: ${sentences.join(' ')}` : 'Nothing has changed.';
}
