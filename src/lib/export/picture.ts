/** A picture of the chart as on screen, with its title, filter, key, sources and address. */
import type { TimelineEvent } from '../model/types.ts';
import * as m from '../language/messages.ts';
import { formatShortDay } from '../layout/scale/date-format.ts';
import { sourcesOf } from '../model/citation.ts';
import { DAY, formatDay, overlaps, spanOf, yearOf, type Span } from '../model/date.ts';
import type { Selection } from '../model/download.ts';
import { findWords } from './line-breaks.ts';
import { describeFilter, describeRange } from './describe.ts';
import { fontsOf, resolve, toHex } from './inline-styles.ts';
import { drawKey } from './picture-key.ts';
import { add, measureIn, setAll, SVG } from './svg-element.ts';

export interface Picture {
	svg: string;
	/** px */
	width: number;
	height: number;
}

/** Margin around the chart, px. */
const MARGIN = 28;
/** Line spacing from baseline to baseline, px. */
const LEADING = { title: 32, words: 20, foot: 17 };

/** @throws {Error} if no chart is visible in the page */
export function drawPicture(selection: Selection): Picture {
	const root = selection.chart();
	const drawing = [...(root?.querySelectorAll<SVGSVGElement>('svg[role=group]') ?? [])].find(
		(svg) => svg.checkVisibility()
	);
	if (!root || !drawing) throw new Error(m.no_chart());
	const width = root.offsetWidth + 2 * MARGIN;
	const svg = document.createElementNS(SVG, 'svg') as SVGSVGElement;
	const look = readLook(root);
	let y = MARGIN;

	const write = (text: string, size: number, leading: number, rest: Record<string, string>) => {
		for (const line of breakLines(text, width - 2 * MARGIN, `${size}px ${rest['font-family']}`)) {
			y += leading;
			const element = add(svg, 'text', {
				x: MARGIN,
				y: y - leading / 4,
				'font-size': size,
				...rest
			});
			element.textContent = line;
		}
	};
	const { timeline, filter } = selection;
	write(timeline.title, 26, LEADING.title, {
		'font-family': look.serif,
		'font-weight': '700',
		fill: look.ink
	});
	write(describeView(selection), 14, LEADING.words, { 'font-family': look.sans, fill: look.ink2 });

	y += 14;
	y += drawChart(svg, root, drawing, y);
	y += 12;
	const legend = selection.legend();
	if (legend) y += 6 + drawKey(svg, legend, { x: MARGIN, y, width: root.offsetWidth }, look);

	const quoted = new Set(sourcesOf(eventsInView(selection)));
	const sources = timeline.sources
		.filter(({ id }) => quoted.has(id))
		.map(({ publisher, publication }) => m.source_dated({ publisher, date: publication.label }));
	const foot = { 'font-family': look.sans, fill: look.mute };
	if (sources.length)
		write(m.picture_sources({ sources: sources.join(m.comma()) }), 12, LEADING.foot, foot);
	write(m.picture_terms(timeline), 12, LEADING.foot, foot);
	write(selection.address, 12, LEADING.foot, foot);

	const height = Math.ceil(y + MARGIN - 8);
	const paper = document.createElementNS(SVG, 'rect');
	setAll(paper, { width, height, fill: look.paper });
	const title = document.createElementNS(SVG, 'title');
	const part = describeFilter(filter, timeline);
	title.textContent = part ? m.title_and_part({ title: timeline.title, part }) : timeline.title;
	svg.prepend(title, paper);
	setAll(svg, { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
	return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

/** @param scale device pixels per px */
export async function toPng({ svg, width, height }: Picture, scale = 2): Promise<Blob> {
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image(width, height);
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = width * scale;
		canvas.height = height * scale;
		canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((done, fail) =>
			canvas.toBlob(
				(blob) => (blob ? done(blob) : fail(new Error(m.picture_too_large()))),
				'image/png'
			)
		);
	} finally {
		URL.revokeObjectURL(address);
	}
}

/** @returns height of the chart, px */
function drawChart(
	svg: SVGElement,
	root: HTMLElement,
	drawing: SVGSVGElement,
	top: number
): number {
	const scale = root.getBoundingClientRect().width / root.offsetWidth;
	const frame = ownBox(root, scale);
	const box = ownBox(drawing, scale);
	const padding = parseFloat(getComputedStyle(drawing).paddingLeft) || 0;
	const left = MARGIN + box.left - frame.left + padding;
	const group = add(svg, 'g', { transform: `translate(${left} ${top})` });
	const chart = resolve(drawing);
	if (chart) group.append(...chart.childNodes);
	for (const canvas of drawing.parentElement!.querySelectorAll('canvas')) {
		const place = ownBox(canvas, scale);
		add(svg, 'image', {
			href: canvas.toDataURL(),
			x: MARGIN + place.left - frame.left,
			y: top + place.top - box.top,
			width: place.width,
			height: place.height
		});
	}
	return box.height;
}

/** @param scale px of the viewport per own px, in a host that is scaled or zoomed @returns box of an element, own px */
function ownBox(element: Element, scale: number): DOMRect {
	const { x, y, width, height } = element.getBoundingClientRect();
	return new DOMRect(x / scale, y / scale, width / scale, height / scale);
}

/** `12 of 48 events · Tablets; announced · 2018 to 2021 · chart: 2010 to 2021` */
function describeView(selection: Selection): string {
	const { timeline, events, filter, window } = selection;
	const inView = eventsInView(selection).length;
	const all = { count: events.length };
	const count =
		inView < events.length ? m.events_of({ ...all, shown: inView }) : m.event_count(all);
	return [count, describeFilter(filter, timeline), describeRange(filter), describeWindow(window)]
		.filter(Boolean)
		.join(' · ');
}

function eventsInView({ events, window }: Selection): TimelineEvent[] {
	return events.filter(({ date }) => overlaps(spanOf(date), window));
}

/** The visible range: by years if it consists of whole years, else by days. */
function describeWindow({ start, end }: Span): string {
	const [first, last] = [formatDay(start), formatDay(end - DAY)];
	if (first.endsWith('-01-01') && last.endsWith('-12-31'))
		return m.chart_window({ from: yearOf(first), to: yearOf(last) });
	return m.chart_window({ from: formatShortDay(start), to: formatShortDay(end - DAY) });
}

interface Look {
	paper: string;
	ink: string;
	ink2: string;
	mute: string;
	serif: string;
	sans: string;
}

function readLook(root: HTMLElement): Look {
	const probe = document.createElement('span');
	root.append(probe);
	const color = (name: string) => {
		probe.style.color = `var(--${name})`;
		return toHex(getComputedStyle(probe).color);
	};
	const font = (name: string) => fontsOf(getComputedStyle(root).getPropertyValue(`--${name}`));
	const look = {
		paper: color('paper'),
		ink: color('ink'),
		ink2: color('ink2'),
		mute: color('mute'),
		serif: font('serif'),
		sans: font('sans')
	};
	probe.remove();
	return look;
}

/** @param width px @param font CSS shorthand @returns lines that fit the width; a word that does not is broken */
function breakLines(text: string, width: number, font: string): string[] {
	const measure = measureIn(font);
	const fits = (line: string) => measure(line) <= width;
	const lines = [''];
	for (const { word, start } of findWords(text)) {
		const last = lines.at(-1)!;
		const gap = last && text[start - 1] === ' ' ? ' ' : '';
		const longer = last + gap + word;
		if (fits(longer)) lines[lines.length - 1] = longer;
		else {
			if (last) lines.push('');
			for (const character of word) {
				const line = lines.at(-1)! + character;
				if (fits(line)) lines[lines.length - 1] = line;
				else lines.push(character);
			}
		}
	}
	return lines;
}
