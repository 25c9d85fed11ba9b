import { join } from 'node:path';
import { root } from './command.js';

const FOLDER = join(root, 'src/lib/language');

/**
 * Development only: compiles the messages at the start and whenever one changes; what is missing or wrong is shown in
 * Vite's overlay. Compiled in this process, since the compiler takes seconds to start.
 * @returns {import('vite').Plugin}
 */
export function watchMessages() {
	return {
		name: 'watch-messages',
		apply: (_config, { command, isPreview }) =>
			command === 'serve' && !isPreview && !process.env.VITEST,
		async configureServer(server) {
			const { compileMessages } = await import('./messages.js');
			await compileMessages();
			server.watcher.add(FOLDER);
			server.watcher.on('change', async (file) => {
				if (!file.startsWith(FOLDER) || !file.endsWith('.json')) return;
				try {
					await compileMessages();
				} catch (error) {
					const { message } = /** @type {Error} */ (error);
					server.config.logger.error(message, { timestamp: true });
					server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'watch-messages' } });
				}
			});
		}
	};
}
