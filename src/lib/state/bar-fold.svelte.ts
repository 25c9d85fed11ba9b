/** Window heights below which the bar starts folded, and below which it always is, px. */
const LOW = { desktop: 760, phone: 640 };
const LOWEST = 560;
/** Browsers' own bars, which come and go while a phone is scrolled, change the window's height by less, px. */
const BROWSER_BARS = 130;

/** Whether the bar is folded: as the reader chose, or by the window's height. Lasts as long as the page is open. */
export class BarFold {
	#chosen = $state<boolean | null>(null);
	#window = $state.raw({ width: 0, height: Infinity });

	/** whether the window is too low for an open bar */
	readonly isForced = $derived(this.#window.height < LOWEST);

	/** Call it at first and after each resize. */
	measure(window: { innerWidth: number; innerHeight: number }): void {
		const { innerWidth: width, innerHeight: height } = window;
		const before = this.#window;
		const isOther = width !== before.width || Math.abs(height - before.height) >= BROWSER_BARS;
		if (isOther) this.#window = { width, height };
	}

	isFolded(phone: boolean): boolean {
		const isLow = this.#window.height < LOW[phone ? 'phone' : 'desktop'];
		return this.isForced || (this.#chosen ?? isLow);
	}

	toggle(phone: boolean): void {
		this.#chosen = !this.isFolded(phone);
	}
}
