/** Data in another language than the page: text from the data has its own `lang`. */
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountTimeline, type MountedTimeline } from '../../src/lib/index.ts';
import { eventOf, LINES } from './mounted.ts';

let handle: MountedTimeline | undefined;
afterEach(() => {
	handle?.destroy();
	document.body.replaceChildren();
});

function mountIn(language: string | null, events = [eventOf('balloon', '2012-05-01')]): Element {
	const target = document.createElement('div');
	document.body.append(target);
	handle = mountTimeline(target, { language, lines: LINES, events });
	return target;
}

const langOf = (root: ParentNode, selector: string) =>
	[...root.querySelectorAll(selector)].map((node) => node.getAttribute('lang'));

test('labels and lane names have its language, and none where it is the page’s', () => {
	const hebrew = mountIn('he');
	expect(langOf(hebrew, 'text.label')).toEqual(['he']);
	expect(langOf(hebrew, 'text.lane')).toEqual(['he', 'he']);
	handle!.destroy();
	for (const language of ['en', 'en-GB', null])
		expect(new Set(langOf(mountIn(language), 'text.label, text.lane'))).toEqual(new Set([null]));
});

test('so do the titles in the tooltip and in the list of a cluster', async () => {
	await page.viewport(1000, 700);
	mountIn('he');
	await userEvent.hover(document.querySelector('[data-event] rect')!);
	await expect.poll(() => langOf(document, '[data-card] .title')).toEqual(['he']);
	handle!.destroy();

	const sameDay = Array.from({ length: 30 }, (_, i) => eventOf(`event-${i}`, '2012-05-01'));
	mountIn('he', [...sameDay, eventOf('late', '2013-05-01')]);
	const openList = () => {
		const cluster = document.querySelector<SVGElement>('a[data-cluster]');
		cluster?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
		return new Set(langOf(document, '[data-card] li bdi'));
	};
	await expect.poll(openList, { interval: 500 }).toEqual(new Set(['he']));
});
