/**
 * @param html the same with its italics
 * @param element that shows it: where copying is forbidden, as in a frame, its text is selected instead
 * @returns whether it was copied
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
