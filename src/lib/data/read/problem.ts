/** What is wrong with the dataset, and where. */

export interface Problem {
	/** as shown: `data/events/2021.yaml`; the articles' folder keeps its path */
	file: string;
	/** from 1; null when the whole file is meant */
	line: number | null;
	/** from 1; only where the YAML itself is broken */
	column: number | null;
	/** `event "mi-mix-4-due"` */
	record: string | null;
	/** `evidence[0].exact`, counted from 0 */
	field: string | null;
	/** a clause, with no full stop */
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
