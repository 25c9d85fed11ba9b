/** Names of months, long and short, in the languages that everyday dates are read in. */

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'];
const MORE = { sept: 9 };

let months: Map<string, number> | undefined;

/** @param name in lower case @returns the number of the month, from 1; null for any other word */
export function findMonth(name: string): number | null {
	months ??= nameMonths();
	return months.get(fold(name)) ?? null;
}

function nameMonths(): Map<string, number> {
	const names = new Map<string, number>(Object.entries(MORE));
	for (const language of LANGUAGES)
		for (const style of ['long', 'short'] as const) {
			const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
			for (let month = 1; month <= 12; month++)
				names.set(fold(format.format(Date.UTC(2000, month - 1))), month);
		}
	return names;
}

function fold(name: string): string {
	return name
		.normalize('NFD')
		.replace(/[\p{M}.]/gu, '')
		.toLowerCase();
}
