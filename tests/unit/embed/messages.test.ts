import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
	listenToHost,
	heightMessages,
	isHeightRequest,
	readHost,
	reportHeight,
	postToHost
} from '../../../src/lib/embed/messages.ts';

test('the height is sent in the formats of AMP, embed.js and open-iframe-resizer', () => {
	expect(heightMessages({ width: 600, height: 321 })).toEqual([
		{ sentinel: 'amp', type: 'embed-size', height: 321 },
		{ type: 'timeline:height', height: 321 },
		{ type: 'iframe-resized', width: 600, height: 321 }
	]);
});

test('the height is also sent to a pym.js or WordPress host', () => {
	const host = { childId: 'chart', secret: 'abcDEF1234' };
	expect(heightMessages({ width: 600, height: 321 }, host).slice(3)).toEqual([
		'pymxPYMxchartxPYMxheightxPYMx321',
		{ message: 'height', value: 321, secret: 'abcDEF1234' }
	]);
});

test('the host is identified by the frame’s address', () => {
	expect(readHost({ search: '', hash: '' })).toEqual({});
	expect(readHost({ search: '?line=kites&childId=chart', hash: '#?secret=abcDEF1234' })).toEqual({
		childId: 'chart',
		secret: 'abcDEF1234'
	});
	for (const hash of ['#?secret=', '#?secret=a"b', '#secret=abc', `#?secret=${'a'.repeat(99)}`])
		expect(readHost({ search: '?childId=', hash })).toEqual({});
});

test('a host that loads late can request the height', () => {
	const host = { childId: 'chart', secret: 'abcDEF1234' };
	for (const data of [
		{ type: 'timeline:height' },
		{ type: 'iframe-child-init' },
		{ type: 'iframe-get-child-dimensions' },
		{ message: 'ready', secret: 'abcDEF1234' },
		'pymxPYMxchartxPYMxwidthxPYMx600'
	])
		expect(isHeightRequest(data, host)).toBe(true);
	for (const data of [
		null,
		7,
		'',
		[],
		{ type: 'timeline:filter' },
		{ message: 'ready' },
		{ message: 'ready', secret: 'other' },
		'pymxPYMxotherxPYMxwidthxPYMx600'
	])
		expect(isHeightRequest(data, host)).toBe(false);
	expect(isHeightRequest({ message: 'ready' })).toBe(false);
	expect(isHeightRequest('pymxPYMxundefinedxPYMxwidthxPYMx600')).toBe(false);
});

describe('untrusted input', () => {
	/** Arbitrary values, including almost valid messages. */
	const messages = fc.oneof(
		fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
		fc.record({
			type: fc.constantFrom('timeline:height', '__proto__', 'toString'),
			message: fc.constantFrom('ready', 'height', null),
			secret: fc.anything()
		}),
		fc
			.array(fc.constantFrom('pym', 'chart', 'width', 'xPYMx', '600'))
			.map((parts) => parts.join(''))
	);

	test('is classified as a request or not, without an error', () => {
		fc.assert(
			fc.property(messages, fc.string(), fc.string(), (data, childId, secret) => {
				expect(typeof isHeightRequest(data)).toBe('boolean');
				expect(typeof isHeightRequest(data, { childId, secret })).toBe('boolean');
			})
		);
	});

	test('in the frame’s address yields a bounded id and secret, or nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.webFragments(), (childId, fragment) => {
				const { search } = new URL(`http://a/?${new URLSearchParams({ childId }).toString()}`);
				const host = readHost({ search, hash: `#${fragment}` });
				expect(host.childId ?? '').toBe(childId.slice(0, 200));
				expect(host.secret ?? 'a').toMatch(/^[a-z\d]{1,64}$/i);
			})
		);
		const long = 'x'.repeat(1e6);
		expect(readHost({ search: `?childId=${long}`, hash: `#?secret=${long}` })).toEqual({
			childId: 'x'.repeat(200),
			secret: undefined
		});
	});
});

