import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { reportHeight } from '../../src/lib/embed/messages.ts';
import EventEntry from '../../src/lib/view/story/EventEntry.svelte';
import type { Evidence } from '../../src/lib/model/types.ts';
import Quotation from '../../src/lib/view/evidence/Quotation.svelte';
import ReportError from '../../src/lib/view/evidence/ReportError.svelte';
import { dataset as timeline } from './dataset.ts';
import { testQuotations } from './dataset-claims.ts';

const eventOf = (id: string) => timeline.events.find((event) => event.id === id)!;
const sourceOf = (id: string) => timeline.sources.find((source) => source.id === id)!;

testQuotations(timeline);

test.each([['https://archive.example/kites', 1] as const, [null, 0] as const])(
	'a quotation of a source with the archived copy %s has %d links to one',
	async (archive, count) => {
		const [evidence] = timeline.events[0]!.evidence as [Evidence];
		const source = { ...sourceOf(evidence.source), archive };
		await render(Quotation, { evidence, source, sourceHref: '/source/' });
		const links = [...document.querySelectorAll('a')].filter(
			(a) => a.textContent === 'Archived copy'
		);
		expect(links.map((a) => a.getAttribute('href'))).toEqual(archive ? [archive] : []);
		expect(links).toHaveLength(count);
	}
);

const entry = {
	timeline,
	href: (id: string) => `/event/${id}/`,
	sourceHref: (id: string) => `/source/${id}/`
};

test('an entry folds its quotations, and of more than two the others once more', async () => {
	const event = eventOf('founding');
	const [one] = event.evidence as [Evidence];
	const evidence = [one, one, one, one].map((copy, start) => ({ ...copy, start }));
	const screen = await render(EventEntry, { ...entry, event: { ...event, evidence } });
	const shown = () =>
		[...document.querySelectorAll('blockquote')].filter((words) =>
			words.checkVisibility({ contentVisibilityAuto: true })
		).length;
	expect(shown()).toBe(0);
	await screen.getByText(/^4 quotations/).click();
	expect(shown()).toBe(2);
	await screen.getByText('2 more quotations').click();
	expect(shown()).toBe(4);
	await screen.getByText(/^4 quotations/).click();
	expect(shown()).toBe(0);
});

test('an entry with disputed evidence says so and shows both readings side by side', async () => {
	const screen = await render(EventEntry, { ...entry, event: eventOf('crowd'), open: true });
	await expect.element(screen.getByText('Sources disagree')).toBeVisible();
	const readings = [...document.querySelectorAll('.reading')];
	expect(readings).toHaveLength(2);
	const tops = readings.map((reading) => reading.getBoundingClientRect().top);
	expect(tops[0]).toBe(tops[1]);
});

test('a frame reports its height to the host, but not a change of one pixel', async () => {
	const element = document.createElement('div');
	element.style.height = '200px';
	document.body.append(element);
	const postMessage = vi.fn();
	const stop = reportHeight(element, { postMessage } as unknown as Window);
	const heights = () =>
		postMessage.mock.calls.filter(([message]) => message.sentinel === 'amp').map(([m]) => m.height);
	await expect.poll(heights).toEqual([200]);
	expect(postMessage).toHaveBeenCalledWith({ type: 'timeline:height', height: 200 }, '*');

	// ResizeObserver callbacks run in creation order: once this one has fired, the frame's has too
	const observed: number[] = [];
	const other = new ResizeObserver(([entry]) => observed.push(entry!.contentRect.height));
	other.observe(element);
	await expect.poll(() => observed).toContain(200);
	element.style.height = '201px';
	await expect.poll(() => observed).toContain(201);
	expect(heights()).toEqual([200]);
	element.style.height = '240px';
	await expect.poll(heights).toEqual([200, 240]);
	stop();
	element.style.height = '300px';
	await expect.poll(() => observed).toContain(300);
	expect(heights()).toEqual([200, 240]);
	other.disconnect();
	element.remove();
});

test.each([
	['desk@acme.example', /^mailto:desk@acme\.example\?subject=Error.*&body=.*it%20flew%20in%20May/],
	['https://acme.example/issues', /^https:\/\/acme\.example\/issues$/],
	[null, null]
] as const)(
	'an error report leads to the contact %s, with the text as edited',
	async (contact, href) => {
		const props = { event: eventOf('founding'), timeline: { ...timeline, contact }, address: '/' };
		const screen = await render(ReportError, props);
		await screen.getByText('Report an error').click();
		await screen.getByRole('textbox').fill('No, it flew in May');
		const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
		expect(links).toEqual(href ? [expect.stringMatching(href)] : []);
	}
);
