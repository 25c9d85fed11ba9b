import { describe, expect, test, vi } from 'vitest';
import { drawPicture, toPng, type Picture } from '../../src/lib/export/picture.ts';
import type { Selection } from '../../src/lib/model/download.ts';
import { parseDay } from '../../src/lib/model/date.ts';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import CiteDialog from '../../src/lib/view/cite/CiteDialog.svelte';
import { dataset as timeline } from './dataset.ts';
import { testTimelineJs } from './dataset-claims.ts';
import Framed from './Framed.svelte';

const linkTo = (id: string) => `https://example.org/event/${id}/`;

testTimelineJs(timeline);

function selectionOf(rest: Partial<Selection> = {}): Selection {
	return {
		timeline,
		events: timeline.events,
		filter: {},
		window: { start: parseDay('2010-01-01'), end: parseDay('2019-01-01') },
		address: 'https://example.org/?line=balloons',
		linkTo,
		citations: () => Promise.reject(new Error('not needed')),
		chart: () => document.querySelector<HTMLElement>('[data-timeline]'),
		legend: () => document.querySelector<HTMLElement>('[data-legend]'),
		...rest
	};
}

const parse = ({ svg }: Picture) => new DOMParser().parseFromString(svg, 'image/svg+xml');

/** Picture of the chart in a container of `width` px. */
async function pictureAt(width: number, dataset = timeline): Promise<Picture> {
	await page.viewport(width + 40, 900);
	await render(Framed, { dataset, width });
	await expect.poll(() => document.querySelectorAll('.drawing').length).toBe(1);
	return drawPicture(selectionOf({ filter: { q: 'a <b> & c' } }));
}

