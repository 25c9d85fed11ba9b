/** Types for the parts of `edtf` that this folder uses: the package ships none. */
declare module 'edtf' {
	export interface Parsed {
		type: 'Date' | 'Season';
		/** year, month (from 0) or division (21–41), day of the month */
		values: number[];
		/** bit mask of the unspecified digits; 8 is the last digit of a year, 4 the one before */
		unspecified?: number;
		approximate?: boolean | number;
		uncertain?: boolean | number;
	}

	/** @throws {Error} on a syntax error, or if the string is of none of the types */
	export function parse(
		input: string,
		constraints?: { types?: string[]; seasonUncertainty?: boolean }
	): Parsed;

	/** @returns the first and last millisecond */
	export default function edtf(parsed: Parsed): { min: number; max: number };
}
