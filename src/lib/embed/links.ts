/**
 * WordPress puts a frame into a sandbox whose links lead nowhere, and follows those for it that lead to its own site.
 * @returns what ends it
 */
export function reportLinks(
	element: HTMLElement,
	secret: string,
	host: Window = window.parent
): () => void {
	const follow = (event: MouseEvent) => {
		const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
		if (!link || event.defaultPrevented || link.host !== location.host) return;
		event.preventDefault();
		host.postMessage({ message: 'link', value: link.href, secret }, '*');
	};
	element.addEventListener('click', follow);
	return () => element.removeEventListener('click', follow);
}
