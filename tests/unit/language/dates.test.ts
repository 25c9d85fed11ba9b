import { describe, expect, test } from 'vitest';
import * as m from '../../../src/lib/language/all-languages.ts';
import { locales } from '../../../src/lib/language/compiled/runtime.js';

const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2018, month, month + 1)));

describe.each(locales)('the forms of dates, in “%s”', (locale) => {
	const namesOf = (names: string) => names.split(' ');
	const short = namesOf(m.month_names_short({}, { locale }));
	const long = namesOf(m.month_names({}, { locale }));
	const year = 2018;

	test.each([
		['month_names_short', { month: 'short' }, (_, month) => short[month]!],
		['day_only', { day: 'numeric' }, (day) => m.day_only({ day }, { locale })],
		[
			'day_month',
			{ day: 'numeric', month: 'short' },
			(day, month) => m.day_month({ day, month: short[month]! }, { locale })
		],
		[
			'month_year',
			{ month: 'short', year: 'numeric' },
			(_, month) => m.month_year({ month: short[month]!, year }, { locale })
		],
		[
			'month_names',
			{ month: 'long', year: 'numeric' },
			(_, month) => m.month_year({ month: long[month]!, year }, { locale })
		],
		[
			'day_month_year',
			{ day: 'numeric', month: 'short', year: 'numeric' },
			(day, month) => m.day_month_year({ day, month: short[month]!, year }, { locale })
		]
	] satisfies [string, Intl.DateTimeFormatOptions, (day: number, month: number) => string][])(
		'are those of `Intl`: %s',
		(_, options, write) => {
			const format = new Intl.DateTimeFormat(m.format_locale({}, { locale }), {
				...options,
				timeZone: 'UTC'
			});
			expect(MONTHS.map((date) => write(date.getUTCDate(), date.getUTCMonth()))).toEqual(
				MONTHS.map((date) => format.format(date))
			);
		}
	);
});
