/** `mountTimeline` in hosts that are scaled, zoomed, resized, or in a shadow root. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import {
	mountTimeline,
	type MountedTimeline,
	type MountOptions,
	type TimelineInput
} from '../../src/lib/index.ts';

let host: HTMLElement;
let target: HTMLElement;
let mounted: MountedTimeline | null = null;

beforeEach(async () => {
	await page.viewport(1280, 700);
	document.body.style.margin = '0';
	// without animations, so that a test need not wait for their end
	await devtools().send('Emulation.setEmulatedMedia', {
		features: [{ name: 'prefers-reduced-motion', value: 'reduce' }]
	});
	// the mouse rests where another test left it, which may be on a mark
	await devtools().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 0, y: 0 });
	host = document.createElement('div');
	target = document.createElement('div');
	host.append(target);
	document.body.append(host);
});
afterEach(async () => {
	mounted?.destroy();
	mounted = null;
	host.remove();
	await devtools().send('Emulation.setEmulatedMedia', { features: [] });
});

/** Chrome DevTools Protocol, whose types Vitest does not have. */
const devtools = () =>
	cdp() as unknown as { send: (method: string, params: object) => Promise<unknown> };

const day = (i: number) => new Date(Date.UTC(2000, i, 10)).toISOString().slice(0, 10);

/** Events a month apart on one line; more than 56 are drawn on a canvas. */
function months(count: number, title = (i: number) => `Event ${i}`): TimelineInput {
	return {
		lines: [{ id: 'kites', label: 'Kites' }],
		events: Array.from({ length: count }, (_, i) => ({
			...{ id: `event-${i}`, title: title(i), lines: ['kites'], status: 'happened' as const },
			date: { start: day(i), end: day(i) }
		}))
	};
}

async function mount(timeline: TimelineInput, options?: MountOptions) {
	mounted = mountTimeline(target, timeline, options);
	await expect.poll(() => target.querySelectorAll('svg.chart').length).toBe(1);
	// d3-zoom is attached on the first event over the chart
	section().dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
	await frames(3);
	return mounted;
}

const section = () => target.querySelector<HTMLElement>('[data-timeline]')!;
const svg = () => target.querySelector<SVGSVGElement>('svg.chart')!;
const links = () => [...target.querySelectorAll<SVGElement>('a[data-event]')];
const idOf = (link: SVGElement) => link.dataset.event!;
const card = () => document.querySelector<HTMLElement>('[data-card]');

async function frames(count: number) {
	for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
}

