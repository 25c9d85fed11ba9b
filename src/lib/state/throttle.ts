/**
 * Throttle with a leading and a trailing call: `work` runs at most once per interval, and always after the last call.
 * @param interval ms
 */
export function throttle(work: () => void, interval: number): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let last = -Infinity;
	const run = () => {
		timer = undefined;
		last = Date.now();
		work();
	};
	return () => {
		if (timer !== undefined) return;
		const wait = last + interval - Date.now();
		if (wait > 0) timer = setTimeout(run, wait);
		else run();
	};
}
