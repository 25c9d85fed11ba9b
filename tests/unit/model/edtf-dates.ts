import fc from 'fast-check';

/** Valid EDTF strings of every supported form. */
export function edtfStrings(): fc.Arbitrary<string> {
	const day = fc
		.date({ min: new Date('1000-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));
	const qualifier = fc.constantFrom('', '~', '?', '%');
	const precision = fc.constantFrom(4, 7, 10);
	const single = fc
		.tuple(day, precision, qualifier)
		.map(([date, length, sign]) => date.slice(0, length) + sign);
	const division = fc
		.tuple(fc.integer({ min: 1000, max: 9998 }), fc.integer({ min: 21, max: 41 }))
		.map(([year, code]) => `${year}-${code}`);
	const pair = fc
		.tuple(fc.uniqueArray(day, { minLength: 2, maxLength: 2 }), precision)
		.map(([dates, length]) => dates.map((date) => date.slice(0, length)).sort())
		.filter(([a, b]) => a !== b);
	return fc.oneof(
		single,
		division,
		pair.map(([a, b]) => `[${a},${b}]`),
		pair.map(([a, b]) => `[${a}..${b}]`),
		pair.map(([a, b]) => `${a}/${b}`),
		single.map((date) => `${date}/..`)
	);
}
