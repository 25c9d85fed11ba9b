import { quote } from '../error-text.ts';

interface Relation {
	type?: unknown;
	event?: unknown;
}

/**
 * @param relations of the event with that id
 * @returns what is wrong with one of them among the others, as a clause; empty for nothing
 */
export function relationFault(relations: unknown[], index: number, id: unknown): string {
	const { type, event } = relations[index] as Relation;
	if (event === id) return `relates the event to itself (${String(type)})`;
	const isSame = (other: unknown) =>
		(other as Relation | null)?.type === type && (other as Relation).event === event;
	const isRepeated = relations.findIndex(isSame) < index;
	return isRepeated ? `repeats the relation ${quote(type)} to ${quote(event)}` : '';
}
