// Gives the timeline's frames their height, and makes frames of <div data-timeline-embed> and of <company-timeline>.
// Without it they have the height that they were pasted with.
(() => {
	const script = document.currentScript ?? document.querySelector('script[src$="/embed.js"]');
	const site = new URL('.', script.src);
	const key = Symbol.for(`timeline ${site}`);
	if (window[key]) return window[key](); // it has been pasted before

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
	const HIGHEST = 20000; // px

	/** The frame that a message comes from, if that may speak for itself: one in a sandbox has the origin "null". */
	function frameOf({ source, origin }) {
		const frame = [...document.querySelectorAll('iframe')].find(
			(one) => one.contentWindow === source
		);
		if (!frame?.src) return;
		const own = new URL(frame.src).origin;
		if (origin === own || (origin === 'null' && frame.hasAttribute('sandbox'))) return frame;
	}

	addEventListener('message', (event) => {
		const { type, height } = event.data ?? {};
		if (type !== 'timeline:height' || !(height > 0 && height < HIGHEST)) return;
		const frame = frameOf(event);
		if (!frame || Math.abs(height - frame.clientHeight) <= 1) return;
		const border = frame.offsetHeight - frame.clientHeight;
		const isWithBorder = getComputedStyle(frame).boxSizing === 'border-box';
		frame.style.height = `${height + (isWithBorder ? border : 0)}px`;
	});

	/** Puts a frame before what the element holds; its attributes are those of an address. */
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

	/** Fills what is new, and asks the frames that spoke before this script listened. */
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
