/** The Content-Security-Policy of every page: its directives, and that no page violates it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { Filter } from '../../../src/lib/model/filter.ts';
import { isBuilt } from '../support/html.ts';
import { bar, clickOn, mark, open, timeline } from '../support/support.ts';
import { anEvent } from '../support/samples.ts';

const [line] = anEvent.lines;

const PAGES = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((file) =>
	file.endsWith('.html')
);

/** The directives of a page's policy, keyed by name. */
function policyOf(html: string): Record<string, string[]> {
	const [, text] = /<meta\s+http-equiv="content-security-policy"\s+content="([^"]+)"/.exec(html)!;
	return Object.fromEntries(
		text!.split('; ').map((directive) => {
			const [name, ...values] = directive.split(' ');
			return [name!, values];
		})
	);
}

test('every page has a policy before any resource, with the hashes of its own inline scripts and no others', () => {
	expect(PAGES.length).toBeGreaterThan(2 * timeline.events.length);
	for (const file of PAGES) {
		const html = readFileSync(`build/${file}`, 'utf8');
		const start = html.indexOf('<meta http-equiv="content-security-policy"');
		expect(
			start === -1 ? html.search(/<meta\s+http-equiv="content-sec/) : start,
			file
		).toBeLessThan(html.search(/<(?:script|style|link|noscript)\b/));
		const policy = policyOf(html);
		expect(policy['default-src'], file).toEqual(["'none'"]);
		expect(policy['script-src']!.join(' '), file).not.toMatch(/unsafe|strict-dynamic|\*|data:/);
		const inline = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
			([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`
		);
		const hashes = policy['script-src']!.filter((value) => value.startsWith("'sha256-"));
		expect(hashes.toSorted(), file).toEqual([...new Set(inline)].toSorted());
		// only style attributes (`style-src-attr`) may be unlisted
		const { 'style-src': styles = [] } = policy;
		expect(styles.join(' '), file).not.toContain('unsafe');
	}
});

test('the policy of an embed allows http: and https:, because a sandbox has an opaque origin', () => {
	for (const kind of ['', `line/${line}/`, `event/${anEvent.id}/`]) {
		const policy = policyOf(readFileSync(`build/embed/${kind}index.html`, 'utf8'));
		for (const name of ['script-src', 'style-src', 'img-src', 'font-src', 'connect-src'])
			expect(policy[name]).toEqual(expect.arrayContaining(["'self'", 'http:', 'https:']));
	}
	expect(policyOf(readFileSync('build/index.html', 'utf8'))['script-src']).not.toContain('https:');
});

/** Collects policy violations in the page and its frames, console errors and page errors. */
async function listen(page: Page) {
	const problems: string[] = [];
	await page.exposeFunction('report', (text: string) => problems.push(text));
	await page.addInitScript(() =>
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
			(window as unknown as { report: (text: string) => void }).report(
				`${location.pathname}: ${violatedDirective}: ${blockedURI} ${sample}`
			)
		)
	);
	page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
	page.on('pageerror', (error) => problems.push(String(error)));
	return problems;
}

test('a policy violation is detected', async ({ page }) => {
	const problems = await listen(page);
	await open(page, '/embed/');
	await page.evaluate(() => {
		document.head.append(Object.assign(document.createElement('script'), { text: 'hacked = 1' }));
	});
	await expect.poll(() => problems.join()).toContain('script-src');
});

test('no kind of page violates its policy, even when used', async ({ page }) => {
	test.slow();
	const problems = await listen(page);
	// in privacy.spec.ts, where each error in the console fails, are the pages of events and sources, and the about page
	for (const path of [
		'/open/',
		...(isBuilt('/promises/') ? ['/promises/'] : []),
		`/embed/line/${line}/?theme=dark&q=xyzzy`,
		`/embed/event/${anEvent.id}/?theme=auto`,
		`/?q=xyzzy&line=${line}&theme=dark`
	]) {
		await page.goto(path);
		await page.waitForLoadState('networkidle');
	}

	await open(page, '/embed/');
	await clickOn(page, mark(page, anEvent.id));
	await expect(page.locator('blockquote[data-evidence]').first()).toBeVisible();
	await page.getByRole('button', { name: 'Zoom in' }).click();

	await open(page, `/?event=${anEvent.id}`);
	await expect(bar(page)).toBeVisible();
	await page.locator('summary', { hasText: 'Download & cite' }).click();
	const panel = page.locator('details[open]', { has: page.getByText('Download & cite') });
	for (const name of ['PNG', 'SVG', 'CSV']) {
		const download = page.waitForEvent('download');
		await panel.locator('dd').locator('a, button').filter({ hasText: name }).first().click();
		expect(await (await download).failure()).toBeNull();
	}

	for (const path of ['/share/', '/embed-example.html']) {
		await page.goto(path);
		await expect(
			page.frameLocator('iframe').locator('[data-timeline] svg[role=group]')
		).toHaveCount(1);
	}
	const filtering = page.locator('button[data-message*="lines"]').first();
	const message = JSON.parse((await filtering.getAttribute('data-message'))!) as { filter: Filter };
	const { label } = timeline.lines.find(({ id }) => message.filter.lines?.includes(id))!;
	await filtering.click();
	await expect(page.frameLocator('iframe').locator('h1')).toContainText(label);
	expect(problems).toEqual([]);

	await page.goto('/nothing/at/all');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	// the console also reports the 404 of the page itself
	expect(problems.filter((text) => !text.includes('404'))).toEqual([]);
});

test('a page hydrates under its policy after links and Back', async ({ page }) => {
	const problems = await listen(page);
	// the columns are sorted by buttons once scripts run
	const sorting = page.locator('thead button').first();
	await page.goto('/table/');
	await expect(sorting).toBeVisible();
	await page.getByRole('link', { name: 'About' }).first().click();
	await expect(page).toHaveURL('/about/');
	await page.goBack();
	await expect(sorting).toBeVisible();
	await page.getByRole('link', { name: 'Embed' }).first().click();
	await expect(page.frameLocator('iframe').locator('footer')).toBeVisible();
	expect(problems).toEqual([]);
});
