import { dataset } from './dataset.ts';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { chooseGeometry, GEOMETRIES, servesUntil } from '../../src/lib/layout/geometry.ts';
import '../../src/lib/view/chart/served-chart.css';
import Framed from './Framed.svelte';

const PURPOSES = ['rest', 'embed', 'embed-line'] as const;
const WIDTHS = [288, 358, 480, 700, 1000, 1180];

const drawings = () => [...document.querySelectorAll<HTMLElement>('[data-serves]')];
const isShown = (element: Element) => element.getClientRects().length > 0;

/** Renders in a viewport that is wide enough for a frame of `width` px. */
async function draw(
	width: number,
	props: Partial<Parameters<typeof render<typeof Framed>>[1]> = {}
) {
	await page.viewport(Math.max(width + 40, 320), 900);
	const screen = await render(Framed, { dataset, width, ...props });
	await expect.poll(() => drawings().length).toBe(1);
	return screen;
}

test.each(WIDTHS)('at %i px only the drawing for that width remains', async (width) => {
	await draw(width);
	const geometry = chooseGeometry('rest', width);
	const serves = `${geometry.from}-${servesUntil('rest', geometry) ?? ''}`;
	expect(drawings()[0]!.dataset.serves).toBe(serves);
	expect(isShown(drawings()[0]!)).toBe(true);
});

test('before hydration, container queries show exactly one drawing at every width', async () => {
	await draw(1180);
	const host = document.querySelector<HTMLElement>('.timeline')!;
	const scope = drawings()[0]!.className.replace('only', '').trim();
	for (const purpose of PURPOSES) {
		host.innerHTML = GEOMETRIES[purpose]
			.map(
				(geometry) =>
					`<div class="${scope}" data-serves="${geometry.from}-${servesUntil(purpose, geometry) ?? ''}">x</div>`
			)
			.join('');
		for (let width = 200; width <= 1400; width += 4) {
			host.style.width = `${width}px`;
			const shown = drawings().filter(isShown);
			expect(shown, `${purpose} at ${width}`).toHaveLength(1);
			const geometry = chooseGeometry(purpose, width);
			expect(shown[0]!.dataset.serves).toMatch(new RegExp(`^${geometry.from}-`));
		}
	}
});

test.each(WIDTHS)(
	'at %i px no label overlaps another label, a mark or the edge of the frame',
	async (width) => {
		await draw(width);
		const frame = document.querySelector('.timeline')!.getBoundingClientRect();
		const labels = [...document.querySelectorAll('[data-serves] text.label')].map((text) => ({
			name: text.textContent,
			link: text.closest('a'),
			box: text.getBoundingClientRect()
		}));
		const marks = [...document.querySelectorAll('[data-serves] a[data-event]')].flatMap((link) =>
			[...link.querySelectorAll('.solid, .edge, .hollow, .context')].map((shape) => ({
				name: link.getAttribute('aria-label'),
				link,
				box: shape.getBoundingClientRect()
			}))
		);
		expect(labels.length).toBeGreaterThan(5);
		for (const label of labels) {
			expect(label.box.left, label.name!).toBeGreaterThanOrEqual(frame.left - 1);
			expect(label.box.right, label.name!).toBeLessThanOrEqual(frame.right + 1);
			for (const other of [...labels, ...marks]) {
				if (other.link === label.link) continue;
				expect(overlap(label.box, other.box), `${label.name} over ${other.name}`).toBe(false);
			}
		}
	}
);

/** Ignores 2 px above and below: text boxes exceed their letters by about that much. */
function overlap(a: DOMRect, b: DOMRect): boolean {
	return (
		a.left < b.right - 0.5 &&
		b.left < a.right - 0.5 &&
		a.top + 2 < b.bottom - 2 &&
		b.top + 2 < a.bottom - 2
	);
}

test('each event is one link with a descriptive accessible name', async () => {
	await draw(1180);
	const links = [...document.querySelectorAll<SVGAElement>('[data-serves] a[data-event]')];
	expect(links.map(({ dataset }) => dataset.event).sort()).toEqual(
		dataset.events.map(({ id }) => id).sort()
	);
	const founding = dataset.events.find(({ id }) => id === 'founding')!;
	const name = links
		.find(({ dataset }) => dataset.event === 'founding')!
		.getAttribute('aria-label');
	expect(name).toMatch(`${founding.title}, 6 April 2010, happened, Company, `);
	expect(name).toMatch(new RegExp(`\\d+ of ${dataset.events.length}$`));
});

