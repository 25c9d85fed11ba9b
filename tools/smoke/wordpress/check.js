// Embeds in a real WordPress: by address, as a pasted frame and as custom HTML, by an administrator and by an author.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from '../../../scripts/browser.js';
import { root } from '../../../scripts/command.js';
import { startServer } from '../../../scripts/serve.js';
import { originOfBuild } from '../origin.js';
import { isInstalled, startWordPress } from './host.js';

/** Where the pictures go, to be looked at. */
const PICTURES = join(root, 'test-results/wordpress');
/** px; WordPress limits heights to 200 and 1,000 */
const TOLERANCE = 2;

/**
 * @typedef {object} Expected
 * @property {number} frames how many frames the post shows
 * @property {boolean} [fits] whether each is as high as its content
 * @property {boolean} [isInColumn] default true
 */

/** @returns {Promise<import('../run.js').Result[]>} */
export async function checkWordPress() {
	if (!isInstalled()) return [{ name: 'WordPress', problems: null }];
	const built = originOfBuild();
	if (!built)
		return [
			{
				name: 'WordPress',
				problems: [
					'It finds embeds by oEmbed: build with SITE_ORIGIN=http://localhost:4174 (any free port) first.'
				]
			}
		];
	const { origin } = built;
	const server = await startServer({ port: Number(built.port) });
	const wordpress = await startWordPress();
	const browser = await chromium.launch((await findBrowser()) ?? {});
	try {
		const posts = await describePosts(origin, browser);
		const addresses = wordpress.publish(posts.map(({ expected: _, ...post }) => post));
		mkdirSync(PICTURES, { recursive: true });
		const results = [];
		for (const { name, expected } of posts)
			results.push({
				name: `WordPress: ${name}`,
				problems: await look(browser, /** @type {string} */ (addresses[name]), name, expected)
			});
		const pasted = {
			name: 'a frame pasted into a paragraph of the editor',
			author: /** @type {const} */ ('administrator'),
			content: await pasteFrame(browser, wordpress.url, origin)
		};
		const address = wordpress.publish([pasted])[pasted.name] ?? '';
		results.push({
			name: `WordPress: ${pasted.name}`,
			// themes leave any frame that WordPress makes of a paragraph out of the column: it is inline
			problems: await look(browser, address, pasted.name, {
				frames: 1,
				fits: true,
				isInColumn: false
			})
		});
		return results;
	} finally {
		await browser.close();
		await wordpress.close();
		await server.close();
	}
}

/**
 * A page that reaches this machine alone: WordPress links to scripts and fonts elsewhere.
 * @param {import('playwright').Browser} browser
 * @param {number} width px
 */
async function openPage(browser, width) {
	const page = await browser.newPage({ viewport: { width, height: 900 } });
	await page.route(
		({ hostname }) => hostname !== 'localhost',
		(route) => route.abort()
	);
	return page;
}

/**
 * @param {string} origin
 * @param {import('playwright').Browser} browser
 * @returns {Promise<(import('./host.js').Post & { expected: Expected })[]>}
 */
async function describePosts(origin, browser) {
	const timeline = JSON.parse(readFileSync(join(root, 'build/data/timeline.json'), 'utf8'));
	const [line, event] = [timeline.lines[0].id, timeline.events[0].id];
	const paths = [
		'/',
		`/event/${event}/`,
		'/embed/',
		`/embed/line/${line}/`,
		`/embed/event/${event}/`
	];
	const snippets = await readSnippets(browser, `${origin}/share/?line=${line}`);
	const users = /** @type {const} */ (['administrator', 'author']);
	return users.flatMap((author) => [
		...paths.map((path) => ({
			name: `address ${path} by an ${author}`,
			author,
			content: `<p>Before.</p>\n\n${origin}${path}\n\n<p>After.</p>`,
			expected: { frames: 1, fits: true }
		})),
		...snippets.map(({ title, text }) => ({
			name: `snippet “${title}” by an ${author}`,
			author,
			// a link is for running text
			content: text.startsWith('<a ')
				? `<p>See ${text}.</p>`
				: `<!-- wp:html -->\n${text}\n<!-- /wp:html -->`,
			// only an administrator may write frames and scripts: what remains is the link
			expected: { frames: author === 'administrator' && /iframe|<script/.test(text) ? 1 : 0 }
		}))
	]);
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} address of the page that offers them
 */
