/** What this folder uses of `edtf`, which comes without types. */
declare module 'edtf' {
	export interface Parsed {
		type: 'Date' | 'Season';
		/** year, month (from 0) or division (21–41), day of the month */
		values: number[];
		/** bits of the masked digits; 8 is the last digit of a year, 4 the one before */
		unspecified?: number;
		approximate?: boolean | number;
		uncertain?: boolean | number;
	}

	/** @throws {Error} on a syntax error, or when the string is none of the types */
	export function parse(
		input: string,
		constraints?: { types?: string[]; seasonUncertainty?: boolean }
	): Parsed;

	/** @returns the first and last millisecond */
	export default function edtf(parsed: Parsed): { min: number; max: number };
}
