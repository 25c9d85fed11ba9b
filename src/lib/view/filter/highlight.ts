import type { Attachment } from 'svelte/attachments';
import type { Surroundings } from '../../model/search/event-words.ts';
import { searchIn } from '../../model/search/event-search.ts';

/** Name of the highlight; base.css has it too. */
const NAME = 'search';

/**
 * Highlights search hits with the CSS Custom Highlight API, which leaves the DOM unchanged. Browsers without the API
 * highlight nothing.
 * @param query returns the search words; it also reads any other state that changes the text, to run again after a change
 * @param around returns the timeline, for its names
 * @param selector selects the parts of the element to search, none inside another; a hit may begin and end in different
 * elements of a part
 */
export function highlightHits(
	query: () => string | undefined,
	around: () => Surroundings,
	selector: string
): Attachment {
	return (element) => {
		const words = query();
		if (!words || !('highlights' in CSS)) return;
		const { query: read } = searchIn(around(), words);
		const highlight = new Highlight();
		for (const part of element.querySelectorAll(selector))
			for (const range of findRanges(part, (text) => read.findHits(text))) highlight.add(range);
		CSS.highlights.set(NAME, highlight);
		return () => CSS.highlights.delete(NAME);
	};
}

/** @returns the hits in the element's text, a range for each text node */
function findRanges(part: Element, findHits: (text: string) => [number, number][]): StaticRange[] {
	const nodes: Text[] = [];
	const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) nodes.push(walker.currentNode as Text);
	const hits = findHits(nodes.map(({ data }) => data).join(''));
	let offset = 0;
	return nodes.flatMap((node) => {
		const [start, end] = [offset, (offset += node.data.length)];
		return hits
			.filter((hit) => hit[0] < end && hit[1] > start)
			.map(
				(hit) =>
					new StaticRange({
						startContainer: node,
						startOffset: Math.max(hit[0], start) - start,
						endContainer: node,
						endOffset: Math.min(hit[1], end) - start
					})
			);
	});
}
