import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';

test('embed.js is at most 2 KB after Brotli compression', () => {
	expect(brotliCompressSync(readFileSync('static/embed.js')).length).toBeLessThanOrEqual(2048);
});
