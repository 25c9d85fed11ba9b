import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { describeEmbed } from '../../../src/lib/embed/oembed.ts';
import {
	formatElement,
	formatFrame,
	formatFrameWithScript,
	formatLink,
	formatMarkdown,
	formatPicture,
	nameFrame,
	pathsOf,
	type EmbedCode
} from '../../../src/lib/embed/snippet.ts';
import { emptyView, type View } from '../../../src/lib/model/address.ts';

const timeline = {
	title: 'Acme, 2010–2013',
	company: 'Acme',
	events: [{ id: 'red-kite', title: 'The red kite', lines: ['kites', 'company'] }]
};
const viewOf = (part: Partial<View>): View => ({ ...emptyView(), ...part });
const paths = (part: Partial<View>) => pathsOf(viewOf(part), timeline);

describe('the addresses of a view', () => {
	test('are shortest for the default view', () => {
		expect(paths({})).toEqual({
			frame: 'embed/',
			page: '',
			oembed: '',
			picture: 'pictures/timeline.png'
		});
	});

	test('have a single line in the path, so that the frame is right without scripts', () => {
		expect(paths({ filter: { lines: ['kites'] } })).toMatchObject({
			frame: 'embed/line/kites/',
			page: '?line=kites',
			oembed: 'embed/line/kites/'
		});
	});

	test('have the other parameters of a single line in the query', () => {
		const view = { filter: { lines: ['kites'], status: ['planned' as const] } };
		expect(paths({ ...view, theme: 'dark' })).toMatchObject({
			frame: 'embed/line/kites/?status=planned&theme=dark',
			page: '?line=kites&status=planned',
			oembed: null
		});
	});

	test('have several lines in the query', () => {
		expect(paths({ filter: { lines: ['kites', 'balloons'] }, plain: true })).toMatchObject({
			frame: 'embed/?line=kites,balloons&plain=1',
			page: '?line=kites,balloons',
			oembed: null
		});
	});

	test('have an event in the path, alone or on its own line', () => {
		const expected = {
			frame: 'embed/event/red-kite/?theme=auto',
			page: 'event/red-kite/',
			oembed: 'event/red-kite/',
			picture: 'pictures/red-kite.png'
		};
		expect(paths({ event: 'red-kite', theme: 'auto' })).toEqual(expected);
		const filter = { lines: ['kites'] };
		expect(paths({ event: 'red-kite', theme: 'auto', filter })).toEqual(expected);
	});

	test('have an event in the query if the view has another line or a window', () => {
		expect(paths({ event: 'red-kite', filter: { lines: ['balloons'] } }).frame).toBe(
			'embed/line/balloons/?event=red-kite'
		);
		expect(paths({ event: 'red-kite', window: ['2016', '2018'] }).frame).toBe(
			'embed/?view=2016..2018&event=red-kite'
		);
	});

	test('have theme and plain in the frame’s address only', () => {
		expect(paths({ theme: 'dark', plain: true })).toMatchObject({ page: '', oembed: '' });
	});
});

test('the title of a frame describes the view', () => {
	expect(nameFrame(viewOf({}), null, timeline)).toBe('Timeline: Acme, 2010–2013');
	expect(nameFrame(viewOf({}), 'Balloons', timeline)).toBe('Timeline: Acme, Balloons');
	expect(nameFrame(viewOf({ event: 'red-kite' }), null, timeline)).toBe(
		'Timeline: Acme, The red kite'
	);
});

describe('embed code', () => {
	const pasted: EmbedCode = {
		frame: 'https://example.org/embed/?line=a,b&q="><script>',
		page: 'https://example.org/?line=a,b&q=(x)',
		oembed: null,
		picture: 'https://example.org/pictures/timeline.png',
		script: 'https://example.org/embed.js',
		title: 'Timeline: <Acme> & "others" [1]',
		height: 480
	};
	const title = 'Timeline: &lt;Acme&gt; &amp; &quot;others&quot; [1]';
	const link = `<a href="https://example.org/?line=a,b&amp;q=(x)">${title}</a>`;

	test('an iframe works without scripts and is followed by a link, in a block of their own', () => {
		expect(formatFrame(pasted)).toBe(
			`<div>\n<iframe src="https://example.org/embed/?line=a,b&amp;q=&quot;&gt;&lt;script&gt;" title="${title}" width="100%" height="480" loading="lazy" frameborder="0" allow="clipboard-write"></iframe>\n<p>${link}</p>\n</div>`
		);
	});

	test.each([formatFrame, formatFrameWithScript, formatElement, formatLink, formatPicture])(
		'%o is JSX as well, whatever the title',
		(format) => {
			const html = format({ ...pasted, title: '{a} <b> "c" & ’d’' });
			const { diagnostics } = ts.transpileModule(`const x = <>${html}</>;`, {
				fileName: 'page.tsx',
				reportDiagnostics: true,
				compilerOptions: { jsx: ts.JsxEmit.React }
			});
			expect(diagnostics).toEqual([]);
			// React takes no string for a style, and a brace begins an expression
			expect(html).not.toMatch(/ style=|>[^<]*[{}]/);
		}
	);

	test('a picture is followed by a link, since sanitizers and newsletters may drop it', () => {
		expect(formatPicture(pasted)).toMatch(/^<p><a [^>]*><img [^>]*\/><\/a><\/p>\n<p><a /);
	});

	test('the script follows the iframe and is async', () => {
		expect(formatFrameWithScript(pasted)).toBe(
			`${formatFrame(pasted)}\n<script src="https://example.org/embed.js" async></script>`
		);
	});

	test('an element is a link until the script replaces it with an iframe', () => {
		expect(formatElement(pasted)).toContain(
			`data-title="${title}" data-height="480">${link}</div>`
		);
	});

	test('links and pictures are escaped, in HTML and in Markdown', () => {
		expect(formatLink(pasted)).toBe(link);
		expect(formatMarkdown(pasted)).toBe(
			'[Timeline: \\<Acme> & "others" \\[1\\]](https://example.org/?line=a,b&q=%28x%29)'
		);
		expect(formatPicture(pasted)).toContain(`alt="${title}"`);
	});

	test('oEmbed HTML is a blockquote with a link, then one empty iframe, as WordPress expects', () => {
		const described = describeEmbed(pasted, { name: 'Acme', url: 'https://example.org/' });
		expect(described).toMatchObject({
			type: 'rich',
			version: '1.0',
			width: 640,
			height: 480,
			thumbnail_width: 1200,
			thumbnail_height: 630
		});
		const { html } = described as { html: string };
		// the pattern by which WordPress extracts blockquote and iframe
		expect(/^(<blockquote>.*?<\/blockquote>).*(<iframe.*?><\/iframe>)$/s.test(html)).toBe(true);
	});
});
