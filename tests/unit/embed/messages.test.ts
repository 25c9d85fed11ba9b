import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
	hearHost,
	heightMessages,
	isAsking,
	readHost,
	reportHeight,
	tell
} from '../../../src/lib/embed/messages.ts';

test('a height is told as AMP, our own script and open-iframe-resizer read it', () => {
	expect(heightMessages({ width: 600, height: 321 })).toEqual([
		{ sentinel: 'amp', type: 'embed-size', height: 321 },
		{ type: 'timeline:height', height: 321 },
		{ type: 'iframe-resized', width: 600, height: 321 }
	]);
});

test('it is told to pym.js and WordPress when they are there', () => {
	const host = { childId: 'chart', secret: 'abcDEF1234' };
	expect(heightMessages({ width: 600, height: 321 }, host).slice(3)).toEqual([
		'pymxPYMxchartxPYMxheightxPYMx321',
		{ message: 'height', value: 321, secret: 'abcDEF1234' }
	]);
});

test('a host is known by the frame’s address', () => {
	expect(readHost({ search: '', hash: '' })).toEqual({});
	expect(readHost({ search: '?line=miui&childId=chart', hash: '#?secret=abcDEF1234' })).toEqual({
		childId: 'chart',
		secret: 'abcDEF1234'
	});
	for (const hash of ['#?secret=', '#?secret=a"b', '#secret=abc', `#?secret=${'a'.repeat(99)}`])
		expect(readHost({ search: '?childId=', hash })).toEqual({});
});

test('a host that comes late may ask', () => {
	const host = { childId: 'chart', secret: 'abcDEF1234' };
	for (const data of [
		{ type: 'timeline:height' },
		{ type: 'iframe-child-init' },
		{ type: 'iframe-get-child-dimensions' },
		{ message: 'ready', secret: 'abcDEF1234' },
		'pymxPYMxchartxPYMxwidthxPYMx600'
	])
		expect(isAsking(data, host)).toBe(true);
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
		expect(isAsking(data, host)).toBe(false);
	expect(isAsking({ message: 'ready' })).toBe(false);
	expect(isAsking('pymxPYMxundefinedxPYMxwidthxPYMx600')).toBe(false);
});

describe('somebody else’s words', () => {
	/** Also what is nearly right. */
	const words = fc.oneof(
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

	test('ask for the height, or don’t, whatever they are', () => {
		fc.assert(
			fc.property(words, fc.string(), fc.string(), (data, childId, secret) => {
				expect(typeof isAsking(data)).toBe('boolean');
				expect(typeof isAsking(data, { childId, secret })).toBe('boolean');
			})
		);
	});

	test('in the frame’s address become a short id and letters, or nothing', () => {
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
	const element = {
		getBoundingClientRect: () => ({ width: 600, height })
	} as HTMLElement;
	const messagesOf = (px: number) => heightMessages({ width: 600, height: px });
	const once = messagesOf(0).length;
	let listeners: ((event: unknown) => void)[] = [];
	const postMessage = vi.fn();
	const host = { postMessage } as unknown as Window;
	const told = () =>
		postMessage.mock.calls.map(([message]) => message as { type: string; height: number });
	const become = (px: number) => {
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
				(listeners = listeners.filter((one) => one !== listen))
		});
	});
	afterEach(() => {
		vi.unstubAllGlobals();
		postMessage.mockReset();
	});

	test('tells its host how high it is, to the next whole px', () => {
		reportHeight(element, host);
		become(320.4);
		expect(told()).toEqual(messagesOf(321));
		expect(new Set(postMessage.mock.calls.map(([, origin]) => origin as string))).toEqual(
			new Set(['*'])
		);
	});

	test('does so at once: nothing is observed in a frame that its host has yet to show', () => {
		height = 320.4;
		reportHeight(element, host);
		expect(told()).toEqual(messagesOf(321));
		FakeObserver.last!.changed();
		expect(told()).toHaveLength(once);
	});

	test('tells it again when it has become higher or lower', () => {
		reportHeight(element, host);
		for (const px of [300, 500, 200]) become(px);
		expect(told()).toEqual([300, 500, 200].flatMap(messagesOf));
	});

	test('says nothing of a change by 1 px, so that two frames do not rock each other', () => {
		reportHeight(element, host);
		for (const px of [300, 301, 300, 299, 300.6]) become(px);
		expect(told()).toHaveLength(once);
		become(302);
		expect(told().at(-1)!.height).toBe(302);
	});

	test('tells the window that holds it where no other is named', () => {
		reportHeight(element);
		become(300);
		expect(told()).toHaveLength(once);
	});

	test('says nothing while it is hidden', () => {
		reportHeight(element, host);
		become(0);
		expect(told()).toEqual([]);
		become(300);
		expect(told()).toHaveLength(once);
	});

	test('answers its host, and nobody else', () => {
		reportHeight(element, host);
		become(300);
		const ask = (source: unknown) =>
			listeners.forEach((listen) => listen({ source, data: { type: 'timeline:height' } }));
		ask({});
		expect(told()).toHaveLength(once);
		ask(host);
		expect(told()).toHaveLength(2 * once);
	});

	test('hears what its host asks for, and nobody else', () => {
		const hear = vi.fn();
		const end = hearHost(hear, host)!;
		const say = (source: unknown, data: unknown) =>
			listeners.forEach((listen) => listen({ source, data }));
		const wish = { type: 'timeline:select', event: null };
		say({}, wish);
		for (const data of [null, 7, 'timeline:select', { type: 'timeline:height' }]) say(host, data);
		expect(hear).not.toHaveBeenCalled();
		say(host, wish);
		expect(hear).toHaveBeenCalledExactlyOnceWith(wish);
		end();
		expect(listeners).toEqual([]);
		expect(hearHost(hear, window)).toBeUndefined();
	});

	test('tells other things, too, if somebody holds it', () => {
		tell({ type: 'timeline:select', event: null }, host);
		expect(told()).toEqual([{ type: 'timeline:select', event: null }]);
		tell('nothing', window);
		expect(told()).toHaveLength(1);
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
		expect(listeners).toEqual([]);
	});
});
