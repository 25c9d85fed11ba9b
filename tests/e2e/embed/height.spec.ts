import { expect, test } from '@playwright/test';
import { isAlive, resize, timeline } from '../support/support.ts';

/** px of a frame that may be left empty in a column of 640 px */
const EMPTY = 130;

const FRAMES = [
	{ kind: 'the whole', paths: ['embed/'], named: ['timeline'] },
	{
		kind: 'each line',
		paths: timeline.lines.map(({ id }) => `embed/line/${id}/`),
		named: timeline.lines.map(({ id }) => `line/${id}`)
	},
	{
		kind: 'each event',
		paths: timeline.events.map(({ id }) => `embed/event/${id}/`),
		named: timeline.events.map(({ id }) => `event/${id}`)
	}
];

for (const { kind, paths, named } of FRAMES)
	test(`at the height that oEmbed gives to ${kind}, nothing is cut off in a column, and little is empty`, async ({
		page,
		request
	}) => {
		test.setTimeout(30_000 + 3_000 * paths.length);
		for (const [index, path] of paths.entries()) {
			const { height } = (await (await request.get(`/oembed/${named[index]}.json`)).json()) as {
				height: number;
			};
			await page.goto(`/${path}`);
			await isAlive(page);
			for (const width of [600, 640, 700]) {
				await resize(page, { width, height });
				const what = `${path}, ${height} px high, ${width} px wide`;
				const empty =
					height -
					(await page.evaluate(() => document.documentElement.getBoundingClientRect().height));
				expect(empty, what).toBeGreaterThanOrEqual(0);
				if (width === 640) expect(empty, what).toBeLessThanOrEqual(EMPTY);
			}
		}
	});
