/**
 * Copies a text to the clipboard, as plain text and as HTML.
 * @param html the same text with its italics
 * @param element element that shows the text, which is selected where copying is forbidden, as in a frame
 * @returns whether the text was copied
 */
export async function copy(text: string, html: string, element: Element): Promise<boolean> {
	try {
		const blob = (content: string, type: string) => new Blob([content], { type });
		await navigator.clipboard.write([
			new ClipboardItem({
				'text/plain': blob(text, 'text/plain'),
				'text/html': blob(html, 'text/html')
			})
		]);
		return true;
	} catch {
		getSelection()?.selectAllChildren(element);
		return false;
	}
}
