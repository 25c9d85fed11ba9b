import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { throttle } from '../../../src/lib/state/throttle.ts';

describe('paced work', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	test('is done at once, then at most once in its time, and a last time for what was asked for last', () => {
		const done: string[] = [];
		let asked = '';
		const work = throttle(() => done.push(asked), 100);
		for (const [what, wait] of [
			['a', 30],
			['b', 30],
			['c', 30],
			['d', 200],
			['e', 0]
		] as const) {
			asked = what;
			work();
			vi.advanceTimersByTime(wait);
		}
		expect(done).toEqual(['a', 'd', 'e']);
	});
});
