/**
 * Which of many alike cases are tested. `npm run test:long` sets TEST_LONG and tests all of them; `npm test` tests a part
 * that every run shares, chosen by position, so that it doesn't depend on chance.
 */
export const isLong = Boolean(process.env.TEST_LONG);

/**
 * Every third of the cases; all in a long run.
 * @param offset of the first, so that several subjects share the cases between them
 */
export function everyThird<Case>(cases: readonly Case[], offset = 0): Case[] {
	return cases.filter((_, index) => isLong || (index + offset) % 3 === 0);
}

/**
 * The values that one of several subjects is tested with: one of them, in rotation over the subjects, so that each value
 * is tested with a part of the subjects; all in a long run.
 * @param index of the subject
 */
export function rotate<Value>(values: readonly Value[], index: number): Value[] {
	return isLong ? [...values] : [values[index % values.length]!];
}
