/** Applies corrections of single rows to the cells of a table. */
import { readColumns } from './table/columns.ts';
import type { Table } from './table/table.ts';
import type { Fix, ReadOptions, Role } from './types.ts';

export interface Corrected {
	table: Table;
	/** numbers of the rows to leave out */
	omitted: Set<number>;
	/** roles of the columns that corrections have added */
	added: Record<string, Role>;
}

/** @returns a copy with the corrections; a column is added for a role that none has */
export function correct(table: Table, { fixes = [], columns }: ReadOptions): Corrected {
	const omitted = new Set(fixes.flatMap((fix) => (fix.kind === 'omit' ? [fix.row] : [])));
	const written = fixes.filter((fix): fix is Fix & { kind: 'cell' } => fix.kind === 'cell');
	if (!written.length) return { table, omitted, added: {} };
	const header = [...table.header!];
	const added: Record<string, Role> = {};
	const places = new Map<Role, number>();
	for (const { role, index } of readColumns(header, table.rows, columns))
		if (role !== null && !places.has(role)) places.set(role, index);
	const byNumber = new Map(table.rows.map((row, index) => [row.number, index]));
	const rows = [...table.rows];
	for (const { row, role, value } of written) {
		const index = byNumber.get(row);
		if (index === undefined) continue;
		let place = places.get(role);
		if (place === undefined) {
			place = header.push(role) - 1;
			places.set(role, place);
			added[role] = role;
		}
		const cells = [...rows[index]!.cells];
		while (cells.length < place) cells.push('');
		cells[place] = value;
		rows[index] = { ...rows[index]!, cells };
	}
	return { table: { ...table, header, rows }, omitted, added };
}
