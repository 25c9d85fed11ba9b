/**
 * Follows an address where no link was clicked, as on a canvas: by a click that handlers of the page can see.
 * @param parent element in which the link is, for a moment
 */
export function followLink(parent: HTMLElement, href: string, target = ''): void {
	const link = document.createElement('a');
	link.href = href;
	link.target = target;
	parent.append(link);
	link.click();
	link.remove();
}
