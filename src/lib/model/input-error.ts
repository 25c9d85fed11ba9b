export const NO_START = 'has no "date.start" such as "2010-04-06"';

/**
 * What is wrong with one of the events that were given, in one sentence.
 * @param index of the event in their list @param fault the rest of the sentence: `has no "title"`
 */
export function complaintOf(index: number, id: string, fault: string): TypeError {
	return new TypeError(`events[${index}]${id ? ` ("${id}")` : ''} ${fault}.`);
}
