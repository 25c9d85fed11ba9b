import { afterNavigate, replaceState } from '$app/navigation';
import { page } from '$app/state';
import { setTheme, THEMES, type Theme } from '../model/address.ts';
import { showTheme } from '../view/ui/theme.ts';

/**
 * The theme that the reader chose for the site. Nothing is stored: the choice is kept in memory through client-side
 * navigation, and in the address, from which a reload restores it.
 */
class ReaderTheme {
	chosen = $state<Theme>('auto');

	choose(theme: Theme): void {
		this.chosen = theme;
		showTheme(theme);
		this.#write();
	}

	/** @returns the address of a page of the site, with the choice in its query */
	keepIn(address: string): string {
		return isReadersTheme() ? setTheme(address, this.chosen) : address;
	}

	/** For the root layout: reads the choice from the first address, and writes it into all later ones. */
	follow(): void {
		afterNavigate(({ type }) => {
			if (type === 'enter' && isReadersTheme()) this.chosen = readTheme();
			else this.#write();
		});
	}

	#write(): void {
		const address = this.keepIn(location.href);
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- only the query of this page's own address changes
		if (address !== location.href) replaceState(address, page.state);
	}
}

/** Whether `theme` in the page's address is the reader's; in embeds and in the embed builder it is the frame's. */
export function isReadersTheme(): boolean {
	const { id } = page.route;
	return id !== null && id.startsWith('/(site)') && id !== '/(site)/share';
}

function readTheme(): Theme {
	const asked = new URLSearchParams(location.search).get('theme');
	return THEMES.find((theme) => theme === asked) ?? 'auto';
}

export const readerTheme = new ReaderTheme();
