/**
 * Lets work be done at most once in a time; whatever was asked for last is done in the end.
 * @param patience ms
 */
export function throttle(work: () => void, patience: number): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let last = -Infinity;
	const run = () => {
		timer = undefined;
		last = Date.now();
		work();
	};
	return () => {
		if (timer !== undefined) return;
		const wait = last + patience - Date.now();
		if (wait > 0) timer = setTimeout(run, wait);
		else run();
	};
}
