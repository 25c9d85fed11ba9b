import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	emptyView,
	formatAddress,
	readAddress,
	setTheme,
	THEMES,
	writeAddress,
	type View
} from '../../../src/lib/model/address.ts';
import { DAY, formatDay, parseDay, parsePartialDay } from '../../../src/lib/model/date.ts';

const LINES = ['company', 'kites', 'balloons'];
const SOURCES = ['daily-2012', 'gazzetta-2013'];
const EVENTS = ['founding', 'kite-due'];
const STATUSES = ['happened', 'announced', 'planned', 'rumoured', 'context'] as const;

const records = (ids: string[]) => ids.map((id) => ({ id, label: id }));
const renamed = {
	lines: { airships: 'balloons' },
	sources: { daily: 'daily-2012' },
	events: { 'the-beginning': 'founding' }
};
const known = {
	lines: records(LINES),
	sources: records(SOURCES),
	events: records(EVENTS),
	renamed
};

const read = (query: string) => readAddress(new URLSearchParams(query), known);
const viewOf = (query: string) => read(query).view;
const filterOf = (query: string) => read(query).view.filter;
const ignoredOf = (query: string) => read(query).ignored;

const partialDays = fc
	.tuple(
		fc.oneof(
			fc.integer({ min: parseDay('0001-01-01') / DAY, max: parseDay('9999-12-31') / DAY }),
			fc.integer({ min: parseDay('-271820-01-01') / DAY, max: parseDay('+275759-12-31') / DAY })
		),
		fc.constantFrom(0, -3, -6)
	)
	.map(([day, end]) => formatDay(day * DAY).slice(0, end || undefined));

const windows = fc.tuple(partialDays, partialDays).map(([a, b]): [string, string] => {
	const [first, second] = [parsePartialDay(a)!, parsePartialDay(b)!];
	return first.start < second.end ? [a, b] : [b, a];
});

const words = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
	.map((text) => text.trim())
	.filter((text) => text.length > 0 && text.length <= 200);

const views: fc.Arbitrary<View> = fc.record({
	filter: fc.record(
		{
			lines: fc.subarray(LINES, { minLength: 1 }),
			status: fc.subarray([...STATUSES], { minLength: 1 }),
			sources: fc.subarray(SOURCES, { minLength: 1 }),
			from: partialDays,
			to: partialDays,
			q: words
		},
		{ requiredKeys: [] }
	),
	event: fc.option(fc.constantFrom(...EVENTS)),
	window: fc.option(windows),
	theme: fc.constantFrom(...THEMES),
	plain: fc.boolean()
});

/** Untrusted query parameters: known and unknown names with arbitrary values. */
const untrusted = fc.array(
	fc.tuple(
		fc.oneof(
			{
				arbitrary: fc.constantFrom(
					...['line', 'status', 'source', 'from', 'to', 'q', 'view', 'event', 'theme', 'plain']
				),
				weight: 4
			},
			fc.constantFrom('__proto__', 'constructor', 'utm_source', ''),
			fc.string()
		),
		fc.oneof(
			fc.constantFrom(...LINES, ...SOURCES, ...EVENTS, ...STATUSES, ...THEMES),
			fc.constantFrom('__proto__', 'toString', ',', ',,,', '..', '0', '2017', '2018..2017'),
			fc.constantFrom('airships', 'daily', 'the-beginning', '<img src=x onerror=alert(1)>'),
			fc.constantFrom('company,kites', 'balloons,nothing,balloons', '2011..2012', '2017-02-30'),
			fc.constantFrom('x'.repeat(100_000), `${'a,'.repeat(50)}b`, `${'y'.repeat(199)} z`),
			fc.constantFrom(`${'z'.repeat(199)}😀`, '\ud800', '%E0%A4%A', '\u0000'),
			partialDays,
			fc.string({ unit: 'binary' })
		)
	),
	{ maxLength: 12 }
);

