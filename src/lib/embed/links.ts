/**
 * Reports clicked links to WordPress, whose sandbox keeps frames from following links. WordPress follows those to the
 * frame's own site.
 * @returns a function that removes the listener
 */
export function reportLinks(
	element: HTMLElement,
	secret: string,
	host: Window = window.parent
): () => void {
	const report = (event: MouseEvent) => {
		const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
		if (!link || event.defaultPrevented || link.host !== location.host) return;
		event.preventDefault();
		host.postMessage({ message: 'link', value: link.href, secret }, '*');
	};
	element.addEventListener('click', report);
	return () => element.removeEventListener('click', report);
}
