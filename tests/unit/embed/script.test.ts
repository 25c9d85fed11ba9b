import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';

test('the script for hosts is at most 1.5 KB in Brotli', () => {
	expect(brotliCompressSync(readFileSync('static/embed.js')).length).toBeLessThanOrEqual(1536);
});
