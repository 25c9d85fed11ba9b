import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, so that the commands work from any working directory. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Whether the module was started as a program (`node scripts/x.js`), not imported.
 * @param {string} moduleUrl the caller's `import.meta.url`
 */
export function isCommand(moduleUrl) {
	const started = process.argv[1];
	if (!started || !existsSync(started)) return false;
	return realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
}

/**
 * Ends the process with one sentence instead of a stack trace.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exit(1);
}

/**
 * The script behind a command of an installed package, to be run by `process.execPath`: npm's wrappers differ between
 * systems.
 * @param {string} packageName
 * @param {string} [command] default: the package's name
 */
export function packageCommand(packageName, command = packageName.replace(/^.*\//, '')) {
	const folder = join(root, 'node_modules', packageName);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
