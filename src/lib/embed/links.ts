/**
 * Reports clicked links to WordPress, whose sandbox keeps frames from following links. WordPress follows those to the
 * frame's own site, so a link to another site, such as that of an article, leads to the page that has it, too.
 * @param pageOf the page with the link: that of its event
 * @returns a function that removes the listener
 */
export function reportLinks(
	element: HTMLElement,
	secret: string,
	pageOf: (link: HTMLAnchorElement) => string | undefined,
	host: Window = window.parent
): () => void {
	const report = (event: MouseEvent) => {
		const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
		const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
		if (!link || !isPlain || event.defaultPrevented) return;
		const page = link.host === location.host ? link.href : pageOf(link);
		if (!page) return;
		event.preventDefault();
		host.postMessage({ message: 'link', value: new URL(page, location.href).href, secret }, '*');
	};
	element.addEventListener('click', report);
	return () => element.removeEventListener('click', report);
}
