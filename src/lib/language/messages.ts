/**
 * The words of the interface: `m.search()`, `m.event_count({ count })`. `npm run messages` compiles them from the JSON in
 * the folders beside this file. A build of the site aliases the import to the module of its one language
 * (vite.config.ts); built by plain Vite, all languages are included and the base language is shown.
 */
export * from './compiled/messages/_index.js';
export * from './compiled/pages/messages/_index.js';
export * from './compiled/open/messages/_index.js';