test('a click on a mark, or close to it, chooses its event', async () => {
	const onchoose = vi.fn();
	await draw(1180, { onchoose });
	const mark = document.querySelector('a[data-event="founding"] .solid')!;
	await userEvent.click(mark);
	expect(onchoose).toHaveBeenLastCalledWith('founding');

	const { left, top, height } = mark.getBoundingClientRect();
	const chart = document.querySelector('[data-serves] svg.chart')!;
	const near = { bubbles: true, clientX: left - 8, clientY: top + height / 2 };
	chart.dispatchEvent(new MouseEvent('click', near));
	expect(onchoose).toHaveBeenCalledTimes(2);
	expect(onchoose).toHaveBeenLastCalledWith('founding');
	chart.dispatchEvent(new MouseEvent('click', { ...near, clientX: left - 60, clientY: top + 300 }));
	expect(onchoose.mock.calls.length).toBeLessThanOrEqual(3);
});

test('the chart is one tab stop, and arrow keys move through time and between lanes', async () => {
	await draw(1180);
	const stops = () => document.querySelectorAll('[data-serves] a[tabindex="0"]');
	await expect.poll(() => stops().length).toBe(1);
	(stops()[0] as SVGAElement).focus();
	const focused = () => (document.activeElement as SVGAElement).dataset.event!;
	await userEvent.keyboard('{Home}');
	const lineOf = (id: string) => dataset.events.find((event) => event.id === id)!.lines[0];
	const startOf = (id: string) => dataset.events.find((event) => event.id === id)!.date.start;
	const first = focused();
	const visited = [first];
	for (let step = 0; step < 6; step++) {
		await userEvent.keyboard('{ArrowRight}');
		visited.push(focused());
	}
	expect(new Set(visited).size).toBe(7);
	await userEvent.keyboard('{End}');
	expect(startOf(focused()) > startOf(first)).toBe(true);
	const line = lineOf(focused());
	await userEvent.keyboard('{ArrowDown}');
	expect(lineOf(focused())).not.toBe(line);
	expect(stops()).toHaveLength(1);
});

test('hovering shows a tooltip with title, date and first quotation, and Escape closes it', async () => {
	await draw(1180);
	const event = dataset.events.find(({ id }) => id === 'founding')!;
	await userEvent.hover(document.querySelector('a[data-event="founding"] .solid')!);
	await expect.poll(() => document.querySelector('.card')?.textContent).toContain(event.title);
	const card = document.querySelector('.card')!;
	expect(card.textContent).toContain(event.date.label);
	expect(card.textContent).toContain(event.evidence[0]!.exact);
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => document.querySelector('.card')).toBeNull();
});

test('chips select several lines at once, and show all once none is pressed', async () => {
	const screen = await draw(1180);
	const shown = () => document.querySelectorAll('[data-serves] a[data-event]').length;
	const on = (...lines: string[]) =>
		dataset.events.filter((event) => event.lines.some((line) => lines.includes(line))).length;
	await screen.getByRole('button', { name: /^Balloons/ }).click();
	await expect.poll(shown).toBe(on('balloons'));
	await screen.getByRole('button', { name: /^Boats/ }).click();
	await expect.poll(shown).toBe(on('balloons', 'boats'));
	await expect.element(screen.getByText(new RegExp(`^${shown()} of`))).toBeVisible();
	await screen.getByRole('button', { name: /^Balloons/ }).click();
	await screen.getByRole('button', { name: /^Boats/ }).click();
	await expect.poll(shown).toBe(dataset.events.length);
});

test('an empty result names the filter and offers to clear it', async () => {
	const screen = await draw(1180, { filter: { q: 'xyz', lines: ['balloons'] } });
	await expect.element(screen.getByText('No events match “xyz” in Balloons.')).toBeVisible();
	await screen.getByRole('button', { name: 'Clear all filters' }).click();
	await expect
		.poll(() => document.querySelectorAll('[data-serves] a[data-event]').length)
		.toBe(dataset.events.length);
});

test('the legend explains only what is on screen', async () => {
	await draw(1180, { filter: { lines: ['boats'] } });
	const key = document.querySelector('.legend')!.textContent;
	expect(key).toContain('ongoing when last reported');
	expect(key).not.toContain('rumoured');
	expect(key).not.toContain('sources disagree');
});
