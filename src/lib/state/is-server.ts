/**
 * Whether the code runs on the server. Markup in an `{#if}` with this condition is replaced in the browser, not hydrated:
 * Svelte finds another branch than the server's there, and renders it anew.
 */
export const IS_SERVER = typeof document === 'undefined';
