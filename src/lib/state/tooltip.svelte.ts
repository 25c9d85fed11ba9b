import type { Attachment } from 'svelte/attachments';

/** How long the pointer may be on its way from a mark to its card, ms. */
const GRACE = 160;

/**
 * Which mark has its card shown: the one under the pointer, with the keyboard's focus, or touched. The card stays while the
 * pointer is on it; Escape, or a touch elsewhere, takes it away.
 */
export class TooltipState {
	id = $state<string | null>(null);
	/** the mark's box in the window, px */
	box = $state.raw<DOMRect | null>(null);
	/** whether a finger asked for it, and may choose it by a second touch */
	byTouch = $state(false);
	#leaving: ReturnType<typeof setTimeout> | undefined;

	/** For the element around the marks. */
	watch: Attachment<HTMLElement> = (element) => {
		const listening = new AbortController();
		const on = <E extends Event>(target: EventTarget, type: string, listener: (event: E) => void) =>
			target.addEventListener(type, listener as EventListener, { signal: listening.signal });

		on<PointerEvent>(element, 'pointerover', (event) => {
			if (event.pointerType !== 'touch') this.#showAt(event.target as Element);
		});
		on<PointerEvent>(element, 'pointerout', ({ pointerType }) => {
			if (pointerType !== 'touch') this.leave();
		});
		on<FocusEvent>(element, 'focusin', ({ target }) => {
			if ((target as Element).matches(':focus-visible')) this.#showAt(target as Element);
		});
		on(element, 'focusout', () => this.leave());
		on<KeyboardEvent>(document, 'keydown', ({ key }) => {
			if (key === 'Escape') this.dismiss();
		});
		on(document, 'scroll', this.follow);
		on<PointerEvent>(document, 'pointerdown', ({ target }) => {
			if (!(target as Element).closest('[data-card], [data-event], canvas')) this.dismiss();
		});
		return () => {
			listening.abort();
			this.dismiss();
		};
	};

	/** Shows a mark's card. @param box of the mark in the window, px */
	show(id: string, box: DOMRect): void {
		this.stay();
		this.box = box;
		this.id = id;
	}

	/** Shows the card of what a finger touches; touched again, it is chosen. */
	isFirstTouch(id: string, event: MouseEvent): boolean {
		const isTouch = (event as PointerEvent).pointerType === 'touch';
		if (!isTouch || this.id === id) return false;
		const mark = (event.target as Element).closest('a');
		const { clientX, clientY } = event;
		this.byTouch = true;
		this.show(id, mark?.getBoundingClientRect() ?? new DOMRect(clientX, clientY, 1, 1));
		return true;
	}

	/** The pointer has come to the card. */
	stay = (): void => clearTimeout(this.#leaving);

	leave = (): void => {
		clearTimeout(this.#leaving);
		this.#leaving = setTimeout(this.dismiss, GRACE);
	};

	/** The chart or the page has moved: the card of a focused mark goes along, any other goes. */
	follow = (): void => {
		const active = document.activeElement as SVGElement | null;
		const isFocused = this.id !== null && active?.dataset.event === this.id;
		if (isFocused && active.matches(':focus-visible')) this.box = active.getBoundingClientRect();
		else this.dismiss();
	};

	dismiss = (): void => {
		clearTimeout(this.#leaving);
		this.byTouch = false;
		this.id = null;
	};

	#showAt(target: Element): void {
		const mark = target.closest<SVGElement>('a[data-event]');
		if (mark?.dataset.event) this.show(mark.dataset.event, mark.getBoundingClientRect());
	}
}
