import { sep } from 'node:path';

/**
 * Development only: reloads open pages when the data folder changes, and shows the compiler's sentences in Vite's overlay.
 * @param {string} folder absolute path
 * @param {string} module the server module that compiles the folder when it is imported
 * @returns {import('vite').Plugin}
 */
export function watchData(folder, module = '/src/lib/server/dataset.ts') {
	return {
		name: 'watch-data',
		apply: 'serve',
		configureServer(server) {
			server.watcher.add(folder);
			server.watcher.on('all', async (_event, file) => {
				if (!file.startsWith(folder + sep)) return;
				const { moduleGraph } = server.environments.ssr;
				const compiled = await moduleGraph.getModuleByUrl(module);
				if (compiled) moduleGraph.invalidateModule(compiled);
				try {
					await server.ssrLoadModule(module);
					server.ws.send({ type: 'full-reload' });
				} catch (error) {
					const { message } = /** @type {Error} */ (error);
					server.config.logger.error(message, { timestamp: true });
					server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'watch-data' } });
				}
			});
		}
	};
}
