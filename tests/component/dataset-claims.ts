/** What holds for every dataset in the browser; checked with invented data here, and with data/ in tests/data. */
import { TimelineConfig } from '@knight-lab/timelinejs/src/js/core/TimelineConfig.js';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { toTimelineJs } from '../../src/lib/export/timelinejs.ts';
import type { Timeline } from '../../src/lib/model/types.ts';
import Quotation from '../../src/lib/view/evidence/Quotation.svelte';

const linkTo = (id: string) => `https://example.org/event/${id}/`;

export function testQuotations({ events, sources, language }: Timeline): void {
	const all = events.flatMap(({ id, evidence }) =>
		evidence.map((quotation, index) => [`${id} ${index + 1}`, quotation] as const)
	);

	test.each(all)('quotation %s is verbatim, with its highlight marked', async (_, evidence) => {
		const source = sources.find(({ id }) => id === evidence.source)!;
		await render(Quotation, { evidence, source, sourceHref: '/source/' });
		const quotation = document.querySelector('blockquote[data-evidence]')!;
		expect(quotation.textContent).toBe(evidence.exact);
		expect(quotation.getAttribute('cite')).toBe(source.url);
		const [from, to] = evidence.highlight ?? [0, 0];
		expect(quotation.querySelector('mark')?.textContent ?? '').toBe(evidence.exact.slice(from, to));
		expect(quotation.getAttribute('lang')).toBe(
			source.language === language ? null : source.language
		);
		const link = [...document.querySelectorAll('a')].find(
			(a) => a.textContent === 'Read in the article'
		)!;
		expect(link.getAttribute('href')).toMatch(`${source.url}#:~:text=`);
	});
}

export function testTimelineJs(timeline: Timeline): void {
	test('the importer of TimelineJS accepts every event with its date label', () => {
		const config = new TimelineConfig(structuredClone(toTimelineJs(timeline, linkTo)));
		config.validate();
		expect(config.getErrors()).toEqual([]);
		expect(config.isValid()).toBe(true);
		expect(config.events).toHaveLength(timeline.events.length);
		const slides = new Map(config.events.map((slide) => [slide.unique_id, slide]));
		for (const { id, title, date, evidence } of timeline.events) {
			const slide = slides.get(id)!;
			expect(slide.display_date).toBe(date.label);
			expect(slide.start_date.data.date_obj.getFullYear()).toBe(Number(date.start.slice(0, 4)));
			const text = document.createElement('div');
			text.innerHTML = slide.text.headline;
			expect(text.textContent).toBe(title);
			text.innerHTML = slide.text.text;
			for (const { exact } of evidence) expect(text.textContent).toContain(`“${exact}”`);
		}
		expect(config.title.text.headline).toBe(timeline.title);
	});
}
