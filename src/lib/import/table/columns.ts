/** Which column holds what: by its heading, never by its position. */
import { findRole, suggestRole } from './roles.ts';
import type { Column, Role } from '../types.ts';

/** Roles that several columns may have. */
export const SHARED: ReadonlySet<Role> = new Set<Role>(['url', 'source', 'quotation']);

/**
 * @param header headings; those that are repeated or empty get a name of their own
 * @param given roles by heading, instead of those recognised
 */
export function readColumns(
	header: string[],
	rows: { cells: string[] }[],
	given: Record<string, Role | null> = {}
): Column[] {
	const names = nameColumns(header);
	const told = new Map(Object.entries(given));
	const taken = new Set([...told.values()].filter((role) => role !== null && !SHARED.has(role)));
	return names.map((name, index) => {
		const known = told.get(name);
		const found = decide(findRole(header[index] ?? ''), header[index] ?? '', rows, index);
		const isFree = found !== null && !taken.has(found);
		if (known === undefined && isFree && !SHARED.has(found)) taken.add(found);
		const role = known !== undefined ? known : isFree ? found : null;
		return {
			name,
			index,
			role,
			suggestion: role === null && known === undefined ? (found ?? suggestRole(name)) : null,
			...measure(index, rows)
		};
	});
}

/** Cells of TimelineJS's column of types. */
const TYPE = /^\s*(?:title|era|event|slide)?\s*$/i;
/** Headings that stand for a date or for a source: what their cells look like decides. */
const FROM = /^(?:from|da|von)$/i;

function decide(
	role: Role | null,
	heading: string,
	rows: { cells: string[] }[],
	index: number
): Role | null {
	// of TimelineJS; a table may have types of its own
	if (role === 'type')
		return rows.every(({ cells }) => TYPE.test(cells[index] ?? '')) ? role : null;
	if (role !== 'start' || !FROM.test(heading.trim())) return role;
	const { sample } = measure(index, rows);
	return /^https?:|^[^\d]*$/.test(sample) && sample ? 'source' : role;
}

function measure(index: number, rows: { cells: string[] }[]): Pick<Column, 'sample' | 'filled'> {
	let [sample, filled] = ['', 0];
	for (const { cells } of rows) {
		const cell = cells[index];
		if (!cell || !/\S/.test(cell)) continue;
		if (filled++ === 0) sample = cell.trim();
	}
	return { sample, filled };
}

function nameColumns(header: string[]): string[] {
	const seen = new Map<string, number>();
	return header.map((heading, index) => {
		const name = heading.trim() || letterOf(index);
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		return count === 1 ? name : `${name} (${count})`;
	});
}

/** @returns the letter that a spreadsheet gives a column: `A`, `Z`, `AA` */
export function letterOf(index: number): string {
	const rest = Math.floor(index / 26);
	return (rest ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
