/** The cells of a row, by role. */
import { findLinks, stripMarkup } from './markup.ts';
import type { Column, Role } from '../types.ts';

/** One object for all rows: with 100,000 of them, closures of each would cost as much as the reading. */
export class Cells {
	/** of the row, as a spreadsheet shows it */
	number = 0;
	#cells: string[] = [];
	#places = new Map<Role, number[]>();

	constructor(columns: Column[]) {
		for (const { role, index } of columns)
			if (role !== null) this.#places.set(role, [...(this.#places.get(role) ?? []), index]);
	}

	/** Goes to another row. */
	move({ number, cells }: { number: number; cells: string[] }): this {
		this.number = number;
		this.#cells = cells;
		return this;
	}

	/** @returns the trimmed cell, without markup; empty if there is none */
	get(role: Role): string {
		return stripMarkup(this.#read(role));
	}

	/** @returns addresses that the cell's markup links to */
	links(role: Role): string[] {
		return findLinks(this.#read(role));
	}

	#read(role: Role): string {
		const places = this.#places.get(role);
		if (!places) return '';
		if (places.length === 1) return clean(this.#cells[places[0]!]);
		// several columns of one role are items of one cell, as our own tables separate them
		return places.flatMap((index) => clean(this.#cells[index]) || []).join(' | ');
	}
}

/** @returns the trimmed cell, without the apostrophe that keeps a spreadsheet from taking it for a formula */
function clean(cell: string | undefined): string {
	const text = cell ? cell.trim() : '';
	return text.startsWith("'") ? text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '') : text;
}
