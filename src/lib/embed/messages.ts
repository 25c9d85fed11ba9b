/** Messages between an embed and its host: the height, in the protocol of each host's script, and the view. */

/** Parameters that a host's script adds to the frame's address. */
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

/** @param location of the frame as loaded: pym.js uses the query, WordPress the fragment */
export function readHost({ search, hash }: Pick<Location, 'search' | 'hash'>): Host {
	const childId = new URLSearchParams(search).get('childId')?.slice(0, 200) || undefined;
	return { childId, secret: /[?&]secret=([a-z\d]{1,64})$/i.exec(hash)?.[1] };
}

/**
 * A height in the formats of AMP's `amp-iframe`, our own `embed.js`, open-iframe-resizer, pym.js and WordPress, which
 * clamps it to 200–1000 px.
 */
export function heightMessages({ width, height }: Size, { childId, secret }: Host = {}): unknown[] {
	return [
		{ sentinel: 'amp', type: 'embed-size', height },
		{ type: 'timeline:height', height },
		{ type: 'iframe-resized', width, height },
		...(childId ? [['pym', childId, 'height', height].join(PYM_SEPARATOR)] : []),
		...(secret ? [{ message: 'height', value: height, secret }] : [])
	];
}

/** Separates the parts of pym.js's messages. */
const PYM_SEPARATOR = 'xPYMx';

/** Whether a message requests the height, as host scripts do that load after the frame or have resized it. */
export function isHeightRequest(data: unknown, { childId, secret }: Host = {}): boolean {
	if (typeof data === 'string')
		return Boolean(childId) && data.startsWith(['pym', childId, 'width', ''].join(PYM_SEPARATOR));
	const { type, message, secret: sentSecret } = (data ?? {}) as Record<string, unknown>;
	if (message === 'ready') return Boolean(secret) && sentSecret === secret;
	return HEIGHT_REQUESTS.includes(type);
}

const HEIGHT_REQUESTS: unknown[] = [
	'timeline:height',
	'iframe-child-init',
	'iframe-get-child-dimensions'
];

/** Posts a message to the host, if the page is framed. */
export function postToHost(message: unknown, host: Window = window.parent): void {
	if (host !== window) host.postMessage(message, '*');
}

/**
 * Passes on the host's commands, other than requests for the height.
 * @returns a function that removes the listener; undefined if the page is not framed
 */
export function listenToHost(
	hear: (message: unknown) => void,
	host: Window = window.parent
): (() => void) | void {
	if (host === window) return;
	const listen = ({ source, data }: MessageEvent<{ type?: unknown } | null>) => {
		if (source === host && COMMANDS.includes(data?.type)) hear(data);
	};
	window.addEventListener('message', listen);
	return () => window.removeEventListener('message', listen);
}

const COMMANDS: unknown[] = ['timeline:filter', 'timeline:select', 'timeline:show'];

/**
 * Reports the content's height to the host: at once, whenever it changes by more than 1 px, and on request.
 * @param element the wrapper of all content; its height must not depend on the frame's
 * @returns a function that stops reporting
 */
export function reportHeight(
	element: HTMLElement,
	host: Window = window.parent,
	parameters: Host = readHost(location)
): () => void {
	if (host === window) return () => {};
	let last = 0;
	const report = (isAsked: boolean) => {
		const { width, height: exact } = element.getBoundingClientRect();
		const height = Math.ceil(exact);
		// a hidden frame has no height
		if (!height || (!isAsked && Math.abs(height - last) <= 1)) return;
		last = height;
		for (const message of heightMessages({ width: Math.ceil(width), height }, parameters))
			host.postMessage(message, '*');
	};
	// Not left to the observer: WordPress shows a frame only after its first height message, and in a hidden frame
	// browsers deliver no observations.
	report(false);
	const observer = new ResizeObserver(() => report(false));
	observer.observe(element);
	// Nor in a frame out of view, which WordPress resizes when it shows it. The chart is resized first.
	const resized = () => setTimeout(report, 0, false);
	window.addEventListener('resize', resized);
	const answer = ({ source, data }: MessageEvent) => {
		if (source === host && isHeightRequest(data, parameters)) report(true);
	};
	window.addEventListener('message', answer);
	return () => {
		observer.disconnect();
		window.removeEventListener('resize', resized);
		window.removeEventListener('message', answer);
	};
}
