import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { packageCommand, root } from '../../scripts/command.js';
import { startServer } from '../../scripts/serve.js';
import {
	allIds,
	clickOn,
	drawnIds,
	isAlive,
	isOpenBelowBar,
	listedIds,
	mark,
	timeline
} from './support.ts';

const BASE = '/time/line';
const ORIGIN = 'https://history.example';
const LEFT_BEHIND = ['node_modules', '.git', '.svelte-kit', 'build', 'test-results', 'tests'];

test.describe('under a sub-path', () => {
	// one build serves them all
	test.describe.configure({ mode: 'default' });
	let copy: string;
	let site: Awaited<ReturnType<typeof startServer>>;

	test.beforeAll(async () => {
		test.setTimeout(120_000); // on a busy machine
		copy = mkdtempSync(join(tmpdir(), 'timeline-subpath-'));
		cpSync(root, copy, {
			recursive: true,
			filter: (source) => !LEFT_BEHIND.includes(basename(source))
		});
		symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
		const env: NodeJS.ProcessEnv = { ...process.env, BASE_PATH: BASE, SITE_ORIGIN: ORIGIN };
		const output: string[] = [];
		const child = spawn(process.execPath, [packageCommand('vite'), 'build'], { cwd: copy, env });
		child.stdout.on('data', (text) => output.push(String(text)));
		child.stderr.on('data', (text) => output.push(String(text)));
		const code = await new Promise((resolve) => child.once('close', resolve));
		expect(code, output.join('')).toBe(0);
		site = await startServer({ dir: join(copy, 'build'), base: BASE, port: 0 });
	});

	test.afterAll(async () => {
		await site?.close();
		rmSync(copy, { recursive: true, force: true });
	});

	test('the story works, and its links stay under it', async ({ page }) => {
		await page.goto(site.url);
		await isAlive(page);
		expect(await drawnIds(page)).toEqual(allIds);
		expect(await listedIds(page)).toEqual(allIds);
		const { id, title } = timeline.events.at(-1)!;
		await clickOn(page, mark(page, id));
		await expect(page).toHaveURL(`${site.url}?event=${id}`);
		await page.goto(`${site.url}?event=${id}`);
		await isOpenBelowBar(page, id);
		await page.getByRole('link', { name: 'Permanent link' }).filter({ visible: true }).click();
		await expect(page).toHaveURL(`${site.url}event/${id}/`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
		await page.getByRole('link', { name: timeline.title }).first().click();
		await expect(page).toHaveURL(site.url);
	});

	test('so do the embeds, the data and the 404 page', async ({ page, request }) => {
		const line = timeline.lines[0]!.id;
		await page.goto(`${site.url}embed/line/${line}/`);
		await isAlive(page);
		expect((await drawnIds(page)).length).toBeGreaterThan(0);
		await expect(page.getByRole('contentinfo').getByRole('link')).toHaveAttribute(
			'href',
			`${BASE}/?line=${line}`
		);
		for (const file of ['timeline.json', 'timeline.schema.json', 'events.csv'])
			expect((await request.get(`${site.url}data/${file}`)).status(), file).toBe(200);
		expect(await (await request.get(`${site.url}data/timeline.json`)).json()).toEqual(timeline);

		const response = await page.goto(`${site.url}a/b/c/`);
		expect(response?.status()).toBe(404);
		await page.getByRole('main').getByRole('link').click();
		await expect(page).toHaveURL(site.url);
	});

	test('addresses in full have origin and path: canonical links, pictures, sitemap and feed', async ({
		request
	}) => {
		const home = `${ORIGIN}${BASE}/`;
		const { id } = timeline.events[0]!;
		const html = await (await request.get(`${site.url}event/${id}/`)).text();
		expect(html).toContain(`<link rel="canonical" href="${home}event/${id}/"`);
		expect(html).toContain(`<meta property="og:image" content="${home}pictures/${id}.png"`);
		expect(html).toContain(`"@id":"${home}event/${id}/"`);
		expect((await request.get(`${site.url}pictures/${id}.png`)).status()).toBe(200);
		for (const file of ['sitemap.xml', 'feed.xml', 'robots.txt']) {
			const text = await (await request.get(site.url + file)).text();
			const addresses = [...text.matchAll(/https?:\/\/[^\s<"]+/g)].map(([address]) => address);
			const foreign = addresses.filter(
				(address) => !address.startsWith(home) && !/w3\.org|sitemaps\.org/.test(address)
			);
			expect(addresses.length, file).toBeGreaterThan(0);
			expect(foreign, file).toEqual([]);
		}
	});

	test('no page refers to anything outside of it', () => {
		const pages = readdirSync(join(copy, 'build'), { recursive: true, encoding: 'utf8' }).filter(
			(file) => file.endsWith('.html')
		);
		expect(pages.length).toBeGreaterThan(timeline.events.length);
		for (const file of pages) {
			const html = readFileSync(join(copy, 'build', file), 'utf8');
			const outside = [...html.matchAll(/(?:href|src)="(\/[^"]*)"/g)]
				.map(([, address]) => address!)
				.filter((address) => !address.startsWith(`${BASE}/`));
			expect(outside, file).toEqual([]);
		}
	});
});
