import { expect, test } from '@playwright/test';
import { everyThird } from '../support/sample.ts';
import { waitForHydration, resize, timeline } from '../support/support.ts';

/** Maximum empty height of a frame in a column 640 px wide, px. */
const EMPTY = 130;

/** The whole timeline, its lines, and of its many events a ninth; all in a long run. */
const NAMES = [
	'timeline',
	...everyThird(timeline.lines).map(({ id }) => `line/${id}`),
	...everyThird(everyThird(timeline.events)).map(({ id }) => `event/${id}`)
];

test('the oEmbed height of the whole timeline, a line or an event cuts nothing off in a column and leaves little empty', async ({
	page,
	request
}) => {
	test.setTimeout(30_000 + 3_000 * NAMES.length);
	for (const name of NAMES) {
		const answer = await request.get(`/oembed/${name}.json`);
		const { height } = (await answer.json()) as { height: number };
		const path = name === 'timeline' ? '/embed/' : `/embed/${name}/`;
		await page.goto(path);
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
