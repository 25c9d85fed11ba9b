/** A row of a packed lane, as a struct of arrays: its events from left to right. */
export interface PackedRow {
	/** indices into the lane's columns */
	places: number[];
	/** px */
	left: number[];
	/** end of the mark */
	right: number[];
	/** end of the space reserved for its label */
	reach: number[];
}

/** Extents of a lane's events by index, px. */
export interface Boxes {
	left: Float64Array;
	right: Float64Array;
	/** end of the space reserved for its label */
	reach: Float64Array;
}

export function emptyRow(): PackedRow {
	return { places: [], left: [], right: [], reach: [] };
}

/** @param hasSpace whether the space for its label is reserved too */
export function addTo(
	row: PackedRow,
	place: number,
	{ left, right, reach }: Boxes,
	hasSpace: boolean
): void {
	row.places.push(place);
	row.left.push(left[place]!);
	row.right.push(right[place]!);
	row.reach.push(hasSpace ? reach[place]! : right[place]!);
}

/** @returns the index of the event */
export function removeLast(row: PackedRow): number {
	for (const column of [row.left, row.right, row.reach]) column.pop();
	return row.places.pop()!;
}

/** Merges two rows that are each sorted from left to right. */
export function merge(row: PackedRow, added: PackedRow): PackedRow {
	if (!row.places.length) return added;
	const merged = emptyRow();
	let [i, j] = [0, 0];
	while (i < row.places.length || j < added.places.length) {
		const takeAdded = i >= row.places.length || added.left[j]! < row.left[i]!;
		const from = takeAdded ? added : row;
		const k = takeAdded ? j++ : i++;
		merged.places.push(from.places[k]!);
		merged.left.push(from.left[k]!);
		merged.right.push(from.right[k]!);
		merged.reach.push(from.reach[k]!);
	}
	return merged;
}
