// Gives each <div data-timeline-embed> and <company-timeline> one frame, and each frame of
// the timeline the height of its content. Without this script, frames keep the height in their HTML.
(() => {
	const ELEMENT = 'company-timeline';
	const PARAMETERS = 'line status source from to q view event theme plain lang'.split(' ');
	/** Parameters that do not select events. */
	const APPEARANCE = ['theme', 'plain', 'lang'];
	const ATTRIBUTES = ['src', 'title', 'height', ...PARAMETERS];
	const OBSERVED = ['timeline-embed', ...ATTRIBUTES].flatMap((name) => [name, `data-${name}`]);
	const MAX_HEIGHT = 20000; // px

	const site = findSite();
	if (!site)
		return console.warn(
			'Timeline: load embed.js from its site, or say data-site="https://example.org/".'
		);
	const key = Symbol.for(`timeline ${site}`);
	if (window[key]) return window[key](); // already loaded: start again

	/** @returns the address of this script's folder; null if the script is inlined and does not say */
	function findSite() {
		const script = document.currentScript;
		// an <img name="currentScript"> would take its place
		if (script instanceof HTMLScriptElement && (script.src || script.dataset.site))
			return new URL('.', script.src || script.dataset.site).href;
		// in a module there is no current script
		return /\w+:\/\/\S*?\/(?=embed\.js\b)/.exec(new Error().stack)?.[0] ?? null;
	}

	const isOwn = (frame) => frame.src.startsWith(site);

	/** Frames in shadow roots, which `querySelectorAll` does not find. */
	const shadowFrames = new Set();

	function listFrames() {
		for (const frame of shadowFrames) if (!frame.isConnected) shadowFrames.delete(frame);
		return [...document.querySelectorAll('iframe'), ...shadowFrames].filter(isOwn);
	}

	addEventListener('message', ({ data, source, origin }) => {
		const { type, height } = data ?? {};
		if (type !== 'timeline:height' || !Number.isFinite(height)) return;
		if (height <= 0 || height >= MAX_HEIGHT) return;
		const frame = listFrames().find((other) => other.contentWindow === source);
		// the origin of a sandboxed frame is opaque
		const isOpaque = origin === 'null' && frame?.hasAttribute('sandbox');
		if (!frame || (origin !== new URL(site).origin && !isOpaque)) return;
		if (Math.abs(height - frame.clientHeight) <= 1) return;
		const border = frame.offsetHeight - frame.clientHeight;
		const isWithBorder = getComputedStyle(frame).boxSizing === 'border-box';
		frame.style.height = `${height + (isWithBorder ? border : 0)}px`;
	});

	/** @returns the address of the element's frame; null if it is malformed, or not on this site */
	function addressOf(element, read) {
		let address;
		try {
			const text = element.getAttribute('data-timeline-embed') || read('src') || 'embed/';
			address = new URL(text, site);
		} catch {
			return null;
		}
		if (!address.href.startsWith(site)) return null;
		const query = address.searchParams;
		for (const name of PARAMETERS) {
			const value = read(name);
			if (value || (value === '' && name === 'plain')) query.set(name, value || 1);
		}
		// The page of a line or an event has the right height at once, even without scripts.
		const [name, ...others] = [...query.keys()].filter((other) => !APPEARANCE.includes(other));
		const value = query.get(name);
		const isPath = /^(line|event)$/.test(name) && /^[a-z\d-]+$/.test(value);
		if (isPath && !others.length && address.pathname.endsWith('/embed/')) {
			address.pathname += `${name}/${value}/`;
			query.delete(name);
		}
		return address.href;
	}

	/** Gives the element a frame, or updates the one that it has. */
	function fill(element) {
		const read = (name) => element.getAttribute(name) ?? element.getAttribute(`data-${name}`);
		const address = addressOf(element, read);
		// also that of a clone
		let frame = element.querySelector(':scope > iframe');
		if (frame && !isOwn(frame)) return;
		if (!address) return frame?.remove();
		if (!frame) {
			frame = document.createElement('iframe');
			frame.style.border = 0;
			element.prepend(frame);
		} else if (frame.getAttribute('src') !== address) {
			// a new address in the same frame would be an entry in the host's history
			const next = frame.cloneNode();
			next.src = address;
			frame.replaceWith(next);
			frame = next;
		}
		const attributes = {
			title: read('title') || element.textContent.trim() || 'Timeline',
			width: '100%',
			height: parseInt(read('height')) || 480,
			loading: 'lazy',
			allow: 'clipboard-write',
			src: address
		};
		// the observer sees these changes, too
		for (const [name, value] of Object.entries(attributes))
			if (frame.getAttribute(name) !== String(value)) frame.setAttribute(name, value);
		if (element.getRootNode() !== document) shadowFrames.add(frame);
	}

	function fillAll() {
		document.querySelectorAll(`[data-timeline-embed], ${ELEMENT}`).forEach(fill);
	}

	function start() {
		fillAll();
		// frames may have sent their height before this script listened
		for (const frame of listFrames())
			frame.contentWindow?.postMessage({ type: 'timeline:height' }, '*');
	}

	window[key] = start;
	// In shadow roots, only the custom element is found.
	if (!customElements.get(ELEMENT))
		customElements.define(
			ELEMENT,
			class extends HTMLElement {
				static observedAttributes = OBSERVED;
				connectedCallback() {
					if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
					fill(this);
				}
				attributeChangedCallback() {
					if (this.isConnected) fill(this);
				}
			}
		);
	const changes = { subtree: true, childList: true, attributes: true, attributeFilter: OBSERVED };
	new MutationObserver(fillAll).observe(document, changes);
	start();
	addEventListener('DOMContentLoaded', start);
})();
