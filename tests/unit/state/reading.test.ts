import { afterEach, describe, expect, test, vi } from 'vitest';
import { Reading } from '../../../src/lib/state/reading.svelte.ts';

type Change = Pick<IntersectionObserverEntry, 'isIntersecting'> & {
	boundingClientRect: { bottom: number };
};
let report: (changes: Change[]) => void;

afterEach(() => vi.unstubAllGlobals());

function watch(): Reading {
	vi.stubGlobal(
		'IntersectionObserver',
		class {
			constructor(callback: typeof report) {
				report = callback;
			}
			observe() {}
			disconnect() {}
		}
	);
	const reading = new Reading();
	void reading.sentinel({} as Element);
	return reading;
}
const inView: Change = { isIntersecting: true, boundingClientRect: { bottom: 400 } };
const above: Change = { isIntersecting: false, boundingClientRect: { bottom: -10 } };
const below: Change = { isIntersecting: false, boundingClientRect: { bottom: 2000 } };

describe('the chart becomes the bar', () => {
	test('once its end has left the viewport at the top, until it is back', () => {
		const reading = watch();
		report([inView]);
		expect(reading.stuck).toBe(false);
		report([above]);
		expect(reading.stuck).toBe(true);
		report([inView]);
		expect(reading.stuck).toBe(false);
		report([below]);
		expect(reading.stuck).toBe(false);
	});

	test('according to the last of several entries that a busy browser reports at once', () => {
		const reading = watch();
		report([inView, above]);
		expect(reading.stuck).toBe(true);
		report([above, inView]);
		expect(reading.stuck).toBe(false);
	});
});
