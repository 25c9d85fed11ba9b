import tokens from '../view/ui/tokens.css?raw';
import { showTheme } from '../view/ui/theme.ts';

const [, light, dark] = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(tokens)!;
const color = (theme: string, paper: string) =>
	`<meta name="theme-color" data-theme="${theme}" media="(prefers-color-scheme: ${theme})" content="${paper}" />`;

/** For the head: the colour of the browser's toolbars, in each theme. */
export const THEME_COLORS = color('light', light!) + color('dark', dark!);

/** Inline script for the head: applies the theme in the address before first paint. */
export const PREPAINT_THEME = `(${showTheme})(new URLSearchParams(location.search).get('theme'))`;
