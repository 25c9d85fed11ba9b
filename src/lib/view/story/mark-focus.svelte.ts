/** Keyboard focus on the marks of the chart or the bar. */
import { tick } from 'svelte';

/** Keeps the focus on a mark while the chart or bar that holds it is replaced by another one. */
export class MarkFocus {
	/** id of the focused mark's event */
	#focused: string | null = null;

	/**
	 * To be made in a component's initialisation.
	 * @param track reads the state that replaces the chart or the bar
	 */
	constructor(track: () => unknown) {
		$effect.pre(() => {
			track();
			const active = document.activeElement;
			const mark = active?.closest<SVGElement>('[data-timeline] a[data-event]');
			const isLost = active === document.body || active?.hasAttribute('data-focus-kept');
			const id = mark?.dataset.event ?? (isLost ? this.#focused : null);
			this.#focused = id;
			// removing it while focused makes the browser lay out the page without either chart, which moves the text being read
			mark?.blur();
			if (id) void tick().then(() => focusMark(id));
		});
	}

	/** For a press of the pointer, which moves the focus. */
	release = (): void => {
		this.#focused = null;
	};
}

function focusMark(id: string): void {
	const mark = `[data-timeline] a[data-event="${CSS.escape(id)}"]`;
	document.querySelector<SVGElement>(mark)?.focus({ preventScroll: true });
}

const STOPS = 'a[href], button, summary, input, select, textarea, [tabindex="0"]';

/**
 * Tab leads from the bar's last control into the text that is read below it, and Shift + Tab from there back to the control;
 * the page's order would lead far above it.
 */
export function readOn(event: KeyboardEvent): void {
	if (event.key !== 'Tab' || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey)
		return;
	const bar = event.currentTarget as HTMLElement;
	const stopsIn = (root: ParentNode) =>
		[...root.querySelectorAll<HTMLElement | SVGElement>(STOPS)].filter(
			(stop) => stop.tabIndex >= 0 && stop.checkVisibility()
		);
	if (event.target !== stopsIn(bar).at(-1)) return;
	const { bottom } = bar.getBoundingClientRect();
	const next = stopsIn(document).find(
		(stop) =>
			bar.compareDocumentPosition(stop) === Node.DOCUMENT_POSITION_FOLLOWING &&
			stop.getBoundingClientRect().top >= bottom
	);
	if (!next) return;
	event.preventDefault();
	next.focus();
	const control = event.target as HTMLElement;
	const back = (press: Event) => {
		const { key, shiftKey } = press as KeyboardEvent;
		if (key !== 'Tab' || !shiftKey || !control.isConnected) return;
		press.preventDefault();
		control.focus();
	};
	next.addEventListener('keydown', back);
	next.addEventListener('blur', () => next.removeEventListener('keydown', back), { once: true });
}

/** Escape moves the focus from an entry back to the event's mark. */
export function returnToMark({ key, target }: KeyboardEvent): void {
	const entry = (target as Element).closest<HTMLElement>('article[data-event]');
	if (key === 'Escape' && entry && !(target as Element).closest('dialog'))
		focusMark(entry.dataset.event!);
}
