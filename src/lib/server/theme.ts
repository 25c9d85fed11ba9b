import tokens from '../view/ui/tokens.css?raw';
import { showTheme } from '../view/ui/theme.ts';

const [, light, dark] = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(tokens)!;
const color = (theme: string, paper: string) =>
	`<meta name="theme-color" data-theme="${theme}" media="(prefers-color-scheme: ${theme})" content="${paper}" />`;

/** For the head: what colour the browser's own bars take, … */
export const THEME_COLORS = color('light', light!) + color('dark', dark!);

/** … and the script that shows the theme which the address asks for, before anything is painted. */
export const EARLY_THEME = `(${showTheme})(new URLSearchParams(location.search).get('theme'))`;
