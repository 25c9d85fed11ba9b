/** A fault in the dataset, with its location. */

export interface Problem {
	/** display name: `data/events/2021.yaml`; the path, for the folder of articles */
	file: string;
	/** 1-based; null for the file as a whole */
	line: number | null;
	/** 1-based; only for YAML syntax errors */
	column: number | null;
	/** `event "mi-mix-4-due"` */
	record: string | null;
	/** path such as `evidence[0].exact`, with 0-based indices */
	field: string | null;
	/** a clause, without a full stop */
	message: string;
}

/** @returns a problem of a file as a whole, or of one line of it */
export function fileProblem(file: string, message: string, line: number | null = null): Problem {
	return { file, line, column: null, record: null, field: null, message };
}

/**
 * @returns one line: `data/events/2021.yaml:41, event "mi-mix-4-due", field "date": "2021-13" is not
 * a date: …`
 */
export function describeProblem({ file, line, column, record, field, message }: Problem): string {
	const where = [file, line, column].filter((part) => part !== null).join(':');
	const what = [record, field && `field "${field}"`].filter(Boolean);
	return `${[where, ...what].join(', ')}: ${message}`;
}
