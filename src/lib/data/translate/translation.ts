/**
 * Reads a translation of the dataset: data/translations/<language>.yaml has the texts of each record that
 * readers see. `completeness.ts` checks that none is missing.
 */
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { asMap, readRecord } from '../read/record.ts';
import type { ReadRecord } from '../read/record.ts';
import { fileProblem } from '../read/problem.ts';
import type { Problem } from '../read/problem.ts';
import { asList, findRepeatedKeys, readRecords, readEvents } from '../read/record-list.ts';
import type { WithEvidence } from '../read/record-list.ts';
import {
	translatedChange,
	translatedChapter,
	translatedEvent,
	translatedEvidence,
	translatedHead,
	translatedLine,
	translatedSource,
	translationFile
} from '../../model/schema/translation.ts';
import { readYaml } from '../read/yaml.ts';

export type TranslatedEvidence = z.output<typeof translatedEvidence>;
export type TranslatedEvent = WithEvidence<z.output<typeof translatedEvent>, TranslatedEvidence>;

export interface Translation {
	file: string;
	head: ReadRecord<z.output<typeof translatedHead>>;
	lines: ReadRecord<z.output<typeof translatedLine>>[];
	chapters: ReadRecord<z.output<typeof translatedChapter>>[];
	sources: ReadRecord<z.output<typeof translatedSource>>[];
	events: TranslatedEvent[];
	changes: ReadRecord<z.output<typeof translatedChange>>[];
}

const LISTS = ['lines', 'chapters', 'sources', 'events', 'changes'] as const;
type List = (typeof LISTS)[number];
const EVENT = { event: translatedEvent, evidence: translatedEvidence };

/**
 * @param folder of the data
 * @param language id: the file's name without `.yaml`
 * @param problems receives what is wrong with the file and its fields
 * @returns null if the file, or its "timeline", is not readable
 */
export function loadTranslation(
	folder: string,
	language: string,
	problems: Problem[]
): Translation | null {
	const name = join('translations', `${language}.yaml`);
	const file = readYaml(join(folder, name), `${basename(folder)}/${name}`, problems);
	if (!file) return null;
	const node = asMap(file.document.contents, file);
	if (!node) {
		problems.push(
			fileProblem(file.name, 'is not a mapping: write "timeline:", "lines:", "events:" and so on')
		);
		return null;
	}
	const timeline = asMap(node.get('timeline'), file);
	const lists = LISTS.filter((key) => asList(node.get(key), file));
	const skip = [...lists, ...(timeline ? ['timeline'] : [])];
	const whole = readRecord(
		translationFile,
		node,
		{ file, name: null, what: 'this file', skip },
		problems
	);
	if (!timeline) return null;
	const frame = { file, name: null, what: 'the timeline', path: ['timeline'] };
	const read = <S extends z.ZodRawShape>(key: List, kind: string, record: z.ZodObject<S>) =>
		lists.includes(key) ? readRecords(node.get(key), file, kind, record, problems) : [];
	const translation: Translation = {
		file: file.name,
		head: readRecord(translatedHead, timeline, frame, problems),
		lines: read('lines', 'line', translatedLine),
		chapters: read('chapters', 'chapter', translatedChapter),
		sources: read('sources', 'source', translatedSource),
		events: lists.includes('events') ? readEvents(file, node.get('events'), EVENT, problems) : [],
		changes: read('changes', 'change', translatedChange)
	};
	const { lines, chapters, sources, events, changes } = translation;
	const evidence = events.flatMap((event) => event.evidence);
	const items: ReadRecord<unknown>[] = [
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
