import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './command.js';

const FOLDER = join(root, 'data/languages');

/**
 * Lets the interface speak one language: `src/lib/language/messages.ts` names all of them, and gets the one that is
 * asked for.
 * @param {string} [language] id
 * @returns {import('vite').Plugin}
 */
export function speak(language = 'en') {
	return {
		name: 'speak',
		enforce: 'pre',
		resolveId(id, importer) {
			if (id !== './compiled/messages/_index.js' || !importer?.endsWith('language/messages.ts'))
				return;
			return this.resolve(`./compiled/messages/${language}.js`, importer);
		},
		configureServer(server) {
			server.watcher.add(FOLDER);
			server.watcher.on('change', async (file) => {
				if (!file.startsWith(FOLDER) || !file.endsWith('.json')) return;
				try {
					await promisify(execFile)(process.execPath, [join(root, 'scripts/messages.js')]);
				} catch (error) {
					const message = /** @type {{ stderr: string }} */ (error).stderr.trim();
					server.config.logger.error(message, { timestamp: true });
					server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'speak' } });
				}
			});
		}
	};
}
