/** Views of the published dataset whose contents are known. */
import { expect, test, type Page } from '@playwright/test';
import { readLabels } from '../../e2e/support/labels.ts';
import { button } from '../../e2e/support/range.ts';
import { DESKTOP, idsOf, open, PHONE, settled, timeline } from '../../e2e/support/support.ts';

const { events } = timeline;
const openAt = (page: Page, view: string) => open(page, `/?view=${view}`);

function meeting(from: string, to: string) {
	return events.filter(({ date }) => date.start <= to && (date.end ?? date.asOf!) >= from);
}

test('on a phone zooming in labels more events', async ({ page }) => {
	await page.setViewportSize(PHONE);
	// a fade that fills the view has no place for a label
	const ids = idsOf(
		meeting('2011-12-01', '2011-12-31').filter(
			({ date }) => !date.approximate || date.start > '2011-12-01'
		)
	);
	const named = async () => {
		const { labels } = await settled(() => readLabels(page));
		return labels.filter(({ id }) => ids.includes(id)).length;
	};
	await open(page);
	const farNames = await named();
	await openAt(page, '2011-12..2011-12');
	const nearNames = await named();
	expect(nearNames).toBeGreaterThan(farNames);
	expect(nearNames).toBe(ids.length);
});

test('a clipped mark fades over its last 46 px, but over no more than half of its width', async ({
	page
}) => {
	await page.setViewportSize(DESKTOP);
	await openAt(page, '2017-03-20..2018-01-08');
	const cut = await page.locator('[data-timeline] a > g[mask]').evaluateAll((groups) =>
		groups.map((group) => {
			const id = /^url\(#(.+)\)$/.exec(group.getAttribute('mask')!)![1]!;
			const isThere = document.getElementById(id)?.tagName === 'mask';
			const { width } = (group as SVGGElement).getBBox();
			return { width, isThere, isShort: id.includes('short') };
		})
	);
	for (const { width, isThere, isShort } of cut)
		expect([isThere, isShort], `${width} px`).toEqual([true, width < 92]);
	expect(new Set(cut.map(({ isShort }) => isShort))).toEqual(new Set([true, false]));
});

test('the legend explains only what is on screen, and hovering an entry dims the rest', async ({
	page
}) => {
	await page.setViewportSize(DESKTOP);
	await openAt(page, '2021-02-03..2021-02-12');
	const key = page.locator('.legend dl');
	await expect(key).toContainText('announced');
	await expect(key).toContainText('rumoured');
	await expect(key).not.toContainText('ongoing when last reported');
	await expect(key).not.toContainText('around then');

	const opacities = (rumoured: boolean) =>
		page
			.locator('[data-timeline] a[data-event]')
			.evaluateAll(
				(links, [ids, are]) =>
					links
						.filter((link) => ids.includes((link as SVGElement).dataset.event!) === are)
						.map((link) => Number(getComputedStyle(link).opacity)),
				[idsOf(events.filter(({ status }) => status === 'rumoured')), rumoured] as const
			);
	await key.getByText('rumoured').hover();
	await expect.poll(async () => Math.max(...(await opacities(false)))).toBeLessThan(0.5);
	expect(Math.min(...(await opacities(true)))).toBe(1);
	await page.mouse.move(0, 0);
	await expect.poll(async () => Math.min(...(await opacities(false)))).toBe(1);

	await button(page, 'Reset zoom').click();
	await expect(key).toContainText('ongoing when last reported');
});
