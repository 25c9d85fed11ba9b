import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { formatStandalone } from '../../../src/lib/export/html.ts';
import { readTable } from '../../../src/lib/import/read.ts';

const LIBRARY = 'const e=()=>{document.title="</script><!-- x"};export{e as mountTimeline};';
const HOSTILE = `date,title,quotation,source,url
1901,"</script><img src=x onerror=alert(1)>","<b>bold</b> & ""so""",Paper,https://example.org/?a=1&b=2
1899,Earlier,,,
`;
const make = () => {
	const { timeline, sources } = readTable(HOSTILE);
	return formatStandalone(timeline!, sources, LIBRARY);
};

test('the policy forbids all but the script and the style of the page, by their hashes', async () => {
	const html = await make();
	const hash = (text: string) => createHash('sha256').update(text).digest('base64');
	const script = /<script type="module">([^]*?)<\/script>/.exec(html)![1]!;
	const style = /<style>([^]*?)<\/style>/.exec(html)![1]!;
	const policy = /content-security-policy" content="([^"]*)"/.exec(html)![1]!;
	expect(policy).toContain("default-src 'none'");
	expect(policy).toContain(`script-src 'sha256-${hash(script)}'`);
	expect(policy).toContain(`style-src 'sha256-${hash(style)}'`);
});

test('contents stay text', async () => {
	const html = await make();
	expect(html).not.toContain('<img');
	expect(html).not.toContain('<b>');
	expect(html.match(/<\/script>/g)).toHaveLength(2);
	expect(html).not.toContain('<!-- x');
});

test('events are in time order, with their quotations and sources', async () => {
	const html = await make();
	expect(html.indexOf('<h2>Earlier')).toBeLessThan(html.indexOf('<h2>&lt;/script&gt;'));
	expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2" rel="noopener">');
});

test('a library script without its export is rejected', async () => {
	const { timeline, sources } = readTable(HOSTILE);
	await expect(formatStandalone(timeline!, sources, 'export default 1')).rejects.toThrow('export');
});
