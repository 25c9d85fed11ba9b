/** Sentences that the pages state about the data: each is shown only where the data bears it out. */
import { afterEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Evidence, Source, TimelineEvent } from '../../src/lib/model/types.ts';
import { promisesOf } from '../../src/lib/model/outcome.ts';
import BriefQuotation from '../../src/lib/view/evidence/BriefQuotation.svelte';
import Outcome from '../../src/lib/view/evidence/Outcome.svelte';
import PromiseRow from '../../src/lib/view/evidence/PromiseRow.svelte';
import Quotation from '../../src/lib/view/evidence/Quotation.svelte';
import { TooltipState } from '../../src/lib/state/tooltip.svelte.ts';
import Tooltip from '../../src/lib/view/overlay/Tooltip.svelte';
import StatusBadge from '../../src/lib/view/ui/StatusBadge.svelte';
import { dateOf, eventOf, evidenceOf, sourceOf, timelineOf } from '../unit/model/records.ts';

const articleOf = (id: string, start: string, end = start) =>
	sourceOf(id, { publication: { start, end, label: [...new Set([start, end])].join(' to ') } });
const links = {
	href: (id: string) => `/event/${id}/`,
	sourceHref: (id: string) => `/source/${id}/`
};
const textOf = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

afterEach(() => document.body.replaceChildren());

describe('the row of a promise', () => {
	const announced = eventOf('said', {
		status: 'announced',
		by: 'Ann',
		date: dateOf('2012-04-30'),
		evidence: [evidenceOf('daily', { exact: 'It will fly, said Ann.' })],
		relations: [{ type: 'announces', event: 'due' }]
	});
	const due = (...evidence: Evidence[]) =>
		eventOf('due', {
			status: 'planned',
			date: dateOf('2013-01-01', '2013-12-31', { label: '2013' }),
			evidence
		});

	async function read(events: TimelineEvent[], sources: Source[]) {
		const timeline = timelineOf(events, { sources });
		const [promised] = promisesOf(events, sources);
		const { container } = await render(PromiseRow, { promised: promised!, timeline, ...links });
		const part = (name: string) => textOf(container.querySelector(`.${name}`));
		return { told: part('told'), text: part('text'), due: part('due'), outcome: part('outcome') };
	}
	const sources = [articleOf('daily', '2012-05-01'), articleOf('gazzetta', '2012-06-01')];

	test('never shows the deadline of one source as another’s', async () => {
		const guess = evidenceOf('gazzetta', { start: 90, exact: 'In autunno, forse.' });
		const row = await read([announced, due(guess)], sources);
		expect(row.told).toBe('Said 2012-04-30 Ann');
		expect(row.text).toMatch(
			/It will fly, said Ann\. daily.*Due: 2013, According to gazzetta In autunno, forse\. gazzetta/
		);
		expect(row.due).toContain('2013 According to gazzetta');
	});

	test('lists what each source says if they read differently', async () => {
		const row = await read(
			[
				announced,
				due(
					evidenceOf('daily', { exact: 'It will fly, said Ann.', reading: 'Some day in 2013' }),
					evidenceOf('gazzetta', { start: 90, reading: 'In autumn' })
				)
			],
			sources
		);
		expect(row.due).toMatch(/Some day in 2013 According to daily.*In autumn According to gazzetta/);
	});

	test('quotes a passage that is both claim and deadline once', async () => {
		const events = [announced, due(announced.evidence[0]!)];
		await read(events, sources);
		expect(document.querySelectorAll('blockquote')).toHaveLength(1);
	});

	test('says that an article reported what somebody else had said', async () => {
		const rumour = eventOf('rumour', {
			status: 'rumoured',
			by: 'Bob',
			date: dateOf('2012-05-01', '2012-05-01', { basis: 'inferred' }),
			evidence: [evidenceOf('daily')]
		});
		expect((await read([rumour], sources)).told).toBe('Reported 2012-05-01 daily; said by Bob');
	});

	const early = articleOf('early', '2001-01-01');

	test.each<[string, [string, string?][], string]>([
		[
			'two later',
			[['2014-01-01'], ['2014-01-02'], ['2012-05-01']],
			'Two of them were published after'
		],
		['one earlier', [['2012-05-01']], 'None of them was published after'],
		['one unknown', [['2013-07-01']], 'None of them is known to have been published after'],
		[
			'one later, one unknown',
			[['2013-06-01', '2014-06-01'], ['2014-01-01']],
			'At least one of them was published after'
		]
	])('counts later articles only as far as their dates are known: %s', async (_, dates, words) => {
		const articles = dates.map(([start, end], i) =>
			articleOf(i ? `other-${i}` : 'daily', start, end)
		);
		const row = await read([announced, due(evidenceOf('daily'))], [...articles, early]);
		expect(row.outcome).toContain(`${words} it was due.`);
	});

	test.each<[string, [string, string?], string]>([
		['earlier', ['2012-05-01'], 'None of them was published on a later day.'],
		['later', ['2012-05-09'], 'One of them was published on a later day.'],
		[
			'in the same days',
			['2012-05-07', '2012-05-08'],
			'None of them is known to have been published on a later day.'
		]
	])('without a deadline compares with the day of the claim: %s', async (_, day, words) => {
		const date = dateOf('2012-05-07', '2012-05-08');
		const vague = eventOf('vague', { status: 'announced', date, evidence: [evidenceOf('daily')] });
		expect((await read([vague], [articleOf('daily', ...day), early])).outcome).toContain(words);
	});

	test.each([
		['2012-05-01', 'It was not published after the due date.'],
		['2014-01-01', 'It was published after the due date.'],
		['2013-07-01', 'It is not known to have been published after the due date.']
	])('speaks of the only article in the singular: %s', async (day, words) => {
		const events = [announced, due(evidenceOf('daily'))];
		expect((await read(events, [articleOf('daily', day)])).outcome).toContain(
			`The article doesn’t say. ${words}`
		);
	});

	test('calls only a promise kept: a rumour came true', async () => {
		const launch = (event: string) =>
			eventOf('launch', { relations: [{ type: 'fulfils', event }] });
		const events = [announced, due(evidenceOf('daily')), launch('due')];
		expect((await read(events, sources)).outcome).toContain('Kept.');
		const wish = { ...due(evidenceOf('daily')), id: 'wish' };
		expect((await read([wish, launch('wish')], sources)).outcome).toContain('Came true.');
	});
});

