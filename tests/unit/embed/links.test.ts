/** Links in WordPress, whose sandbox keeps frames from following them. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reportLinks } from '../../../src/lib/embed/links.ts';

const SECRET = 'abc123';
const postMessage = vi.fn<(message: unknown, origin: string) => void>();
const host = { postMessage } as unknown as Window;

/** A link, as far as the listener looks at it. */
const linkTo = (href: string) => ({ href, host: new URL(href).host }) as HTMLAnchorElement;

let click: (event: object) => void;
const preventDefault = vi.fn();

beforeEach(() => {
	vi.stubGlobal('location', new URL('https://timeline.example/embed/'));
	const element = {
		addEventListener: (_type: string, listener: typeof click) => (click = listener)
	} as unknown as HTMLElement;
	const pageOf = ({ href }: HTMLAnchorElement) =>
		href.includes('article') ? '/event/e1/' : undefined;
	reportLinks(element, SECRET, pageOf, host);
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.clearAllMocks();
});

function press(link: HTMLAnchorElement | null, keys: object = {}) {
	click({ target: { closest: () => link }, defaultPrevented: false, preventDefault, ...keys });
}

const followed = () =>
	postMessage.mock.calls.map(([message]) => (message as { value: string }).value);

test('a link to the frame’s own site is followed by the host', () => {
	press(linkTo('https://timeline.example/?line=a'));
	expect(postMessage).toHaveBeenCalledExactlyOnceWith(
		{ message: 'link', value: 'https://timeline.example/?line=a', secret: SECRET },
		'*'
	);
	expect(preventDefault).toHaveBeenCalledOnce();
});

test('a link to another site leads to the page of its event', () => {
	press(linkTo('https://news.example/article'));
	expect(followed()).toEqual(['https://timeline.example/event/e1/']);
});

test('a link to another site outside of an event is left to the browser', () => {
	press(linkTo('https://news.example/'));
	press(null);
	expect(followed()).toEqual([]);
	expect(preventDefault).not.toHaveBeenCalled();
});

test.each(['ctrlKey', 'metaKey', 'shiftKey', 'altKey'])(
	'a click with %s opens a tab or a window, and does not take the reader’s page away',
	(key) => {
		press(linkTo('https://timeline.example/'), { [key]: true });
		expect(followed()).toEqual([]);
		expect(preventDefault).not.toHaveBeenCalled();
	}
);
