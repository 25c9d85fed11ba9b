/** The report of `npm run import`, in the words of `/open/`. */
import { WITHOUT_PLACE } from '../src/lib/import/table/roles.ts';
import type { Column, Fix, Reading, Remark, Role, Row } from '../src/lib/import/types.ts';
import { describeRemark, nameRole } from '../src/lib/import/words.ts';

const OPTIONS: Partial<Record<Fix['kind'], string>> = {
	dates: '--dates dmy or --dates mdy',
	encoding: '--encoding latin1',
	column: '--column "Heading=role"'
};

/** @returns one sentence on a file that cannot be read */
export function describeFault(file: string, remark: Remark): string {
	const option = remark.fixes[0] && OPTIONS[remark.fixes[0].kind];
	return `${file}: ${describeRemark(remark)}${option ? ` Tell its encoding: ${option}.` : ''}`;
}

/** @returns what became of the rows, the columns and the questions, and the remarks, faults first */
export function describeReading(reading: Reading): string {
	const { rows, emptyRows, columns, questions } = reading;
	const of = (verdict: Row['verdict']) => rows.filter((row) => row.verdict === verdict);
	const events = rows.filter(({ event }) => event !== null).length;
	const became = rows.length === 1 ? 'became an event' : 'became events';
	const ready = of('ready').filter(({ event }) => event !== null);
	const verdicts = `${ready.length} with a quotation, ${of('draft').length} without; ${of('unclear').length} unclear`;
	const empty = emptyRows ? `; ${count(emptyRows, 'empty row')} not counted` : '';
	const summary = `${events} of ${count(rows.length, 'row')} ${became}: ${verdicts}${empty}.`;
	const asked = questions.map((remark) => {
		const option = remark.fixes[0] && OPTIONS[remark.fixes[0].kind];
		return `? ${describeRemark(remark)}${option ? ` Answer with ${option}.` : ''}`;
	});
	// that a row has no quotation is said by the number of drafts
	const told = rows
		.map((row) => ({
			...row,
			remarks: row.remarks.filter(({ kind }) => kind !== 'no-quotation')
		}))
		.filter(({ remarks }) => remarks.length > 0)
		.toSorted((a, b) => rank(a) - rank(b));
	const lines = told.map(
		({ number, remarks }) => `  row ${number}: ${remarks.map(describeRemark).join(' ')}`
	);
	return [summary, ...columns.flatMap(describeColumn), ...asked, ...lines].join('\n');
}

function rank({ verdict, remarks }: Pick<Row, 'verdict' | 'remarks'>): number {
	if (verdict === 'unclear') return 0;
	return remarks.some(({ isNote }) => !isNote) ? 1 : 2;
}

/** Roles that a data folder has no field for, since the compiler derives them from the date. */
const NOT_IN_FOLDER: ReadonlySet<Role> = new Set<Role>(['label']);

/** Columns that are not used, or whose cells have no place. */
function describeColumn({ name, role, suggestion, filled }: Column): string[] {
	if (!filled) return [];
	if (role && (WITHOUT_PLACE.has(role) || NOT_IN_FOLDER.has(role)))
		return [
			`  column "${name}": left out, ${count(filled, 'cell')}: a timeline has no place for it`
		];
	if (role) return [];
	const hint = suggestion
		? `; if it is the ${nameRole(suggestion)}: --column "${name}=${suggestion}"`
		: '';
	return [`  column "${name}": not known, ${count(filled, 'cell')} not used${hint}`];
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
