import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { normalizePath, parseAst } from 'vite';
import { root } from './command.js';

const FOLDER = join(root, 'src/lib/language');
const COMPILED = normalizePath(join(root, 'src/lib/language/compiled'));
const ONE = '\0message:';

/**
 * Lets the interface speak one language: `src/lib/language/messages.ts` names all of them, and gets the one that is
 * asked for. A build makes a module of each message, so that a page loads those that it shows, with what shows them.
 * @param {string} [language] id
 * @returns {import('vite').Plugin}
 */
export function speak(language = 'en') {
	const file = `${COMPILED}/messages/${language}.js`;
	/** @type {ReturnType<typeof splitMessages> | undefined} */
	let messages;
	let isBuild = false;

	return {
		name: 'speak',
		enforce: 'pre',
		configResolved({ command }) {
			isBuild = command === 'build';
		},
		resolveId(id, importer) {
			if (id.startsWith(ONE)) return id;
			if (id !== './compiled/messages/_index.js') return;
			if (importer?.endsWith('language/messages.ts')) return isBuild ? `${ONE}all` : file;
		},
		load(id) {
			if (!id.startsWith(ONE)) return;
			messages ??= splitMessages(readFileSync(file, 'utf8'));
			const name = id.slice(ONE.length);
			const code = name === 'all' ? exportAll(Object.keys(messages)) : messages[name];
			return { code: code ?? '', moduleSideEffects: false };
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

/** @param {string[]} names */
const exportAll = (names) =>
	names.map((name) => `export { ${name} } from ${JSON.stringify(ONE + name)};`).join('\n');

/**
 * @param {string} code of a language's module
 * @returns {Record<string, string>} the code of a module for each of its messages
 */
export function splitMessages(code) {
	const registry = JSON.stringify(`${COMPILED}/registry.js`);
	/** @type {Record<string, string>} */
	const messages = {};
	for (const node of parseAst(code).body) {
		if (node.type !== 'ExportNamedDeclaration') continue;
		if (node.declaration?.type !== 'VariableDeclaration') continue;
		const { id } = /** @type {import('estree').VariableDeclarator} */ (
			node.declaration.declarations[0]
		);
		if (id.type !== 'Identifier') continue;
		// what a message wants filled in is always given: TypeScript sees to it
		const text = code.slice(node.start, node.end).replaceAll('i?.', 'i.');
		const needsRegistry = text.includes('registry.');
		messages[id.name] = needsRegistry ? `import * as registry from ${registry};\n${text}` : text;
	}
	return messages;
}
