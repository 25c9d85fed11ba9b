/** Reads the pictures of events and the poster back from their SVG. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { drawEventCard, HEIGHT, WIDTH } from '../../../src/lib/export/event-card.ts';
import { measureText } from '../../../src/lib/layout/scale/text-width.ts';
import type { Timeline, TimelineEvent } from '../../../src/lib/model/types.ts';

const WORDS = { status: 'Announced', host: 'site.example' };

interface Text {
	text: string;
	left: number;
	right: number;
	y: number;
}

const squeeze = (text: string) => text.replaceAll(' ', '');

/** All texts with their positions, px, as written: transforms of groups are not applied. */
export function textsOf(svg: string): Text[] {
	return [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(
		([, attributes = '', inner = '']) => {
			const get = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
			const text = new XMLParser().parse(`<t>${inner.replace(/<\/?tspan[^>]*>/g, '')}</t>`) as {
				t: unknown;
			};
			const content = String(text.t);
			const width = measureText(
				content,
				Number(get('font-size')),
				Number(get('font-weight')) > 500
			);
			const x = Number(get('x'));
			const anchor = get('text-anchor') ?? 'start';
			const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
			return { text: content, left, right: left + width, y: Number(get('y')) };
		}
	);
}

/**
 * Checks that the picture of an event is well-formed, shows title and date, and keeps every text in the frame and clear
 * of the others.
 * @returns a sentence for each fault
 */
export function findCardFaults(event: TimelineEvent, timeline: Timeline): string[] {
	const svg = drawEventCard(event, timeline, WORDS);
	const texts = textsOf(svg);
	// a title without spaces is broken anywhere
	const all = squeeze(texts.map(({ text }) => text).join(''));
	const missing = [event.date.label, ...event.title.split(' ')].filter(
		(words) => !all.includes(squeeze(words))
	);
	const outside = texts.filter(
		({ text, left, right, y }) => text !== '?' && (left < 0 || right > WIDTH || y >= HEIGHT)
	);
	const overlaps = texts.flatMap((a, index) =>
		texts
			.slice(index + 1)
			.filter((b) => a.y === b.y && a.right > b.left && b.right > a.left)
			.map((b) => `“${a.text}” overlaps “${b.text}”`)
	);
	const last = Math.max(...texts.map(({ y }) => y).filter((y) => y > 160));
	const faults = [
		...(XMLValidator.validate(svg) === true ? [] : ['is not well-formed']),
		...(/NaN|undefined|Infinity/.exec(svg) ?? []),
		...missing.map((words) => `“${words}” is missing`),
		...outside.map(({ text }) => `“${text}” leaves the frame`),
		...overlaps,
		...(last < HEIGHT - 20 ? [] : ['has no margin below the last line'])
	];
	return faults.map((fault) => `${event.id}: ${fault}`);
}
