/** Serves the compiled dataset to the site's server side as `virtual:timeline`. */
import { resolve, sep } from 'node:path';
import { inspect } from 'node:util';
import type { Plugin, ViteDevServer } from 'vite';
import { compileTimeline } from './compile.ts';
import type { Compilation } from './compile.ts';
import { describeProblems, describeSummary } from './report.ts';
import { toLanguage } from './words.ts';

const ID = 'virtual:timeline';
const RESOLVED = `\0${ID}`;

/**
 * A build stops with one sentence a problem; a development server shows them in its overlay, and
 * reloads the page when the data changes.
 * @param folder of the data, from the project's root
 * @param id of the language that its words are in
 */
export function timelineData(folder = 'data', id?: string): Plugin {
	const language = toLanguage(id);
	let path = folder;
	let compilation: Compilation | null = null;
	const compile = () => (compilation ??= compileTimeline({ folder: path, language }));

	return {
		name: 'timeline-data',
		configResolved({ root, command }) {
			path = resolve(root, folder);
			// Here and not in buildStart: the bundler wraps what that throws, and prints a stack.
			if (command === 'build' && !compile().timeline) throw toError(compile());
		},
		buildStart() {
			// SvelteKit builds twice, and begins with the server.
			const isFirst =
				this.environment.config.command === 'build' && this.environment.name === 'ssr';
			if (isFirst) this.info(describeSummary(compile().report));
		},
		resolveId(id) {
			return id === ID ? RESOLVED : undefined;
		},
		load(id) {
			if (id !== RESOLVED) return;
			const { timeline, changes } = compile();
			if (!timeline) throw toError(compile());
			return [
				`export const timeline = ${JSON.stringify(timeline)};`,
				`export const changes = ${JSON.stringify(changes)};`
			].join('\n');
		},
		configureServer(server) {
			server.watcher.add(path);
			server.watcher.on('all', (_event, file) => {
				if (!resolve(file).startsWith(path + sep)) return;
				compilation = null;
				refresh(server, compile());
			});
		}
	};
}

function refresh(server: ViteDevServer, { problems }: Compilation): void {
	for (const { moduleGraph } of Object.values(server.environments)) {
		const module = moduleGraph.getModuleById(RESOLVED);
		if (module) moduleGraph.invalidateModule(module);
	}
	if (problems.length === 0) return server.ws.send({ type: 'full-reload' });
	const message = describeProblems(problems);
	server.config.logger.error(message, { timestamp: true });
	server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'timeline-data' } });
}

/** The sentences say where to look; a stack would name this plugin. */
function toError({ problems }: Compilation): Error {
	const message = describeProblems(problems);
	return Object.assign(new Error(message), { stack: '', [inspect.custom]: () => message });
}
