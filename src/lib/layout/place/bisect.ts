/** @returns the first of `length` places from which on something holds, by bisection */
export function firstWhere(length: number, holds: (place: number) => boolean): number {
	let [low, high] = [0, length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
