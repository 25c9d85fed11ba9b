/** The languages that there are words in, by their ids. */
export { baseLocale, isLocale } from './compiled/runtime.js';
export type { Locale } from './compiled/runtime.js';
