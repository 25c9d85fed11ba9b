import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, root } from './command.js';

/**
 * @param {string | undefined} value of DATA, relative to the working directory; default: the project's own data
 * @returns {string} absolute path of the data folder
 * @throws {Error} with one sentence
 */
export function findDataFolder(value) {
	const folder = value ? resolve(value) : join(root, 'data');
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
	const whose = value
		? `DATA must name a data folder, but there is none`
		: 'There is no data folder';
	throw new Error(`${whose} at ${folder}.`);
}

/** The data folder of this process. A missing one ends it with one sentence, as in `siteSettings`. */
export function dataFolder() {
	try {
		return findDataFolder(process.env.DATA);
	} catch (error) {
		fail(error);
	}
}
