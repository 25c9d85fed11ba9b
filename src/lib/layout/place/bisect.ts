/**
 * Bisection, O(log n).
 * @param holds monotonic predicate: false below some index, true from there on
 * @returns the first index for which it holds; `length` if there is none
 */
export function firstWhere(length: number, holds: (index: number) => boolean): number {
	let [low, high] = [0, length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
