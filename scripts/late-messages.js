/** Files of `/open/`, which no other page loads. */
const IMPORTERS = /[\\/]src[\\/]lib[\\/](?:import[\\/]|view[\\/]open[\\/]|export[\\/]html[.]ts$)/;
/** Marks their copy of the messages. */
const QUERY = '?open';

/** Whether a module is the copy. @param {string} id */
export const isLate = (id) => id.endsWith(QUERY);

/**
 * Leaves the messages of `/open/` out of what other pages load: its files import a copy of the language's module, and each
 * copy is reduced to what is used of it. Not on the server, in development, tests and the library.
 * @returns {import('vite').Plugin}
 */
export function loadMessagesLate() {
	return {
		name: 'late-messages',
		apply: 'build',
		enforce: 'pre',
		async resolveId(source, importer) {
			if (this.environment.name !== 'client' || !importer || !IMPORTERS.test(importer)) return null;
			if (!source.endsWith('/language/messages.ts')) return null;
			const messages = await this.resolve(source, importer, { skipSelf: true });
			const module = messages && (await this.resolve('./compiled/messages/_index.js', messages.id));
			return module && `${module.id}${QUERY}`;
		}
	};
}