describe('a view', () => {
	test('round-trips through its address', () => {
		fc.assert(
			fc.property(views, (view) => {
				expect(read(formatAddress(view))).toEqual({ view, ignored: [] });
				expect(readAddress(writeAddress(view), known).view).toEqual(view);
			})
		);
	});

	test.each([
		['-0044', '-0043-03-15'],
		['-200000', '+012345'],
		['+12000-01', '+12000-06']
	])('has far years and years BCE as its dates: %s to %s', (from, to) => {
		const escaped = (text: string) => text.replaceAll('+', '%2B');
		const view = { ...emptyView(), filter: { from, to }, window: [from, to] };
		expect(
			viewOf(`from=${escaped(from)}&to=${escaped(to)}&view=${escaped(`${from}..${to}`)}`)
		).toEqual(view);
		// typed by hand, a plus means a space
		expect(read(`from=${from}&to=${to}&view=${from}..${to}`)).toEqual({ view, ignored: [] });
	});

	test('that is empty has an empty address', () => {
		expect(formatAddress(emptyView())).toBe('');
		expect(viewOf('')).toEqual(emptyView());
	});

	test('is written with unescaped commas and with parameters in a fixed order', () => {
		const view: View = {
			filter: { q: 'a & b', to: '2018', lines: ['kites', 'balloons'] },
			event: 'kite-due',
			window: ['2011', '2012-06'],
			theme: 'dark',
			plain: true
		};
		expect(formatAddress(view)).toBe(
			'?line=kites,balloons&to=2018&q=a+%26+b&view=2011..2012-06&event=kite-due&theme=dark&plain=1'
		);
	});
});

