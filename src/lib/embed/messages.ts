/** What an embed and its host say to each other. */

/** A height, as AMP's `amp-iframe` and our own script read it; px. */
export function heightMessages(height: number): object[] {
	return [
		{ sentinel: 'amp', type: 'embed-size', height },
		{ type: 'timeline:height', height }
	];
}

/**
 * Tells the host how high the content is, now and whenever it changes by more than 1 px.
 * @param element the wrapper of everything; its height must not depend on the frame's
 * @returns what ends it
 */
export function reportHeight(element: HTMLElement, host: Window = window.parent): () => void {
	if (host === window) return () => {};
	let last = 0;
	const observer = new ResizeObserver(() => {
		const height = Math.ceil(element.getBoundingClientRect().height);
		if (Math.abs(height - last) <= 1) return;
		last = height;
		for (const message of heightMessages(height)) host.postMessage(message, '*');
	});
	observer.observe(element);
	return () => observer.disconnect();
}
