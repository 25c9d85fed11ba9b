import { expect, test } from '@playwright/test';
import { everyThird } from '../support/sample.ts';
import { waitForHydration, resize, timeline } from '../support/support.ts';

/** Maximum empty height of a frame in a column 640 px wide, px. */
const EMPTY = 130;

const FRAMES = [
	{ kind: 'the whole timeline', names: ['timeline'] },
	{ kind: 'each line', names: timeline.lines.map(({ id }) => `line/${id}`) },
	{ kind: 'each event', names: everyThird(timeline.events).map(({ id }) => `event/${id}`) }
];

for (const { kind, names } of FRAMES)
	test(`the oEmbed height of ${kind} cuts nothing off in a column and leaves little empty`, async ({
		page,
		request
	}) => {
		test.setTimeout(30_000 + 3_000 * names.length);
		for (const name of names) {
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
