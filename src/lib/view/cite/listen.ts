import type { Attachment } from 'svelte/attachments';
import type { Presses } from './presses.ts';

/** Handles clicks on the controls in events and quotations; the handlers are loaded with the first click. */
export function listenForPresses(presses: Presses): Attachment<HTMLElement> {
	return (root) => {
		// a share sheet is offered only where the platform has one
		root.toggleAttribute('data-can-share', 'share' in navigator);
		const press = (click: MouseEvent) => {
			const control = (click.target as Element).closest<HTMLElement>('[data-press]');
			if (!control || click.metaKey || click.ctrlKey || click.shiftKey) return;
			click.preventDefault();
			void import('./presses.ts').then(({ handlePress }) => handlePress(control, presses));
		};
		// without scripts, it leads to a page
		const announce = ({ target }: FocusEvent) =>
			(target as Element).closest('[data-press="cite"]')?.setAttribute('aria-haspopup', 'dialog');
		root.addEventListener('click', press);
		root.addEventListener('focusin', announce);
		return () => {
			root.removeEventListener('click', press);
			root.removeEventListener('focusin', announce);
		};
	};
}