describe('the picture of the chart', () => {
	test('needs no style sheet', async () => {
		const picture = await pictureAt(1180);
		const unresolved = /var\(|calc\(|NaN|undefined|system-ui|class=|style=|="[^"]*\d%"/;
		expect(picture.svg.match(unresolved)).toBeNull();
		const svg = parse(picture);
		expect(svg.querySelector('parsererror')).toBeNull();
		expect(svg.documentElement.getAttribute('width')).toBe(String(1180 + 56));
		for (const { attributes } of svg.querySelectorAll('[fill], [stroke]'))
			for (const { name, value } of attributes)
				if (name === 'fill' || name === 'stroke')
					expect(value).toMatch(/^(#[0-9a-f]{6,8}|none|url\(#[\w-]+\))$/);
	});

	test('has every mark and label at the same position as the page', async () => {
		const picture = await pictureAt(1180);
		const host = document.createElement('div');
		host.style.cssText = 'position: absolute; left: 0; top: 0';
		host.innerHTML = picture.svg;
		document.body.append(host);
		const chart = document.querySelector('[data-timeline] svg[role=group]')!;
		const places = (root: Element) => {
			const { left, top } = root.getBoundingClientRect();
			return new Map(
				[...root.querySelectorAll<SVGElement>('a[data-event]')].map((mark) => {
					const label = mark.querySelector('text:last-of-type');
					const box = label?.getBoundingClientRect();
					return [mark.dataset.event, box && [label!.textContent, box.left - left, box.top - top]];
				})
			);
		};
		const [onPage, inPicture] = [places(chart), places(host.querySelector('svg > g')!)];
		expect([...inPicture.keys()]).toEqual([...onPage.keys()]);
		// positions are relative to each chart's own origin, so all offsets must agree
		const offsets = [...onPage].flatMap(([id, place]) => {
			const other = inPicture.get(id);
			if (!place || !other) return [];
			expect(other[0]).toBe(place[0]);
			return [[Number(other[1]) - Number(place[1]), Number(other[2]) - Number(place[2])]];
		});
		expect(offsets.length).toBeGreaterThan(20);
		const [first] = offsets as [number[]];
		for (const [x, y] of offsets) {
			// a fallback font may be narrower, which shifts the labels that end at their mark
			expect(Math.abs(x! - first[0]!)).toBeLessThan(60);
			expect(Math.abs(y! - first[1]!)).toBeLessThan(3);
		}
		host.remove();
	});

	test('includes title, filter, address, version and sources', async () => {
		const text = parse(await pictureAt(480)).documentElement.textContent;
		expect(text).toContain(timeline.title);
		expect(text).toContain(`${timeline.events.length} events · matching “a <b> & c”`);
		expect(text).toContain('https://example.org/?line=balloons');
		expect(text).toContain(`version ${timeline.version}`);
		for (const { publisher } of timeline.sources) expect(text).toContain(publisher);
	});

	test('counts the events in view and names only their articles', async () => {
		await pictureAt(480);
		const window = { start: parseDay('2011-05-24'), end: parseDay('2011-06-01') };
		const text = parse(drawPicture(selectionOf({ window }))).documentElement.textContent;
		expect(text).toMatch(new RegExp(`\\d of ${timeline.events.length} events`));
		expect(text).toContain('chart: 24 May 2011 to 31 May 2011');
		expect(text).toContain('The Daily (');
		expect(text).not.toContain('La Gazzetta (');
	});

	test('becomes a PNG at twice the size, on a paper background', async () => {
		const picture = await pictureAt(700);
		const bitmap = await createImageBitmap(await toPng(picture));
		expect([bitmap.width, bitmap.height]).toEqual([2 * picture.width, 2 * picture.height]);
		const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
		const context = canvas.getContext('2d')!;
		context.drawImage(bitmap, 0, 0);
		const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
		const colors = new Set<string>();
		for (let i = 0; i < data.length; i += 4) colors.add([...data.slice(i, i + 4)].join());
		expect(colors.size).toBeGreaterThan(50);
		expect([...data.slice(0, 4)]).toEqual([0xfb, 0xf9, 0xf4, 255]);
	});

	test('includes the marks of a canvas as an image', async () => {
		const many = {
			...timeline,
			events: [0, 1, 2].flatMap((turn) =>
				timeline.events.map((event) => ({ ...event, id: `${event.id}-${turn}` }))
			)
		};
		await pictureAt(1180, many);
		await expect.poll(() => document.querySelector('[data-timeline] canvas')).not.toBeNull();
		const svg = parse(drawPicture(selectionOf({})));
		expect(svg.querySelector('image')?.getAttribute('href')).toMatch(
			/^data:image\/png;base64,.{500}/
		);
	});

	test('throws without a chart', () => {
		expect(() => drawPicture(selectionOf({ chart: () => null }))).toThrow('There is no chart');
	});
});

describe('the citations', () => {
	const work = {
		apa: '<i>All</i> about kites. (2012). daily.',
		mla: '“All about Kites.” <i>daily</i>, 2012.',
		chicago: '“All about Kites.” 2012.',
		bibtex: '@misc{daily, title = {All}}'
	};
	const answer = { sources: { daily: work }, events: {}, timeline: work, view: work };

	test('are copied as plain text and as HTML, or selected if the clipboard is denied', async () => {
		vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answer))));
		const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
		const onclose = vi.fn();
		const screen = await render(CiteDialog, {
			what: { kind: 'source' as const, id: 'daily' },
			citations: '/citations.json',
			place: 'characters 1–2 of 3',
			onclose
		});
		await screen.getByRole('button', { name: 'Copy APA' }).click();
		await expect.element(screen.getByRole('status')).toHaveTextContent('APA copied');
		const [item] = write.mock.calls[0]![0];
		const read = async (type: string) => (await item!.getType(type)).text();
		expect(await read('text/plain')).toBe('All about kites. (2012). daily.');
		expect(await read('text/html')).toBe('<p><i>All</i> about kites. (2012). daily.</p>');

		write.mockRejectedValue(new DOMException('No.', 'NotAllowedError'));
		await screen.getByRole('button', { name: 'Copy MLA' }).click();
		await expect.element(screen.getByRole('status')).toHaveTextContent('The text is selected');
		expect(String(getSelection()).trim()).toBe('“All about Kites.” daily, 2012.');

		await screen.getByRole('button', { name: 'Close' }).click();
		await expect.poll(() => onclose.mock.calls.length).toBe(1);
		vi.unstubAllGlobals();
		vi.restoreAllMocks();
	});
});
