/** The words of every language, for what is made outside of a page: `m.about({ date }, { locale: 'it' })`. */
export * from './compiled/messages.js';
export * from './compiled/pages/messages.js';
export * from './compiled/open/messages.js';
