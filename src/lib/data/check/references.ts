/** Uniqueness of ids, and referential integrity. */
import { locate, problemAt } from '../read/record.ts';
import type { ReadRecord } from '../read/record.ts';
import { quote, suggest } from '../../model/error-text.ts';
import type { Problem } from '../read/problem.ts';

export function findDoubleIds(items: ReadRecord<{ id: string }>[]): Problem[] {
	const seen = new Map<string, ReadRecord<{ id: string }>>();
	return items.flatMap((item) => {
		const { id } = item.fields;
		const first = id && seen.get(id);
		if (first) return [problemAt(item, ['id'], `is already in use, at ${locate(first, ['id'])}`)];
		if (id) seen.set(id, item);
		return [];
	});
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