async function readSnippets(browser, address) {
	const page = await browser.newPage();
	await page.goto(address, { waitUntil: 'networkidle' });
	const all = await page.locator('section:has(pre)').evaluateAll((sections) =>
		sections.map((section) => ({
			title: section.querySelector('h3')?.textContent ?? '',
			text: section.querySelector('pre')?.textContent ?? ''
		}))
	);
	await page.close();
	return all.filter(({ text }) => text.startsWith('<'));
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @param {string} name
 * @param {Expected} expected
 * @returns {Promise<string[]>}
 */
async function look(browser, address, name, { frames, fits, isInColumn = true }) {
	const page = await openPage(browser, 1000);
	const problems = [];
	try {
		await page.goto(address, { waitUntil: 'load' });
		const content = page.locator('.entry-content');
		const shown = content.locator('iframe');
		const count = await shown.count();
		if (count !== frames) problems.push(`shows ${count} frames, not ${frames}`);
		if (!(await content.getByRole('link').count()) && !count) problems.push('has no link either');
		for (let index = 0; index < count; index++) {
			await shown.nth(index).scrollIntoViewIfNeeded();
			if (!(await shown.nth(index).isVisible())) problems.push('has a hidden frame');
			else if (fits) problems.push(...(await measure(page, shown.nth(index))));
		}
		if (isInColumn) problems.push(...(await findOutside(content)));
		await page.screenshot({
			path: join(PICTURES, `${name.replace(/[^\w-]+/g, '-')}.png`),
			fullPage: true
		});
	} catch (error) {
		problems.push(String(/** @type {Error} */ (error).message).split('\n')[0] ?? '');
	}
	await page.close();
	return problems;
}

/** @param {import('playwright').Page} page @param {import('playwright').Locator} locator */
async function measure(page, locator) {
	const frame = await (await locator.elementHandle())?.contentFrame();
	if (!frame) return ['has a frame that is not loaded'];
	await frame.locator('[data-timeline] svg').first().waitFor();
	let difference = Infinity;
	for (let tries = 0; tries < 50 && difference > TOLERANCE; tries++) {
		const [content, height] = await frame.evaluate(() => [
			document.documentElement.getBoundingClientRect().height,
			innerHeight
		]);
		difference = Math.abs(Math.min(1000, Math.max(200, content ?? 0)) - (height ?? 0));
		await page.waitForTimeout(100);
	}
	return difference > TOLERANCE ? [`has a frame that is off by ${difference} px`] : [];
}

/**
 * The theme's text column, as its paragraphs have it: nothing may stand beside it.
 * @param {import('playwright').Locator} content
 */
function findOutside(content) {
	return content.evaluate((element) => {
		const probe = document.createElement('p');
		probe.textContent = 'Text';
		element.append(probe);
		const column = probe.getBoundingClientRect();
		probe.remove();
		return [...element.querySelectorAll('iframe, a, img')]
			.filter((item) => {
				const { left, right, width } = item.getBoundingClientRect();
				return width > 0 && (left < column.left - 1 || right > column.right + 1);
			})
			.map((item) => `has <${item.localName}> outside of the text column`);
	});
}

/**
 * Pastes the frame snippet into a paragraph of the block editor, which keeps its address alone.
 * @param {import('playwright').Browser} browser
 * @param {string} url of WordPress
 * @param {string} origin of the timeline
 * @returns {Promise<string>} the content that the editor would save
 */
async function pasteFrame(browser, url, origin) {
	const [snippet] = await readSnippets(browser, `${origin}/share/`);
	const page = await openPage(browser, 1280);
	try {
		await page.goto(`${url}/wp-login.php`);
		await page.fill('#user_login', 'administrator');
		await page.fill('#user_pass', 'password');
		await Promise.all([page.waitForURL(/wp-admin/), page.click('#wp-submit')]);
		await page.goto(`${url}/wp-admin/post-new.php`);
		await page.getByRole('button', { name: 'Close dialog' }).click(); // the welcome
		await page.locator('.block-editor-default-block-appender__content').click();
		const paragraphs = page.locator('[data-type="core/paragraph"]');
		await paragraphs.first().evaluate((paragraph, html) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', html);
			clipboardData.setData('text/html', html);
			paragraph.dispatchEvent(
				new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData })
			);
		}, snippet?.text ?? '');
		await paragraphs.filter({ hasText: origin }).waitFor();
		await page.screenshot({ path: join(PICTURES, 'editor.png') });
		return await page.evaluate(() =>
			// @ts-expect-error the editor's own data
			window.wp.data.select('core/editor').getEditedPostContent()
		);
	} finally {
		await page.close();
	}
}
