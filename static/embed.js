// Sets the height of the timeline's frames to that of their content, and creates frames in <div data-timeline-embed> and
// <company-timeline>. Without this script, frames keep the height in their HTML.
(() => {
	const script = document.currentScript ?? document.querySelector('script[src$="/embed.js"]');
	const site = new URL('.', script.src);
	const key = Symbol.for(`timeline ${site}`);
	if (window[key]) return window[key](); // already loaded: start again

	const PARAMETERS = [
		'line',
		'status',
		'source',
		'from',
		'to',
		'q',
		'view',
		'event',
		'theme',
		'plain',
		'lang'
	];
	const MAX_HEIGHT = 20000; // px

	/** The frame that sent a message, if the origin is the frame's own, or "null" from a sandboxed frame. */
	function frameOf({ source, origin }) {
		const frame = [...document.querySelectorAll('iframe')].find(
			(iframe) => iframe.contentWindow === source
		);
		if (!frame?.src) return;
		const own = new URL(frame.src).origin;
		if (origin === own || (origin === 'null' && frame.hasAttribute('sandbox'))) return frame;
	}

	addEventListener('message', (event) => {
		const { type, height } = event.data ?? {};
		if (type !== 'timeline:height' || !(height > 0 && height < MAX_HEIGHT)) return;
		const frame = frameOf(event);
		if (!frame || Math.abs(height - frame.clientHeight) <= 1) return;
		const border = frame.offsetHeight - frame.clientHeight;
		const isWithBorder = getComputedStyle(frame).boxSizing === 'border-box';
		frame.style.height = `${height + (isWithBorder ? border : 0)}px`;
	});

	/** Prepends a frame to the element's content; its attributes become parameters of the frame's address. */
	function fill(element) {
		const { dataset } = element;
		if (dataset.filled) return;
		const read = (name) => element.getAttribute(name) ?? element.getAttribute(`data-${name}`);
		const address = new URL(dataset.timelineEmbed || read('src') || 'embed/', site);
		if (address.origin !== site.origin) return;
		for (const name of PARAMETERS)
			if (read(name) !== null) address.searchParams.set(name, read(name) || '1');
		const frame = document.createElement('iframe');
		frame.src = address;
		frame.title = read('title') || element.textContent.trim() || 'Timeline';
		frame.width = '100%';
		frame.height = parseInt(read('height')) || 480;
		frame.loading = 'lazy';
		frame.allow = 'clipboard-write';
		frame.style.border = 0;
		dataset.filled = '';
		element.style.display = 'block';
		element.prepend(frame);
	}

	/** Fills new elements, and requests the height from frames that may have sent it before this script listened. */
	function start() {
		document.querySelectorAll('[data-timeline-embed]').forEach(fill);
		for (const frame of document.querySelectorAll('iframe'))
			if (frame.src.startsWith(site.href))
				frame.contentWindow?.postMessage({ type: 'timeline:height' }, '*');
	}

	window[key] = start;
	const ELEMENT = 'company-timeline';
	if (!customElements.get(ELEMENT))
		customElements.define(
			ELEMENT,
			class extends HTMLElement {
				connectedCallback() {
					fill(this);
				}
			}
		);
	start();
	addEventListener('DOMContentLoaded', start);
})();
