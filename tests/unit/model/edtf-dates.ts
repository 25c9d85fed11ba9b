import fc from 'fast-check';

/** Good dates of every form. */
export function edtfStrings(): fc.Arbitrary<string> {
	const day = fc
		.date({ min: new Date('1000-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));
	const mark = fc.constantFrom('', '~', '?', '%');
	const cut = fc.constantFrom(4, 7, 10);
	const single = fc
		.tuple(day, cut, mark)
		.map(([date, length, sign]) => date.slice(0, length) + sign);
	const division = fc
		.tuple(fc.integer({ min: 1000, max: 9998 }), fc.integer({ min: 21, max: 41 }))
		.map(([year, code]) => `${year}-${code}`);
	const pair = fc
		.tuple(fc.uniqueArray(day, { minLength: 2, maxLength: 2 }), cut)
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