/** Middle of a mark, without its label, in the viewport. */
function middleOf(link: Element): { x: number; y: number } {
	const { left, right, top, bottom } = link.querySelector('.solid')!.getBoundingClientRect();
	return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

const HOSTS = [
	['of its own size', ''],
	['with transform: scale(.5)', 'transform: scale(.5); transform-origin: 30% 20%;'],
	['with transform: scale(1.25)', 'transform: scale(1.25); transform-origin: 0 0; width: 800px;'],
	['with zoom: .6', 'zoom: .6;'],
	['with zoom: 1.5', 'zoom: 1.5;'],
	['with both', 'zoom: 1.5; transform: scale(.5);']
] as const;

describe.each(HOSTS)('in a host %s', (_, style) => {
	beforeEach(() => {
		host.style.cssText = style;
		target.style.width = '760px';
	});

	test('zooming with the wheel leaves the time under the pointer where it is', async () => {
		for (const index of [4, 15]) {
			mounted?.destroy();
			await mount(months(20));
			const id = idOf(links()[index]!);
			const at = middleOf(links()[index]!);
			for (let notch = 0; notch < 4; notch++)
				svg().dispatchEvent(
					new WheelEvent('wheel', {
						...{ bubbles: true, cancelable: true, ctrlKey: true, deltaY: -100, view: window },
						...{ clientX: at.x, clientY: at.y }
					})
				);
			await frames(3);
			const moved = links().find((link) => idOf(link) === id)!;
			expect(Math.abs(middleOf(moved).x - at.x)).toBeLessThan(1.5);
		}
	});

	const drag = (type: string, x: number, y: number, buttons = 1) =>
		new MouseEvent(type, {
			...{ bubbles: true, cancelable: true, view: window, buttons },
			...{ clientX: x, clientY: y }
		});

	/** Shows a part of the data, and returns a mark in it that can be dragged by 60 px. */
	async function zoomIn(): Promise<string> {
		mounted!.show('2000-06', '2001-03');
		await frames(3);
		const ids = links().map(idOf);
		return ids[Math.floor(ids.length / 2)]!;
	}
	const linkOf = (id: string) => links().find((link) => idOf(link) === id)!;

	test('a drag moves the chart by what the mouse moves', async () => {
		await mount(months(20));
		const id = await zoomIn();
		const { x, y } = middleOf(linkOf(id));
		svg().dispatchEvent(drag('mousedown', x, y));
		window.dispatchEvent(drag('mousemove', x + 30, y));
		window.dispatchEvent(drag('mousemove', x + 40, y));
		window.dispatchEvent(drag('mouseup', x + 40, y, 0));
		await frames(3);
		expect(Math.abs(middleOf(linkOf(id)).x - x - 40)).toBeLessThan(1.5);
	});

	test('a touch pans the chart by what the finger moves', async () => {
		await mount(months(20));
		const id = await zoomIn();
		const { x, y } = middleOf(linkOf(id));
		const touch = (type: string, at: number) =>
			svg().dispatchEvent(
				new PointerEvent(type, {
					...{ bubbles: true, pointerType: 'touch', pointerId: 7, isPrimary: true },
					...{ clientX: at, clientY: y }
				})
			);
		touch('pointerdown', x);
		for (const by of [12, 24, 40]) touch('pointermove', x + by);
		touch('pointerup', x + 40);
		await frames(3);
		expect(Math.abs(middleOf(linkOf(id)).x - x - 40)).toBeLessThan(1.5);
	});

	test('a handle of the brush follows the pointer', async () => {
		await mount(months(20));
		await zoomIn();
		const handle = target.querySelector<HTMLElement>('[data-part=start]')!;
		const middle = () => {
			const { left, right } = handle.getBoundingClientRect();
			return (left + right) / 2;
		};
		const [x, y] = [middle(), handle.getBoundingClientRect().top + 2];
		handle.setPointerCapture = target.querySelector<HTMLElement>('.brush')!.setPointerCapture =
			() => undefined;
		const move = (type: string, at: number, buttons = 1) =>
			handle.dispatchEvent(
				new PointerEvent(type, { bubbles: true, buttons, clientX: at, clientY: y })
			);
		move('pointerdown', x);
		move('pointermove', x + 20);
		await frames(2);
		expect(Math.abs(middle() - x - 20)).toBeLessThan(1.5);
		// no button is held any more: the release was not reported
		move('pointermove', x + 60, 0);
		await frames(2);
		expect(Math.abs(middle() - x - 20)).toBeLessThan(1.5);
	});

	test.each([20, 80])(
		'one of %i marks is chosen where it is drawn, beside its card',
		async (count) => {
			const onselect = vi.fn();
			await mount(
				months(count, () => 'T'),
				{ onselect }
			);
			const isCanvas = count > 56;
			await expect.poll(() => Boolean(target.querySelector('canvas'))).toBe(isCanvas);
			// the focus draws a mark in SVG, to find its position
			target.querySelector<SVGElement>('a[tabindex="0"]')!.focus();
			await userEvent.keyboard('{End}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
			const id = idOf(document.activeElement as SVGElement);
			const { x, y } = middleOf(document.activeElement!);
			await userEvent.keyboard('{Home}{Escape}');
			await expect.poll(card).toBeNull();

			const at = { bubbles: true, cancelable: true, clientX: x, clientY: y, view: window };
			const hitTarget = () => document.elementFromPoint(x, y)!;
			hitTarget().dispatchEvent(new PointerEvent('pointermove', at));
			hitTarget().dispatchEvent(new PointerEvent('pointerover', at));
			await expect.poll(() => card()?.textContent).toContain('T');
			await frames(2);
			const box = card()!.getBoundingClientRect();
			const mark = target.querySelector(`a[data-event=${id}]`)!.getBoundingClientRect();
			expect(Math.abs(box.left - mark.left)).toBeLessThan(2);
			expect(
				Math.min(Math.abs(box.top - mark.bottom), Math.abs(box.bottom - mark.top))
			).toBeLessThan(2);
			hitTarget().dispatchEvent(new PointerEvent('click', at));
			expect(onselect.mock.calls).toEqual([[id]]);
		}
	);
});

describe('a drag', () => {
	const mouse = (type: string, x: number, buttons: number) =>
		new MouseEvent(type, {
			...{ bubbles: true, cancelable: true, view: window, buttons },
			...{ clientX: x, clientY: 100 }
		});
	const place = (id: string) => middleOf(links().find((link) => idOf(link) === id)!).x;

	test('ends when the mouse comes back without a button, though its release was not reported', async () => {
		await mount(months(20));
		mounted!.show('2000-06', '2001-03');
		await frames(2);
		const id = 'event-9';
		const start = place(id);
		svg().dispatchEvent(mouse('mousedown', 600, 1));
		window.dispatchEvent(mouse('mousemove', 640, 1));
		await frames(2);
		expect(place(id) - start).toBeCloseTo(40, 0);
		for (const x of [700, 800, 300]) window.dispatchEvent(mouse('mousemove', x, 0));
		await frames(2);
		expect(place(id) - start).toBeCloseTo(40, 0);
		// and the next one begins where it is pressed
		svg().dispatchEvent(mouse('mousedown', 300, 1));
		window.dispatchEvent(mouse('mousemove', 330, 1));
		window.dispatchEvent(mouse('mouseup', 330, 0));
		await frames(2);
		expect(place(id) - start).toBeCloseTo(70, 0);
	});
});

describe('the canvas', () => {
	const canvas = () => target.querySelector('canvas')!;
	/** Headless Chromium tells pages of another ratio only if the size changes, too. */
	let height = 700;
	const metrics = (deviceScaleFactor: number) =>
		devtools().send('Emulation.setDeviceMetricsOverride', {
			...{ width: 1280, height: ++height, deviceScaleFactor, mobile: false }
		});
	afterEach(() => devtools().send('Emulation.clearDeviceMetricsOverride', {}));

	/** Colours of the canvas, without those at edges. */
	function painted(): Set<string> {
		const { width, height } = canvas();
		const { data } = canvas().getContext('2d')!.getImageData(0, 0, width, height);
		const colors = new Map<string, number>();
		for (let i = 0; i < data.length; i += 4) {
			if (data[i + 3] !== 255) continue;
			const color = data.slice(i, i + 3).join(' ');
			colors.set(color, (colors.get(color) ?? 0) + 1);
		}
		return new Set([...colors].filter(([, count]) => count > 100).map(([color]) => color));
	}

	test('is drawn anew when the number of device pixels per px changes', async () => {
		await metrics(1);
		await mount(months(80));
		const bitmap = () => canvas().width / canvas().getBoundingClientRect().width;
		await expect.poll(bitmap).toBeCloseTo(1, 1);
		for (const ratio of [2, 1.5, 1]) {
			await metrics(ratio);
			await expect.poll(() => devicePixelRatio).toBe(ratio);
			await expect.poll(bitmap).toBeCloseTo(ratio, 1);
			await expect.poll(() => painted().size).toBeGreaterThan(0);
		}
	});

	test('has the pixels of a host that is enlarged', async () => {
		host.style.cssText = 'zoom: 1.5; transform: scale(1.2); transform-origin: 0 0;';
		target.style.width = '600px';
		await mount(months(80));
		await expect
			.poll(() => canvas().width / canvas().getBoundingClientRect().width)
			.toBeCloseTo(devicePixelRatio, 1);
	});

	test('follows the theme, whatever changes it', async () => {
		const [light, dark] = ['51 48 43', '227 224 221'];
		await mount(months(80));
		await expect.poll(() => [...painted()]).toEqual([light]);
		for (const element of [host, target, document.body, document.documentElement]) {
			element.style.colorScheme = 'dark';
			await expect.poll(() => [...painted()]).toEqual([dark]);
			element.style.colorScheme = '';
			await expect.poll(() => [...painted()]).toEqual([light]);
		}
		await devtools().send('Emulation.setEmulatedMedia', {
			features: [{ name: 'prefers-color-scheme', value: 'dark' }]
		});
		await expect.poll(() => [...painted()]).toEqual([dark]);
	});
});

describe('a container', () => {
	test('that is resized across the breakpoints reports no error', async () => {
		const errors: string[] = [];
		const note = (event: ErrorEvent) => void errors.push(event.message);
		window.addEventListener('error', note);
		await mount(months(12));
		for (let width = 900; width > 240; width -= 20) {
			target.style.width = `${width}px`;
			await frames(1);
		}
		for (const width of [561, 559, 560, 1200, 300, 1119, 1120]) {
			target.style.width = `${width}px`;
			await frames(2);
		}
		window.removeEventListener('error', note);
		expect(errors).toEqual([]);
		expect(svg().getBoundingClientRect().right).toBeLessThan(1121);
	});

	test('with a wide font has the names of its lanes beside the plot, and not on its marks', async () => {
		target.style.cssText = 'width: 744px; --sans: monospace';
		const lines = [{ id: 'line', label: 'International' }];
		const { events } = months(12);
		await mount({ lines, events: events.map((event) => ({ ...event, lines: ['line'] })) });
		await frames(2);
		const name = target.querySelector('text.lane')!.getBoundingClientRect();
		const first = links()[0]!.getBoundingClientRect();
		expect(name.right).toBeLessThan(first.left);
		expect(name.left).toBeGreaterThanOrEqual(target.getBoundingClientRect().left);
	});

	test('whose text runs from right to left leaves the order of dates as it is', async () => {
		host.dir = 'rtl';
		await mount(months(2));
		const at = { bubbles: true, clientX: 200, clientY: 80 };
		links()[0]!.dispatchEvent(new PointerEvent('pointerover', at));
		await expect.poll(card).not.toBeNull();
		expect(getComputedStyle(card()!).direction).toBe('ltr');
		const buttons = [...target.querySelectorAll('button')];
		expect(buttons.length).toBeGreaterThan(0);
		for (const button of buttons) expect(getComputedStyle(button).direction).toBe('ltr');
	});

	test('with a title of 240 letters without a space shows all of it in the card', async () => {
		const title = 'Donaudampfschifffahrt'.repeat(12).slice(0, 240);
		for (const width of [1280, 390]) {
			await page.viewport(width, 700);
			mounted?.destroy();
			await mount(months(2, () => title));
			const at = { bubbles: true, clientX: 200, clientY: 80 };
			links()[0]!.dispatchEvent(new PointerEvent('pointerover', at));
			await expect.poll(card).not.toBeNull();
			await frames(2);
			const text = document.createRange();
			text.selectNodeContents(card()!.querySelector('.title')!);
			const [box, words] = [card()!, text].map((part) => part.getBoundingClientRect());
			expect(words!.left).toBeGreaterThanOrEqual(box!.left);
			expect(words!.right).toBeLessThanOrEqual(box!.right);
			expect(box!.right).toBeLessThanOrEqual(width);
		}
	});

	test('with a cluster of such titles shows all of them in its list', async () => {
		const title = 'Donaudampfschifffahrt'.repeat(12).slice(0, 240);
		const { lines, events } = months(30, () => title);
		const date = { start: '2012-05-01', end: '2012-05-01' };
		await mount({ lines, events: events.map((event) => ({ ...event, date })) });
		await userEvent.click(target.querySelector('[data-cluster] rect')!);
		const list = () => document.querySelector('[role=group][popover]');
		await expect.poll(list).not.toBeNull();
		for (const item of list()!.querySelectorAll('a'))
			expect(item.getBoundingClientRect().right).toBeLessThanOrEqual(
				list()!.getBoundingClientRect().right
			);
	});
});

describe('in a shadow root', () => {
	/** Where the styles are, as adopted style sheets: not in the document. */
	function attachStyled(): ShadowRoot {
		const root = host.attachShadow({ mode: 'open' });
		root.adoptedStyleSheets = styles.map((text) => {
			const sheet = new CSSStyleSheet();
			sheet.replaceSync(text);
			return sheet;
		});
		target = document.createElement('div');
		root.append(target);
		for (const style of document.querySelectorAll('style')) style.disabled = true;
		return root;
	}
	const styles = [...document.querySelectorAll('style')].map(({ textContent }) => textContent);
	afterEach(() => {
		for (const style of document.querySelectorAll('style')) style.disabled = false;
	});
	const colorOf = (selector: string) =>
		getComputedStyle(target.querySelector(selector)!).getPropertyValue('fill');

	test('the tokens apply: colours, sizes and fonts are right', async () => {
		attachStyled();
		await mount(months(12));
		expect(getComputedStyle(document.documentElement).getPropertyValue('--paper')).toBe('');
		expect(colorOf('a[data-event] .solid')).toBe('rgb(51, 48, 43)');
		expect(colorOf('text.label')).toBe('rgb(27, 25, 22)');
		const { fontSize, fontFamily } = getComputedStyle(target.querySelector('text.label')!);
		expect(fontSize).toBe('13px');
		expect(fontFamily).toContain('system-ui');
		host.style.colorScheme = 'dark';
		expect(colorOf('a[data-event] .solid')).toBe('rgb(227, 224, 221)');
	});

	test('labels are measured in the font that they have', async () => {
		const root = attachStyled();
		await mount(months(12, (i) => `A title of some length, number ${i}`));
		mounted!.show('2000-03', '2000-06');
		await frames(3);
		const frame = target.getBoundingClientRect();
		const labels = [...root.querySelectorAll('text.label')].map((label) =>
			label.getBoundingClientRect()
		);
		expect(labels.length).toBeGreaterThan(1);
		for (const { right } of labels) expect(right).toBeLessThanOrEqual(frame.right + 1);
	});

	test.each([12, 80])(
		'one of %i marks is shown in a card, which a press on it leaves',
		async (n) => {
			const root = attachStyled();
			await mount(months(n, () => 'T'));
			links()[0]!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
			const inside = () => root.querySelector('[data-card]');
			await expect.poll(() => inside()?.textContent).toContain('T');
			inside()!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
			await frames(2);
			expect(inside()).not.toBeNull();
			document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
			await expect.poll(inside).toBeNull();
		}
	);
});