describe('an embed', () => {
	/** Stub of ResizeObserver that calls back on demand. */
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
	const element = {
		getBoundingClientRect: () => ({ width: 600, height })
	} as HTMLElement;
	const messagesOf = (px: number) => heightMessages({ width: 600, height: px });
	const perReport = messagesOf(0).length;
	let listeners: ((event: unknown) => void)[] = [];
	const postMessage = vi.fn();
	const host = { postMessage } as unknown as Window;
	const sent = () =>
		postMessage.mock.calls.map(([message]) => message as { type: string; height: number });
	const resizeTo = (px: number) => {
		height = px;
		FakeObserver.last!.changed();
	};

	beforeEach(() => {
		height = 0;
		FakeObserver.last = undefined;
		vi.stubGlobal('ResizeObserver', FakeObserver);
		listeners = [];
		vi.stubGlobal('location', { search: '', hash: '' });
		vi.stubGlobal('window', {
			parent: host,
			addEventListener: (_: string, listen: (event: unknown) => void) => listeners.push(listen),
			removeEventListener: (_: string, listen: (event: unknown) => void) =>
				(listeners = listeners.filter((other) => other !== listen))
		});
	});
	afterEach(() => {
		vi.unstubAllGlobals();
		postMessage.mockReset();
	});

	test('reports its height to its host, rounded up to whole px', () => {
		reportHeight(element, host);
		resizeTo(320.4);
		expect(sent()).toEqual(messagesOf(321));
		expect(new Set(postMessage.mock.calls.map(([, origin]) => origin as string))).toEqual(
			new Set(['*'])
		);
	});

	test('reports at once, because browsers observe nothing in a frame that is not shown yet', () => {
		height = 320.4;
		reportHeight(element, host);
		expect(sent()).toEqual(messagesOf(321));
		FakeObserver.last!.changed();
		expect(sent()).toHaveLength(perReport);
	});

	test('reports again when its height changes', () => {
		reportHeight(element, host);
		for (const px of [300, 500, 200]) resizeTo(px);
		expect(sent()).toEqual([300, 500, 200].flatMap(messagesOf));
	});

	test('ignores a change of 1 px, so that two frames do not oscillate', () => {
		reportHeight(element, host);
		for (const px of [300, 301, 300, 299, 300.6]) resizeTo(px);
		expect(sent()).toHaveLength(perReport);
		resizeTo(302);
		expect(sent().at(-1)!.height).toBe(302);
	});

	test('reports to its parent window by default', () => {
		reportHeight(element);
		resizeTo(300);
		expect(sent()).toHaveLength(perReport);
	});

	test('reports nothing while it is hidden', () => {
		reportHeight(element, host);
		resizeTo(0);
		expect(sent()).toEqual([]);
		resizeTo(300);
		expect(sent()).toHaveLength(perReport);
	});

	test('answers requests from its host only', () => {
		reportHeight(element, host);
		resizeTo(300);
		const ask = (source: unknown) =>
			listeners.forEach((listen) => listen({ source, data: { type: 'timeline:height' } }));
		ask({});
		expect(sent()).toHaveLength(perReport);
		ask(host);
		expect(sent()).toHaveLength(2 * perReport);
	});

	test('receives commands from its host only', () => {
		const handle = vi.fn();
		const end = listenToHost(handle, host)!;
		const post = (source: unknown, data: unknown) =>
			listeners.forEach((listen) => listen({ source, data }));
		const command = { type: 'timeline:select', event: null };
		post({}, command);
		for (const data of [null, 7, 'timeline:select', { type: 'timeline:height' }]) post(host, data);
		expect(handle).not.toHaveBeenCalled();
		post(host, command);
		expect(handle).toHaveBeenCalledExactlyOnceWith(command);
		end();
		expect(listeners).toEqual([]);
		expect(listenToHost(handle, window)).toBeUndefined();
	});

	test('sends other messages only if it is in a frame', () => {
		postToHost({ type: 'timeline:select', event: null }, host);
		expect(sent()).toEqual([{ type: 'timeline:select', event: null }]);
		postToHost('nothing', window);
		expect(sent()).toHaveLength(1);
	});

	test('reports nothing outside a frame', () => {
		const end = reportHeight(element, window);
		expect(FakeObserver.last).toBeUndefined();
		expect(end()).toBeUndefined();
	});

	test('stops observing and listening when ended', () => {
		const end = reportHeight(element, host);
		expect(FakeObserver.last!.observed).toEqual([element]);
		end();
		expect(FakeObserver.last!.observed).toEqual([]);
		expect(listeners).toEqual([]);
	});
});
