/**
 * The words of the interface: `m.search()`, `m.event_count({ count })`. `npm run messages` makes them from
 * the folders beside it. A build puts one language in the place of all (`speak` in scripts/speak.js), so that no page
 * carries words that it doesn't show; English, where none is chosen.
 */
export * from './compiled/messages/_index.js';
