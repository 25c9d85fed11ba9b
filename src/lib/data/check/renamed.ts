/** Reads renamed.yaml: published ids that were renamed, whose addresses redirect to the new id. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { asMap, readRecord, problemAt } from '../read/record.ts';
import type { ReadRecord } from '../read/record.ts';
import type { Dataset } from '../read/dataset.ts';
import { fileProblem } from '../read/problem.ts';
import { quote } from '../../model/error-text.ts';
import type { Problem } from '../read/problem.ts';
import { checkReference } from './references.ts';
import { renamedRecord } from '../../model/schema/records.ts';
import type { Renamed } from '../../model/types.ts';
import { readYaml } from '../read/yaml.ts';

const NAME = 'renamed.yaml';
const KINDS = { events: 'event', lines: 'line', sources: 'source' } as const;

/**
 * @param folder of the data; renamed.yaml is optional
 * @param problems receives what is wrong with the file
 */
export function readRenamed(folder: string, dataset: Dataset, problems: Problem[]): Renamed {
	const none = { events: {}, lines: {}, sources: {} };
	const path = join(folder, NAME);
	if (!existsSync(path)) return none;
	const file = readYaml(path, `${basename(folder)}/${NAME}`, problems);
	if (!file) return none;
	const node = asMap(file.document.contents, file);
	if (!node) {
		problems.push(
			fileProblem(file.name, 'is not a mapping: write "events:", "lines:" or "sources:"')
		);
		return none;
	}
	const item = readRecord(renamedRecord, node, { file, name: null, what: 'this file' }, problems);
	for (const offset of file.repeatedKeys)
		problems.push(fileProblem(file.name, 'an id is given twice', file.lines.linePos(offset).line));
	for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[])
		problems.push(...checkIds(item, kind, dataset));
	return { ...none, ...item.fields };
}

function checkIds(
	item: ReadRecord<Renamed>,
	kind: keyof typeof KINDS,
	dataset: Dataset
): Problem[] {
	const ids = item.fields[kind] ?? {};
	const records: ReadRecord<{ id: string }>[] = dataset[kind];
	const isInUse = (id: string) => records.some(({ fields }) => fields.id === id);
	const what = KINDS[kind];
	return Object.entries(ids).flatMap(([old, now]) => {
		const path = [kind, old];
		if (isInUse(old)) {
			const message = `is still the id of a ${what}: a renamed id must not be used again`;
			return [problemAt(item, path, message.replace('a event', 'an event'))];
		}
		if (Object.hasOwn(ids, now)) {
			const message = `leads to ${quote(now)}, which has been renamed too: write its current id`;
			return [problemAt(item, path, message)];
		}
		return dataset.isComplete ? checkReference(item, path, what, now, records) : [];
	});
}
