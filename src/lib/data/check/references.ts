/** Uniqueness of ids, and referential integrity. */
import { locate, problemAt } from '../read/record.ts';
import type { ReadRecord } from '../read/record.ts';
import { findRepeatedIds } from '../../model/rules/ids.ts';
import { quote } from '../../model/error-text.ts';
import { suggest } from '../../model/spelling.ts';
import type { Problem } from '../read/problem.ts';

export function findDoubleIds(items: ReadRecord<{ id: string }>[]): Problem[] {
	const repeated = findRepeatedIds(items.map(({ fields }) => fields.id));
	return [...repeated].map(([index, first]) =>
		problemAt(items[index]!, ['id'], `is already in use, at ${locate(items[first]!, ['id'])}`)
	);
}

/** @returns a problem if no item has the id; none if there are no items, since their file may be unreadable */
export function checkReference(
	item: ReadRecord<unknown>,
	path: PropertyKey[],
	kind: string,
	id: string | undefined,
	items: ReadRecord<{ id: string }>[]
): Problem[] {
	const known = items.flatMap(({ fields }) => fields.id ?? []);
	if (id === undefined || known.length === 0 || known.includes(id)) return [];
	return [problemAt(item, path, `there is no ${kind} ${quote(id)}${suggest(id, known)}`)];
}
