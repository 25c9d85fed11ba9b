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

/**
 * @returns a copy with the corrections. A column is added for a role that none has, before the cells for which there is no
 * column; of several columns of one role, the first gets the value, which is for all of them.
 */
export function correct(table: Table, { fixes = [], columns }: ReadOptions): Corrected {
	const omitted = new Set(fixes.flatMap((fix) => (fix.kind === 'omit' ? [fix.row] : [])));
	const written = fixes.filter((fix): fix is Fix & { kind: 'cell' } => fix.kind === 'cell');
	if (!written.length) return { table, omitted, added: {} };
	const header = [...table.header!];
	const added: Record<string, Role> = {};
	const places = new Map<Role, number[]>();
	for (const { role, index } of readColumns(header, table.rows, columns))
		if (role !== null) places.set(role, [...(places.get(role) ?? []), index]);
	const byNumber = new Map(table.rows.map((row, index) => [row.number, index]));
	let rows = [...table.rows];
	for (const { row, role, value } of written) {
		const index = byNumber.get(row);
		if (index === undefined) continue;
		if (!places.has(role)) {
			const place = header.push(role) - 1;
			places.set(role, [place]);
			added[role] = role;
			rows = rows.map((row) =>
				row.cells.length > place ? { ...row, cells: row.cells.toSpliced(place, 0, '') } : row
			);
		}
		const cells = [...rows[index]!.cells];
		const [place, ...others] = places.get(role)!;
		while (cells.length < place!) cells.push('');
		for (const other of others) if (other < cells.length) cells[other] = '';
		cells[place!] = value;
		rows[index] = { ...rows[index]!, cells };
	}
	return { table: { ...table, header, rows }, omitted, added };
}
