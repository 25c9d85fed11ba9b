/**
 * Records button clicks made before hydration and replays them afterwards. `keepPresses` runs in the head before first
 * paint; it is inlined as text, so it must not reference anything outside itself.
 */
declare global {
	interface Window {
		/** buttons pressed so far, each once; the listener that fills it is its `keep` */
		earlyPresses?: Set<HTMLElement> & { keep?: (event: Event) => void };
	}
}

export function keepPresses(): void {
	const presses: Window['earlyPresses'] = (window.earlyPresses = new Set());
	presses.keep = ({ target }) => {
		// a popover button works without scripts
		const button = (target as Element).closest<HTMLElement>('button:not([popovertarget])');
		if (button) presses.add(button);
	};
	addEventListener('click', presses.keep);
}

/** Presses the buttons again, one after the other, since a filter that is chosen shows only in the next frame. */
export async function replayPresses(): Promise<void> {
	const presses = window.earlyPresses;
	if (!presses?.keep) return;
	removeEventListener('click', presses.keep);
	delete window.earlyPresses;
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	for (const button of presses) {
		await frame();
		await frame();
		if (button.isConnected) button.click();
	}
}