describe('an open promise', () => {
	test('names the latest article by the one that may be the youngest', async () => {
		const promise = eventOf('a', { relations: [{ type: 'announces', event: 'b' }] });
		const timeline = timelineOf([promise, eventOf('b')], {
			sources: [articleOf('daily', '2015-12-30'), articleOf('gazzetta', '2015-01-01', '2015-12-31')]
		});
		const { container } = await render(Outcome, { event: promise, timeline, href: links.href });
		expect(textOf(container)).toContain('2015-01-01 to 2015-12-31');
	});
});

describe('a quotation', () => {
	const props = (evidence: Evidence, source: Source) => ({ evidence, source, sourceHref: '#' });
	const caption = async (
		component: typeof Quotation | typeof BriefQuotation,
		voice: Evidence['voice'],
		author: string | null
	) => {
		const source = sourceOf('daily', { author });
		const { container } = await render(
			component as typeof Quotation,
			props(evidenceOf('daily', { voice }), source)
		);
		return textOf(container.querySelector('figcaption span'));
	};

	test('of a comment does not say whose it is', async () => {
		for (const component of [Quotation, BriefQuotation])
			expect(await caption(component, 'comment', 'Ann')).toMatch(/, comment$/);
	});

	test('of a letter names the name under it, if there is one', async () => {
		expect(await caption(Quotation, 'letter', 'Ann')).toMatch(/, letter signed Ann$/);
		expect(await caption(Quotation, 'letter', null)).toMatch(/, letter$/);
	});
});

describe('the tooltip of an event', () => {
	test('quotes what supports it, and says whose words these are', async () => {
		const event = eventOf('kite', {
			evidence: [
				evidenceOf('gazzetta', { exact: 'Non volò.', stance: 'disputes' }),
				evidenceOf('daily', { exact: 'It flew.', voice: 'comment' })
			]
		});
		const hover = new TooltipState();
		const { container } = await render(Tooltip, { hover, timeline: timelineOf([event]) });
		hover.show('kite', new DOMRect());
		await expect.poll(() => textOf(container.querySelector('.quotation'))).toBe('“It flew.”');
		expect(textOf(container.querySelector('.origin'))).toMatch(/^daily, comment, and 1 more/);
	});
});

describe('the note on a disagreement', () => {
	const badge = async (...evidence: Evidence[]) => {
		const event = eventOf('kite', { evidence });
		const { container } = await render(StatusBadge, { event, company: 'Acme' });
		return textOf(container.querySelector('.disagree'));
	};
	const denied = { stance: 'disputes' } as const;

	test('says that a source contradicts itself only if it speaks with one voice', async () => {
		expect(await badge(evidenceOf('daily'), evidenceOf('daily', denied))).toContain('itself');
		expect(
			await badge(evidenceOf('daily'), evidenceOf('daily', { ...denied, voice: 'comment' }))
		).toContain('Sources disagree');
		expect(await badge(evidenceOf('daily'), evidenceOf('gazzetta', denied))).toContain(
			'Sources disagree'
		);
	});
});
