import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { heightMessages, reportHeight } from '../../../src/lib/embed/messages.ts';

test('a height is told as AMP reads it, and as our own script does', () => {
	expect(heightMessages(321)).toEqual([
		{ sentinel: 'amp', type: 'embed-size', height: 321 },
		{ type: 'timeline:height', height: 321 }
	]);
});

describe('an embed', () => {
	/** Stands for the browser's: calls back when the test says so. */
	class FakeObserver {
		static last: FakeObserver | undefined;
		observed: Element[] = [];
		changed: () => void;
		constructor(callback: () => void) {
			this.changed = callback;
			FakeObserver.last = this;
		}
		observe(element: Element) {
			this.observed.push(element);
		}
		disconnect() {
			this.observed = [];
		}
	}
	let height = 0;
	const element = { getBoundingClientRect: () => ({ height }) } as HTMLElement;
	const postMessage = vi.fn();
	const host = { postMessage } as unknown as Window;
	const told = () =>
		postMessage.mock.calls.map(([message]) => message as { type: string; height: number });
	const become = (px: number) => {
		height = px;
		FakeObserver.last!.changed();
	};

	beforeEach(() => {
		FakeObserver.last = undefined;
		vi.stubGlobal('ResizeObserver', FakeObserver);
		vi.stubGlobal('window', { parent: host });
	});
	afterEach(() => {
		vi.unstubAllGlobals();
		postMessage.mockReset();
	});

	test('tells its host how high it is, to the next whole px', () => {
		reportHeight(element, host);
		become(320.4);
		expect(told()).toEqual(heightMessages(321));
		expect(postMessage.mock.calls.map(([, origin]) => origin as string)).toEqual(['*', '*']);
	});

	test('tells it again when it has become higher or lower', () => {
		reportHeight(element, host);
		for (const px of [300, 500, 200]) become(px);
		expect(told().map((message) => message.height)).toEqual([300, 300, 500, 500, 200, 200]);
	});

	test('says nothing of a change by 1 px, so that two frames do not rock each other', () => {
		reportHeight(element, host);
		for (const px of [300, 301, 300, 299, 300.6]) become(px);
		expect(told()).toHaveLength(2);
		become(302);
		expect(told().at(-1)!.height).toBe(302);
	});

	test('tells the window that holds it where no other is named', () => {
		reportHeight(element);
		become(300);
		expect(told()).toHaveLength(2);
	});

	test('says nothing where no other window holds it', () => {
		const end = reportHeight(element, window);
		expect(FakeObserver.last).toBeUndefined();
		expect(end()).toBeUndefined();
	});

	test('falls silent when it is ended', () => {
		const end = reportHeight(element, host);
		expect(FakeObserver.last!.observed).toEqual([element]);
		end();
		expect(FakeObserver.last!.observed).toEqual([]);
	});
});
