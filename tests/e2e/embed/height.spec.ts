import { expect, test } from '@playwright/test';
import { waitForHydration, resize, timeline } from '../support/support.ts';

/** Maximum empty height of a frame in a column 640 px wide, px. */
const EMPTY = 130;

const FRAMES = [
	{ kind: 'the whole timeline', paths: ['embed/'], oembedNames: ['timeline'] },
	{
		kind: 'each line',
		paths: timeline.lines.map(({ id }) => `embed/line/${id}/`),
		oembedNames: timeline.lines.map(({ id }) => `line/${id}`)
	},
	{
		kind: 'each event',
		paths: timeline.events.map(({ id }) => `embed/event/${id}/`),
		oembedNames: timeline.events.map(({ id }) => `event/${id}`)
	}
];

for (const { kind, paths, oembedNames } of FRAMES)
	test(`the oEmbed height of ${kind} cuts nothing off in a column and leaves little empty`, async ({
		page,
		request
	}) => {
		test.setTimeout(30_000 + 3_000 * paths.length);
		for (const [index, path] of paths.entries()) {
			const { height } = (await (
				await request.get(`/oembed/${oembedNames[index]}.json`)
			).json()) as {
				height: number;
			};
			await page.goto(`/${path}`);
			await waitForHydration(page);
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
