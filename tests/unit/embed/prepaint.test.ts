import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { prepareFrame } from '../../../src/lib/embed/prepaint.ts';
import { writeAddress } from '../../../src/lib/model/address.ts';

/** Every parameter that an address may have. */
const parameters = [
	...writeAddress({
		filter: { lines: ['a'], status: ['planned'], sources: ['b'], from: '2010', to: '2011', q: 'c' },
		event: 'd',
		window: ['2010', '2011'],
		theme: 'dark',
		plain: true
	}).keys()
];

describe('what cannot import the list of parameters', () => {
	test.each(parameters)('knows of %s: the head of a frame, and the host’s script', (parameter) => {
		expect(String(prepareFrame)).toMatch(new RegExp(`['"\`]${parameter}['"\`]`));
		expect(readFileSync('static/embed.js', 'utf8')).toContain(`'${parameter}'`);
	});
});

describe('a frame that is asked for a language', () => {
	afterEach(() => void vi.unstubAllGlobals());

	/** @returns where the frame leads, and what it shows until then */
	function open(address: string) {
		const replace = vi.fn();
		const root = { hidden: false, dataset: {} as Record<string, string> };
		vi.stubGlobal('document', { documentElement: root });
		const { pathname, search, hash } = new URL(address, 'https://site.example');
		vi.stubGlobal('location', { pathname, search, hash, replace });
		vi.stubGlobal('setTimeout', vi.fn());
		prepareFrame('/a/', [
			['it', '/a/it/'],
			['zh', '/a/zh/'],
			['zh-hans', '/a/zh/']
		]);
		return { led: replace.mock.calls.flat(), root };
	}

	test.each([
		['/a/embed/?lang=it', '/a/it/embed/'],
		['/a/embed/line/mi-mix/?lang=zh&from=2016', '/a/zh/embed/line/mi-mix/?from=2016'],
		['/a/embed/?q=%22a%20b%22&lang=IT#?secret=x1', '/a/it/embed/?q=%22a+b%22#?secret=x1'],
		['/a/embed/?lang=zh-Hans', '/a/zh/embed/']
	])('%s leads to %s, and shows nothing before', (address, there) => {
		const { led, root } = open(address);
		expect(led).toEqual([there]);
		expect(root.hidden).toBe(true);
	});

	test.each(['', '?lang=en', '?lang=', '?lang=xx', '?lang=__proto__', '?lang=//evil.example'])(
		'stays where it is for “%s”',
		(query) => {
			const { led, root } = open(`/a/embed/${query}`);
			expect(led).toEqual([]);
			expect(root.hidden).toBe(false);
		}
	);

	test('does all else that the query asks for, once it is there', () => {
		expect(open('/a/embed/?lang=en&theme=dark&line=a').root.dataset).toEqual({
			theme: 'dark',
			pending: ''
		});
	});
});
