/** What a frame tells its host while the query of its address is not adopted yet. */
import { expect, test, type Page } from '@playwright/test';
import { hydratedFrame, useHost } from '../support/host.ts';
import { timeline } from '../support/support.ts';

const visit = useHost();

/** Collects the heights that frames report. */
const RECORDER = `<script>
	window.heights = [];
	addEventListener('message', ({ data }) => { if (data?.type === 'timeline:height') heights.push(data.height); });
</script>`;
const reported = (page: Page) =>
	page.evaluate(() => (window as unknown as { heights: number[] }).heights);

const [line] = timeline.lines.toSorted(
	(a, b) =>
		timeline.events.filter(({ lines }) => lines.includes(a.id)).length -
		timeline.events.filter(({ lines }) => lines.includes(b.id)).length
);
const [event] = timeline.events;
const QUERIES = {
	'a line': `line=${line!.id}`,
	'a period': `from=${event!.date.start}&to=${event!.date.start}`,
	'words that no event has': 'q=xyzzyxyzzy',
	'no title': 'plain=1'
};

test('a frame with a query reports only the height of what it then shows', async ({
	page,
	baseURL
}) => {
	// a slow network: the scripts come long after the page
	await page.route('**/*.js', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 300));
		await route.continue();
	});
	for (const [what, query] of Object.entries(QUERIES))
		await test.step(what, async () => {
			await visit(
				page,
				`${RECORDER}<iframe src="${baseURL}/embed/?${query}" width="640" height="500" style="border: 0"></iframe>`
			);
			const frame = await page.locator('iframe').elementHandle();
			const content = (await frame!.contentFrame())!;
			await expect.poll(() => reported(page)).not.toEqual([]);
			const height = () =>
				content.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
			for (const given of await reported(page))
				expect(Math.abs(given - (await height()))).toBeLessThanOrEqual(1);
		});
});

test('a frame whose address is its path reports its height once', async ({ page, baseURL }) => {
	await visit(
		page,
		`${RECORDER}<iframe src="${baseURL}/embed/line/${line!.id}/" width="640" height="500" style="border: 0"></iframe>`
	);
	await hydratedFrame(page);
	await expect.poll(() => reported(page)).toHaveLength(1);
});
