/**
 * Bisection, O(log n).
 * @param holds false up to some index and true from there on
 * @returns that index; `length` if it never holds
 */
export function firstWhere(length: number, holds: (place: number) => boolean): number {
	let [low, high] = [0, length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
