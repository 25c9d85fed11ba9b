import type { Attachment } from 'svelte/attachments';

/** Marks an element that has the focus instead of one that is gone. */
const KEPT = 'data-focus-kept';

/**
 * Where the element with the focus is removed or hidden, browsers move the focus to the page, and the next Tab starts at
 * its top. Instead, the focus goes to the same mark or the tab stop of the chart, to the chart that replaces it, or else
 * to the nearest ancestor that is left.
 */
export const keepFocus: Attachment<HTMLElement> = (root) => {
	const scope = root.getRootNode() as Document | ShadowRoot;
	const listeners = new AbortController();
	/** the element with the focus, and its ancestors within the root, innermost first */
	let path: Element[] = [];

	const isPresent = (element: Element | undefined) =>
		element?.isConnected === true && element.checkVisibility();

	function follow({ target }: FocusEvent) {
		path = [];
		for (let at = target as Element | null; at && at !== root; at = at.parentElement) path.push(at);
	}

	/** The reader moved the focus away; where the element is only about to be removed, it is gone a moment later. */
	function leave({ target }: FocusEvent) {
		(target as Element).removeAttribute(KEPT);
		setTimeout(() => {
			if (scope.activeElement !== path[0] && isPresent(path[0])) path = [];
		});
	}

	function restore(changes: MutationRecord[]) {
		const [lost] = path;
		if (!lost) return;
		const isHidden = changes.some(({ type }) => type === 'attributes') && !isPresent(lost);
		if (lost.isConnected && !isHidden) return;
		const active = scope.activeElement;
		if (active && active !== lost && active !== document.body) return;
		const next = successorOf(lost as SVGElement) ?? path.find(isPresent);
		path = [];
		if (next instanceof HTMLElement && next.tabIndex < 0 && !next.hasAttribute('tabindex'))
			next.tabIndex = -1;
		if (next?.getAttribute('tabindex') === '-1') next.setAttribute(KEPT, '');
		(next as HTMLElement | undefined)?.focus({ preventScroll: true });
	}

	function successorOf({ dataset: { event, first } }: SVGElement): Element | null | undefined {
		const chart = path.find((element) => element.matches('[data-timeline]'));
		if (!chart) return null;
		if (!isPresent(chart)) return root.querySelector('[data-timeline]');
		const id = CSS.escape(event ?? first ?? '');
		const mark = chart.querySelector(`a[data-event="${id}"], a[data-events~="${id}"]`);
		return mark ?? (chart.matches('[data-bar]') ? chart : chart.querySelector('a[tabindex="0"]'));
	}

	root.addEventListener('focusin', follow, { signal: listeners.signal });
	root.addEventListener('focusout', leave, { signal: listeners.signal });
	const observer = new MutationObserver(restore);
	observer.observe(root, {
		childList: true,
		subtree: true,
		attributes: true,
		attributeFilter: ['hidden', 'disabled']
	});
	return () => {
		listeners.abort();
		observer.disconnect();
	};
};
