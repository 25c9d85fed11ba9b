/**
 * A translation of the dataset: data/languages/<id>/timeline.yaml has, of each record, the words that
 * readers see. Whether they are all there is for `untranslated.ts` to say.
 */
import { basename, join } from 'node:path';
import { z } from 'zod';
import { asMap, readItem } from './item.ts';
import type { Item } from './item.ts';
import { fileProblem } from './problem.ts';
import type { Problem } from './problem.ts';
import { asList, findRepeatedKeys, readAll, readEvents } from './records.ts';
import type { WithEvidence } from './records.ts';
import * as schema from './schema.ts';
import { readYaml } from './yaml.ts';

const { LIMITS, describe, text } = schema;

const english = describe(
	z.string().regex(new RegExp(`^[0-9a-f]{${LIMITS.english}}$`)),
	'what "npm run check:data -- --write" fills in'
).nullish();

// What is missing is for `untranslated.ts` to say, in the English words: so all but ids may be left out.
const lineRecord = z.strictObject({ ...schema.lineRecord.partial({ label: true }).shape, english });

const chapterRecord = z.strictObject({
	...schema.chapterRecord
		.pick({ id: true, title: true, summary: true })
		.partial({ title: true, summary: true }).shape,
	english
});

const sourceRecord = z.strictObject({
	...schema.sourceRecord.pick({ id: true, note: true, omitted: true }).shape,
	english
});

const evidenceRecord = z.strictObject({
	begins: text('the words that the quotation begins with'),
	translation: text('the quotation in this language').nullable().default(null),
	reading: schema.evidenceRecord.shape.reading
});

const eventRecord = z.strictObject({
	...schema.eventRecord
		.pick({ id: true, title: true, short: true, summary: true, by: true, note: true })
		.partial({ title: true, summary: true }).shape,
	reasoning: text('the reasoning of the date').nullable().default(null),
	evidence: describe(z.array(evidenceRecord), 'the quotations that need a translation').default([]),
	english
});

const changeRecord = z.strictObject({
	...schema.changeRecord
		.pick({ version: true, title: true, summary: true })
		.partial({ title: true, summary: true }).shape,
	english
});

const timelineRecord = z.strictObject({
	...schema.timelineRecord.pick({ title: true, company: true, introduction: true }).partial().shape,
	english
});

const wholeFile = z.strictObject({
	timeline: describe(timelineRecord, 'the timeline’s title, company and introduction'),
	lines: describe(z.array(lineRecord), 'the product lines').default([]),
	chapters: describe(z.array(chapterRecord), 'the chapters').default([]),
	sources: describe(z.array(sourceRecord), 'the sources').default([]),
	events: describe(z.array(eventRecord), 'the events').default([]),
	changes: describe(z.array(changeRecord), 'the changes').default([])
});

export type TranslatedEvidence = z.output<typeof evidenceRecord>;
export type TranslatedEvent = WithEvidence<z.output<typeof eventRecord>, TranslatedEvidence>;

export interface Translation {
	file: string;
	head: Item<z.output<typeof timelineRecord>>;
	lines: Item<z.output<typeof lineRecord>>[];
	chapters: Item<z.output<typeof chapterRecord>>[];
	sources: Item<z.output<typeof sourceRecord>>[];
	events: TranslatedEvent[];
	changes: Item<z.output<typeof changeRecord>>[];
}

const LISTS = ['lines', 'chapters', 'sources', 'events', 'changes'] as const;
type List = (typeof LISTS)[number];
const EVENT = { event: eventRecord, evidence: evidenceRecord };

/**
 * @param folder of the data
 * @param language its folder's name
 * @param problems takes what is wrong with the file and its fields
 * @returns null when there is nothing to read
 */
export function loadTranslation(
	folder: string,
	language: string,
	problems: Problem[]
): Translation | null {
	const name = join('languages', language, 'timeline.yaml');
	const file = readYaml(join(folder, name), `${basename(folder)}/${name}`, problems);
	if (!file) return null;
	const node = asMap(file.document.contents, file);
	if (!node) {
		problems.push(fileProblem(file.name, 'is not a mapping of fields'));
		return null;
	}
	const timeline = asMap(node.get('timeline'), file);
	const lists = LISTS.filter((key) => asList(node.get(key), file));
	const skip = [...lists, ...(timeline ? ['timeline'] : [])];
	const whole = readItem(wholeFile, node, { file, name: null, what: 'this file', skip }, problems);
	if (!timeline) return null;
	const frame = { file, name: null, what: 'the timeline', path: ['timeline'] };
	const read = <S extends z.ZodRawShape>(key: List, kind: string, record: z.ZodObject<S>) =>
		lists.includes(key) ? readAll(node.get(key), file, kind, record, problems) : [];
	const translation: Translation = {
		file: file.name,
		head: readItem(timelineRecord, timeline, frame, problems),
		lines: read('lines', 'line', lineRecord),
		chapters: read('chapters', 'chapter', chapterRecord),
		sources: read('sources', 'source', sourceRecord),
		events: lists.includes('events') ? readEvents(file, node.get('events'), EVENT, problems) : [],
		changes: read('changes', 'change', changeRecord)
	};
	const { lines, chapters, sources, events, changes } = translation;
	const evidence = events.flatMap((event) => event.evidence);
	const items: Item<unknown>[] = [
		translation.head,
		...lines,
		...chapters,
		...sources,
		...events,
		...changes,
		...evidence
	];
	problems.push(...findRepeatedKeys(file, items, whole));
	return translation;
}
