export const NO_START = 'has no "date.start" such as "2010-04-06"';

/**
 * An error in one event of the input, in one sentence.
 * @param index of the event in the list @param fault predicate of the sentence: `has no "title"`
 */
export function inputError(index: number, id: string, fault: string): TypeError {
	return new TypeError(`events[${index}]${id ? ` ("${id}")` : ''} ${fault}.`);
}
