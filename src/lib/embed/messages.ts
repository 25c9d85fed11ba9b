/** What an embed tells its host: its height, in the words of each host's script, and what it shows. */

/** What a host's script said of itself in the frame's address. */
export interface Host {
	/** pym.js: the id of the element that holds the frame */
	childId?: string;
	/** WordPress: proves that a message belongs to this frame */
	secret?: string;
}

export interface Size {
	/** px */
	width: number;
	height: number;
}

/** @param address of the frame, as it was loaded: the query has pym.js's word, the fragment WordPress's */
export function readHost({ search, hash }: Pick<Location, 'search' | 'hash'>): Host {
	const childId = new URLSearchParams(search).get('childId')?.slice(0, 200) || undefined;
	return { childId, secret: /[?&]secret=([a-z\d]{1,64})$/i.exec(hash)?.[1] };
}

/**
 * A height as it is read by AMP's `amp-iframe`, our own `embed.js`, open-iframe-resizer, pym.js and WordPress. The latter
 * takes what is below 200 px for 200, and what is above 1000 px for 1000.
 */
export function heightMessages({ width, height }: Size, { childId, secret }: Host = {}): unknown[] {
	return [
		{ sentinel: 'amp', type: 'embed-size', height },
		{ type: 'timeline:height', height },
		{ type: 'iframe-resized', width, height },
		...(childId ? [['pym', childId, 'height', height].join(PYM)] : []),
		...(secret ? [{ message: 'height', value: height, secret }] : [])
	];
}

/** What stands between the parts of pym.js's messages. */
const PYM = 'xPYMx';

/** Whether a host asks for the height: its script has come later than the frame, or has resized it. */
export function isAsking(data: unknown, { childId, secret }: Host = {}): boolean {
	if (typeof data === 'string')
		return Boolean(childId) && data.startsWith(['pym', childId, 'width', ''].join(PYM));
	const { type, message, secret: told } = (data ?? {}) as Record<string, unknown>;
	if (message === 'ready') return Boolean(secret) && told === secret;
	return ASKING.includes(type);
}

const ASKING: unknown[] = ['timeline:height', 'iframe-child-init', 'iframe-get-child-dimensions'];

/** Tells the host something, if there is one. */
export function tell(message: unknown, host: Window = window.parent): void {
	if (host !== window) host.postMessage(message, '*');
}

/**
 * Hands on what the host asks for, besides the height.
 * @returns what ends it
 */
export function hearHost(
	hear: (message: unknown) => void,
	host: Window = window.parent
): (() => void) | void {
	if (host === window) return;
	const listen = ({ source, data }: MessageEvent<{ type?: unknown } | null>) => {
		if (source === host && ORDERS.includes(data?.type)) hear(data);
	};
	window.addEventListener('message', listen);
	return () => window.removeEventListener('message', listen);
}

const ORDERS: unknown[] = ['timeline:filter', 'timeline:select', 'timeline:show'];

/**
 * Tells the host how high the content is: now, whenever it changes by more than 1 px, and when it is asked.
 * @param element the wrapper of everything; its height must not depend on the frame's
 * @returns what ends it
 */
export function reportHeight(
	element: HTMLElement,
	host: Window = window.parent,
	words: Host = readHost(location)
): () => void {
	if (host === window) return () => {};
	let last = 0;
	const report = (isAsked: boolean) => {
		const { width, height: exact } = element.getBoundingClientRect();
		const height = Math.ceil(exact);
		// a frame that is hidden has no height to tell
		if (!height || (!isAsked && Math.abs(height - last) <= 1)) return;
		last = height;
		for (const message of heightMessages({ width: Math.ceil(width), height }, words))
			host.postMessage(message, '*');
	};
	// Not left to the observer: WordPress shows a frame only once it has told its height, and browsers observe nothing in
	// a frame that is not shown.
	report(false);
	const observer = new ResizeObserver(() => report(false));
	observer.observe(element);
	const answer = ({ source, data }: MessageEvent) => {
		if (source === host && isAsking(data, words)) report(true);
	};
	window.addEventListener('message', answer);
	return () => {
		observer.disconnect();
		window.removeEventListener('message', answer);
	};
}
