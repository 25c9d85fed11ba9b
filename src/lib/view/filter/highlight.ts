import type { Attachment } from 'svelte/attachments';
import { findHits } from '../../model/search.ts';

/** As in base.css. */
const NAME = 'search';

/**
 * Marks the words of a search in the text of an element's parts, by the CSS Custom Highlight API: the document stays as
 * it is. Where a browser hasn't got that, nothing is marked.
 * @param query reads what is looked for, and whatever else changes the text
 * @param selector of the parts that are searched
 */
export function highlightHits(query: () => string | undefined, selector: string): Attachment {
	return (element) => {
		const wanted = query();
		if (!wanted || !('highlights' in CSS)) return;
		const highlight = new Highlight();
		for (const part of element.querySelectorAll(selector)) {
			const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const node = walker.currentNode as Text;
				for (const [start, end] of findHits(node.data, wanted))
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
