import type { Attachment } from 'svelte/attachments';
import { findHits } from '../../model/search.ts';

/** Name of the highlight; base.css has it too. */
const NAME = 'search';

/**
 * Highlights search hits with the CSS Custom Highlight API, which leaves the DOM unchanged. Browsers without the API
 * highlight nothing.
 * @param query returns the search words; it also reads any other state that changes the text, to run again after a change
 * @param selector selects the parts of the element to search
 */
export function highlightHits(query: () => string | undefined, selector: string): Attachment {
	return (element) => {
		const words = query();
		if (!words || !('highlights' in CSS)) return;
		const highlight = new Highlight();
		for (const part of element.querySelectorAll(selector)) {
			const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const node = walker.currentNode as Text;
				for (const [start, end] of findHits(node.data, words))
					highlight.add(
						new StaticRange({
							startContainer: node,
							startOffset: start,
							endContainer: node,
							endOffset: end
						})
					);
			}
		}
		CSS.highlights.set(NAME, highlight);
		return () => CSS.highlights.delete(NAME);
	};
}
