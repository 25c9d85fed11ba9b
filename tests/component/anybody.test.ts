/** `mountTimeline` given arbitrary input: it is refused before anything is drawn, or all of it is drawn. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mountTimeline, type TimelineInput } from '../../src/lib/index.ts';
import { anyInputs, validInputs } from '../inputs.ts';
import { runs } from '../property.ts';
import { eventOf, LINES, small } from './mounted.ts';

let target: HTMLElement;

beforeEach(async () => {
	await page.viewport(1280, 900);
	target = document.createElement('div');
	document.body.append(target);
});
afterEach(() => target.remove());

/** @returns the error of `mountTimeline`; null if it drew */
function faultOf(input: unknown): unknown {
	try {
		const { destroy } = mountTimeline(target, input as TimelineInput);
		destroy();
		return null;
	} catch (error) {
		return error;
	}
}

test('whatever is refused names its record, and draws nothing', () => {
	let refused = 0;
	fc.assert(
		fc.property(anyInputs, (input) => {
			const elements = document.querySelectorAll('*').length;
			const fault = faultOf(input);
			target.replaceChildren();
			if (!fault) return;
			refused++;
			expect(fault).toBeInstanceOf(TypeError);
			expect((fault as TypeError).message).toMatch(
				/^(?:(?:events|lines)\[\d+\](?: \(".+"\))? |A timeline needs "lines" and "events").+\.$/s
			);
			expect(document.querySelectorAll('*').length).toBe(elements);
		}),
		runs(150)
	);
	expect(refused).toBeGreaterThan(10);
});

test('whatever is accepted is drawn whole, at every width', async () => {
	const inputs = fc.sample(validInputs, { numRuns: runs(60).numRuns, seed: 1 });
	for (const [i, input] of inputs.entries()) {
		target.style.width = `${[320, 700, 1280][i % 3]}px`;
		const { destroy } = mountTimeline(target, input);
		const marks = [...target.querySelectorAll<SVGElement>('a[data-event]')];
		const clusters = [...target.querySelectorAll<SVGElement>('[data-cluster]')];
		const drawn = [
			...marks.map(({ dataset }) => dataset.event!),
			...clusters.flatMap(({ dataset }) => dataset.events!.split(' '))
		];
		expect(new Set(drawn)).toEqual(new Set(input.events.map(({ id }) => id)));
		if (!input.events.length) expect(target.textContent).toContain('There are no events.');
		expect(target.textContent + target.innerHTML).not.toMatch(/NaN|undefined|Invalid/);
		destroy();
		await expect.poll(() => target.childNodes.length).toBe(0);
	}
});

test.each<[string, unknown, string]>([
	[
		'two events of one id',
		{ events: [eventOf('a', '2012-05-01'), eventOf('a', '2013-05-01')] },
		'events[1] ("a") has the "id" of another.'
	],
	[
		'two lines of one id',
		{ lines: [...LINES, LINES[0]] },
		'lines[2] ("kites") has the "id" of another.'
	],
	['no event', { events: [null] }, 'events[0] is not an object: null.'],
	['no label', { lines: [{ id: 'kites' }] }, 'lines[0] ("kites") has no "label".']
])('is refused: %s', (_, change, sentence) => {
	expect(() => mountTimeline(target, { ...small(), ...(change as object) })).toThrow(
		new TypeError(sentence)
	);
	expect(target.childNodes).toHaveLength(0);
});

test('80 events of which two have one id are refused, too', () => {
	const events = Array.from({ length: 80 }, (_, i) => eventOf(`event-${i % 79}`, '2012-05-01'));
	expect(() => mountTimeline(target, { lines: LINES, events })).toThrow(
		new TypeError('events[79] ("event-0") has the "id" of another.')
	);
	expect(target.childNodes).toHaveLength(0);
});
