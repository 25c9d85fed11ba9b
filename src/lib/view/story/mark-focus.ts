/** Keyboard focus on the marks of the chart or the bar. */

export function focusMark(id: string | null): void {
	const mark = `[data-timeline] a[data-event="${CSS.escape(id ?? '')}"]`;
	document.querySelector<SVGElement>(mark)?.focus({ preventScroll: true });
}

const STOPS = 'a[href], button, summary, input, select, textarea, [tabindex="0"]';

/** Tab leads from the bar's last control into the text that is read below it; the page's order would lead far above it. */
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
}

/** Escape moves the focus from an entry back to the event's mark. */
export function returnToMark({ key, target }: KeyboardEvent): void {
	const entry = (target as Element).closest<HTMLElement>('article[data-event]');
	if (key === 'Escape' && entry && !(target as Element).closest('dialog'))
		focusMark(entry.dataset.event!);
}
