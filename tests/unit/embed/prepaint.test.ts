import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { prepareFrame } from '../../../src/lib/embed/prepaint.ts';
import { VIEW_PARAMETERS, writeAddress } from '../../../src/lib/model/address.ts';

test('embed.js, which imports nothing, knows every parameter of a view', () => {
	const script = readFileSync('static/embed.js', 'utf8');
	const [, parameters = ''] = /const PARAMETERS = '(.*?)'/.exec(script) ?? [];
	expect(parameters.split(' ')).toEqual(expect.arrayContaining([...VIEW_PARAMETERS]));
});

test('the list of parameters is complete', () => {
	const view = {
		filter: {
			lines: ['a'],
			status: ['planned' as const],
			sources: ['b'],
			from: '2010',
			to: '2011',
			q: 'c'
		},
		event: 'd',
		window: ['2010', '2011'] as [string, string],
		theme: 'light' as const,
		plain: true
	};
	expect([...writeAddress(view).keys()]).toEqual(VIEW_PARAMETERS);
});

describe('a frame with a language parameter', () => {
	afterEach(() => void vi.unstubAllGlobals());

	/** @returns the addresses it redirects to, and the stubbed root element */
	function open(address: string) {
		const replace = vi.fn();
		const root = { hidden: false, dataset: {} as Record<string, string> };
		vi.stubGlobal('document', { documentElement: root });
		const { pathname, search, hash } = new URL(address, 'https://site.example');
		vi.stubGlobal('location', { pathname, search, hash, replace });
		vi.stubGlobal('setTimeout', vi.fn());
		prepareFrame(
			'/a/',
			[
				['it', '/a/it/'],
				['zh', '/a/zh/'],
				['zh-hans', '/a/zh/']
			],
			VIEW_PARAMETERS
		);
		return { redirects: replace.mock.calls.flat(), root };
	}

	test.each([
		['/a/embed/?lang=it', '/a/it/embed/'],
		['/a/embed/line/kites/?lang=zh&from=2016', '/a/zh/embed/line/kites/?from=2016'],
		['/a/embed/?q=%22a%20b%22&lang=IT#?secret=x1', '/a/it/embed/?q=%22a+b%22#?secret=x1'],
		['/a/embed/?lang=zh-Hans', '/a/zh/embed/']
	])('%s redirects to %s and is hidden until then', (address, target) => {
		const { redirects, root } = open(address);
		expect(redirects).toEqual([target]);
		expect(root.hidden).toBe(true);
	});

	test.each(['', '?lang=en', '?lang=', '?lang=xx', '?lang=__proto__', '?lang=//evil.example'])(
		'does not redirect for “%s”',
		(query) => {
			const { redirects, root } = open(`/a/embed/${query}`);
			expect(redirects).toEqual([]);
			expect(root.hidden).toBe(false);
		}
	);

	test('applies the other parameters if it does not redirect', () => {
		expect(open('/a/embed/?lang=en&theme=dark&line=a').root.dataset).toEqual({
			theme: 'dark',
			pending: ''
		});
	});
});
