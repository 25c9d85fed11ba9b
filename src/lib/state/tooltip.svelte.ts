import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** Delay before the tooltip hides, for the pointer to move to it from the mark, ms. */
const HIDE_DELAY = 160;

/**
 * The tooltip of one mark: the one that is hovered, has keyboard focus, or was touched. It stays while the pointer is
 * over it; Escape, or a press elsewhere, dismisses it.
 */
export class TooltipState {
	/** id of the event; null while hidden */
	id = $state<string | null>(null);
	/** the mark's bounding box in the browser window, px */
	box = $state.raw<DOMRect | null>(null);
	/** whether a touch opened it; a second touch then selects the event */
	byTouch = $state(false);
	/** the document, or the shadow root, of the marks */
	#root: DocumentOrShadowRoot | undefined;
	#leaving: ReturnType<typeof setTimeout> | undefined;
	#isMoving: () => boolean;
	/** last element that the pointer entered during a gesture */
	#passing: Element | undefined;

	/** @param isMoving whether a gesture moves the marks: tooltips wait for its end */
	constructor(isMoving = () => false) {
		this.#isMoving = isMoving;
	}

	/** For the element around the marks. */
	watch: Attachment<HTMLElement> = (element) => {
		this.#root = element.getRootNode() as Document | ShadowRoot;
		const listeners = new AbortController();
		const on = <E extends Event>(target: EventTarget, type: string, listener: (event: E) => void) =>
			target.addEventListener(type, listener as EventListener, { signal: listeners.signal });

		let [x, y] = [NaN, NaN];
		on<PointerEvent>(document, 'pointermove', ({ clientX, clientY }) => {
			[x, y] = [clientX, clientY];
		});
		on<PointerEvent>(element, 'pointerover', ({ target, pointerType, clientX, clientY }) => {
			const isResting = clientX === x && clientY === y;
			const isKept = this.#focusedMark && isResting;
			if (pointerType === 'touch' || isKept) return;
			if (this.#isMoving()) this.#passing = target as Element;
			else this.#showAt(target as Element);
		});
		$effect(() => {
			const target = !this.#isMoving() && this.#passing;
			this.#passing = undefined;
			if (target && target.matches(':hover')) untrack(() => this.#showAt(target));
		});
		on<PointerEvent>(element, 'pointerout', ({ pointerType }) => {
			if (pointerType !== 'touch') this.leavePointer();
		});
		on<FocusEvent>(element, 'focusin', ({ target }) => {
			if ((target as Element).matches(':focus-visible')) this.#showAt(target as Element);
		});
		on(element, 'focusout', () => this.leave());
		on<KeyboardEvent>(document, 'keydown', ({ key }) => {
			if (key === 'Escape') this.dismiss();
		});
		on(document, 'scroll', this.follow);
		on<PointerEvent>(document, 'pointerdown', (event) => {
			const target = targetOf(event);
			// a touch near a mark may choose it: its click decides
			const isDecided = event.pointerType !== 'touch' || !element.contains(target);
			if (isDecided && !target?.closest('[data-card], [data-event]')) this.dismiss();
		});
		// on the document, since Svelte delegates clicks: the chart has handled them by then
		on<PointerEvent>(document, 'click', (event) => {
			const isUnused = event.pointerType === 'touch' && !event.defaultPrevented;
			if (isUnused && element.contains(targetOf(event))) this.dismiss();
		});
		return () => {
			listeners.abort();
			this.dismiss();
		};
	};

	/** Shows a mark's tooltip. @param box of the mark in the browser window, px */
	show(id: string, box: DOMRect): void {
		this.stay();
		this.box = box;
		this.id = id;
	}

	/**
	 * Shows the tooltip of a mark on its first touch.
	 * @returns false for a second touch, or another pointer: the event is then selected
	 */
	isFirstTouch(id: string, event: MouseEvent): boolean {
		const isTouch = (event as PointerEvent).pointerType === 'touch';
		if (!isTouch || this.id === id) return false;
		const mark = (event.target as Element).closest('a');
		const { clientX, clientY } = event;
		this.byTouch = true;
		this.show(id, mark?.getBoundingClientRect() ?? new DOMRect(clientX, clientY, 1, 1));
		return true;
	}

	/** Cancels hiding: the pointer has reached the tooltip. */
	stay = (): void => clearTimeout(this.#leaving);

	/** Hides the tooltip after a delay. */
	leave = (): void => {
		clearTimeout(this.#leaving);
		this.#leaving = setTimeout(this.dismiss, HIDE_DELAY);
	};

	/**
	 * The pointer has left the mark or the tooltip: hides the tooltip after a delay. Not that of a mark with keyboard focus: a
	 * resting pointer leaves what moves away below it, and enters what moves there.
	 */
	leavePointer = (): void => {
		if (!this.#focusedMark) this.leave();
	};

	/** After panning or scrolling: moves the tooltip of a mark with keyboard focus, dismisses any other. */
	follow = (): void => {
		const mark = this.#focusedMark;
		if (mark) this.box = mark.getBoundingClientRect();
		else this.dismiss();
	};

	dismiss = (): void => {
		clearTimeout(this.#leaving);
		this.byTouch = false;
		this.id = null;
	};

	/** The tooltip's mark, if it has keyboard focus. */
	get #focusedMark(): SVGElement | null {
		const active = this.#root?.activeElement as SVGElement | null | undefined;
		const isOwn = this.id !== null && active?.dataset.event === this.id;
		return isOwn && active.matches(':focus-visible') ? active : null;
	}

	#showAt(target: Element): void {
		const mark = target.closest<SVGElement>('a[data-event]');
		if (mark?.dataset.event) this.show(mark.dataset.event, mark.getBoundingClientRect());
	}
}

/** Innermost target of an event: from outside a shadow root, `target` is the root's host. */
function targetOf(event: Event): Element | null {
	const [target] = event.composedPath();
	return target instanceof Element ? target : null;
}
