import type { Page } from '@playwright/test';
import { settled } from './support.ts';

/** Sums up, before any script of the page runs, its layout shifts. */
export async function watchShifts(page: Page): Promise<void> {
	await page.addInitScript(() => {
		Object.assign(window, { shifted: 0 });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries())
				(window as unknown as { shifted: number }).shifted += (
					entry as PerformanceEntry & { value: number }
				).value;
		}).observe({ type: 'layout-shift', buffered: true });
	});
}

/** The sum so far: Cumulative Layout Shift without its windows of time. */
export const readShifts = (page: Page) =>
	settled(() => page.evaluate(() => (window as unknown as { shifted: number }).shifted));
