import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { throttle } from '../../../src/lib/state/throttle.ts';

describe('throttled work', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	test('runs at once, then at most once per interval, and a last time for the last request', () => {
		const done: string[] = [];
		let requested = '';
		const work = throttle(() => done.push(requested), 100);
		for (const [value, wait] of [
			['a', 30],
			['b', 30],
			['c', 30],
			['d', 200],
			['e', 0]
		] as const) {
			requested = value;
			work();
			vi.advanceTimersByTime(wait);
		}
		expect(done).toEqual(['a', 'd', 'e']);
	});
});
