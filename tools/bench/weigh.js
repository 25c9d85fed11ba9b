// Sizes in bytes: JavaScript heap and loaded files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * @param {import('playwright').CDPSession} session
 * @returns {Promise<number>} used JavaScript heap after garbage collection, bytes
 */
export async function weighHeap(session) {
	await session.send('HeapProfiler.collectGarbage');
	return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/**
 * @param {string} folder
 * @param {string[]} paths of files in the folder; those of pages, which end in a slash, don't count
 * @returns {number} total size in Brotli, bytes
 */
export function weighFiles(folder, paths) {
	const sizes = paths
		.filter((path) => !path.endsWith('/'))
		.map((path) => brotliCompressSync(readFileSync(join(folder, path))).length);
	return sizes.reduce((total, size) => total + size, 0);
}
