// What a page costs in bytes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * @param {import('playwright').CDPSession} session
 * @returns {Promise<number>} bytes of JavaScript's heap that are left after garbage collection
 */
export async function weighHeap(session) {
	await session.send('HeapProfiler.collectGarbage');
	return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/**
 * @param {string} folder
 * @param {string[]} paths those of pages don't count
 * @returns {number} bytes in Brotli
 */
export function weighFiles(folder, paths) {
	const sizes = paths
		.filter((path) => !path.endsWith('/'))
		.map((path) => brotliCompressSync(readFileSync(join(folder, path))).length);
	return sizes.reduce((total, size) => total + size, 0);
}