describe('an address', () => {
	test('is read for each known parameter', () => {
		expect(viewOf('line=kites&status=planned&source=daily-2012&from=2017&to=2018-03&q=a')).toEqual({
			...emptyView(),
			filter: {
				lines: ['kites'],
				status: ['planned'],
				sources: ['daily-2012'],
				from: '2017',
				to: '2018-03',
				q: 'a'
			}
		});
		expect(viewOf('event=founding&view=2011..2012&theme=auto&plain')).toEqual({
			filter: {},
			event: 'founding',
			window: ['2011', '2012'],
			theme: 'auto',
			plain: true
		});
	});

	test('may list values with commas or by repeating the parameter', () => {
		expect(filterOf('line=kites,company')).toEqual(filterOf('line=company&line=kites'));
		expect(filterOf('line=balloons,balloons,,balloons').lines).toEqual(['balloons']);
	});

	test('may have renamed ids, and is written with the current ones', () => {
		const { view, ignored } = read('line=airships,kites&source=daily&event=the-beginning');
		expect(ignored).toEqual([]);
		expect(formatAddress(view)).toBe('?line=kites,balloons&source=daily-2012&event=founding');
		expect(filterOf('line=airships,balloons').lines).toEqual(['balloons']);
		expect(ignoredOf('event=airships')).toHaveLength(1);
	});

	test('uses the first of several values if only one is allowed', () => {
		expect(viewOf('event=founding&event=kite-due').event).toBe('founding');
		expect(filterOf('from=2017&from=2018').from).toBe('2017');
	});

	test('may set or clear plain', () => {
		expect(viewOf('plain=0').plain).toBe(false);
		expect(viewOf('plain=1').plain).toBe(true);
	});

	test('has its search words trimmed and limited to 200 characters', () => {
		expect(filterOf('q=+red++kite+').q).toBe('red  kite');
		expect(filterOf('q=+')).toEqual({});
		expect(filterOf(`q=${'x'.repeat(5000)}`).q).toHaveLength(200);
	});

	test.each([
		['line=boats', 'line', 'boats'],
		['status=Happened', 'status', 'Happened'],
		['source=nyt', 'source', 'nyt'],
		['event=nothing', 'event', 'nothing'],
		['event=__proto__', 'event', '__proto__'],
		['line=constructor', 'line', 'constructor'],
		['theme=neon', 'theme', 'neon'],
		['from=yesterday', 'from', 'yesterday'],
		['to=2017-02-30', 'to', '2017-02-30'],
		['view=2017', 'view', '2017'],
		['view=2018..2017', 'view', '2018..2017'],
		['view=2016..2017..2018', 'view', '2016..2017..2018'],
		['view=..2017', 'view', '..2017']
	])('with %s has an ignored value', (query, parameter, value) => {
		expect(read(query)).toEqual({ view: emptyView(), ignored: [{ parameter, value }] });
	});

	test('applies valid values and lists the ignored ones', () => {
		expect(read('line=boats,kites&event=founding&from=soon')).toEqual({
			view: { ...emptyView(), filter: { lines: ['kites'] }, event: 'founding' },
			ignored: [
				{ parameter: 'line', value: 'boats' },
				{ parameter: 'from', value: 'soon' }
			]
		});
	});

	test('may have the parameters of other tools', () => {
		expect(read('utm_source=news&fbclid=x&__proto__=1')).toEqual({
			view: emptyView(),
			ignored: []
		});
	});

	test('lists a repeated ignored value once', () => {
		expect(ignoredOf('line=boats,boats&line=boats')).toHaveLength(1);
		expect(ignoredOf(`line=${'x'.repeat(300)}a,${'x'.repeat(300)}b`)).toHaveLength(1);
	});

	test('limits an ignored value to 200 characters', () => {
		const [{ value } = { value: '' }] = ignoredOf(`event=${'x'.repeat(100_000)}`);
		expect(value).toHaveLength(200);
	});

	test('lists at most ten ignored values', () => {
		const many = Array.from({ length: 10_000 }, (_, index) => `x${index}`).join();
		expect(ignoredOf(`line=${many}`)).toHaveLength(10);
		expect(filterOf(`line=${many},kites`)).toEqual({ lines: ['kites'] });
	});

	test('with untrusted parameters yields a valid view', () => {
		fc.assert(
			fc.property(untrusted, (parameters) => {
				const { view, ignored } = readAddress(new URLSearchParams(parameters), known);
				const { lines = [], status = [], sources = [], from, to, q = '' } = view.filter;
				expect(LINES).toEqual(expect.arrayContaining(lines));
				expect(STATUSES).toEqual(expect.arrayContaining(status));
				expect(SOURCES).toEqual(expect.arrayContaining(sources));
				expect([null, ...EVENTS]).toContain(view.event);
				for (const day of [from, to, ...(view.window ?? [])])
					if (day) expect(parsePartialDay(day)).not.toBeNull();
				expect(q.length).toBeLessThanOrEqual(200);
				for (const { value } of ignored) expect(value.length).toBeLessThanOrEqual(200);
				expect(new Set(ignored.map((entry) => JSON.stringify(entry))).size).toBe(ignored.length);
			})
		);
	});

	test('with untrusted parameters is stable once read and written', () => {
		fc.assert(
			fc.property(untrusted, (parameters) => {
				const first = formatAddress(readAddress(new URLSearchParams(parameters), known).view);
				const again = read(first);
				expect(again.ignored).toEqual([]);
				expect(formatAddress(again.view)).toBe(first);
			})
		);
	});
});

describe('the theme of an address', () => {
	test.each([
		['/', 'dark', '/?theme=dark'],
		['/?theme=dark', 'auto', '/'],
		['/?theme=dark', 'light', '/?theme=light'],
		[
			'https://a.example/b/?q=a%2Cb&theme=auto&line=kites,balloons#at-1-2',
			'dark',
			'https://a.example/b/?q=a%2Cb&line=kites,balloons&theme=dark#at-1-2'
		],
		['/?q=theme=dark&themes=1&theme#theme=light', 'auto', '/?q=theme=dark&themes=1#theme=light'],
		['/table/?#top', 'auto', '/table/#top']
	] as const)('in %s, set to %s, gives %s', (address, theme, expected) => {
		expect(setTheme(address, theme)).toBe(expected);
	});

	test('is set without changing the rest of the address', () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
				for (const theme of THEMES) {
					const url = new URL(setTheme(address, theme));
					expect(url.searchParams.getAll('theme')).toEqual(theme === 'auto' ? [] : [theme]);
				}
				const [before, after] = [new URL(address), new URL(setTheme(address, 'auto'))];
				before.searchParams.delete('theme');
				expect([...after.searchParams]).toEqual([...before.searchParams]);
				expect(after.hash).toBe(before.hash);
			})
		);
	});
});
