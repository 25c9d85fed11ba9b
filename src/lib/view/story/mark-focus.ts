/** Keyboard focus on the marks of the chart or the bar. */

export function focusMark(id: string | null): void {
	const mark = `[data-timeline] a[data-event="${CSS.escape(id ?? '')}"]`;
	document.querySelector<SVGElement>(mark)?.focus({ preventScroll: true });
}

/** Escape moves the focus from an entry back to the event's mark. */
export function returnToMark({ key, target }: KeyboardEvent): void {
	const entry = (target as Element).closest<HTMLElement>('article[data-event]');
	if (key === 'Escape' && entry && !(target as Element).closest('dialog'))
		focusMark(entry.dataset.event!);
}
