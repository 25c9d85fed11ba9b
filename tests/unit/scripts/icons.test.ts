import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packIcon } from '../../../scripts/icons.js';

const read = (name: string) => readFileSync(`static/${name}`);
/** Width and height of a PNG, px: big-endian at bytes 16 and 20. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('the directory of an icon points to its picture', () => {
	const icon = packIcon(new Uint8Array([1, 2, 3]), 48);
	expect([icon.readUInt16LE(2), icon.readUInt16LE(4)], 'an icon, of one picture').toEqual([1, 1]);
	expect([icon[6], icon[7]]).toEqual([48, 48]);
	const [length, offset] = [icon.readUInt32LE(14), icon.readUInt32LE(18)];
	expect([...icon.subarray(offset, offset + length)]).toEqual([1, 2, 3]);
	expect(icon.length).toBe(offset + length);
});

test('favicon.ico contains a PNG of the declared size', () => {
	const icon = read('favicon.ico');
	const png = icon.subarray(icon.readUInt32LE(18));
	expect(png.subarray(1, 4).toString()).toBe('PNG');
	expect(sizeOf(png)).toEqual([icon[6], icon[7]]);
});

test('the page links its icons, and their files exist', () => {
	const links = readFileSync('src/app.html', 'utf8').matchAll(
		/rel="([a-z-]*icon)" href="%sveltekit.assets%\/([^"]+)"/g
	);
	const icons = [...links].map(([, rel, file]) => [rel, file]);
	expect(icons).toEqual([
		['icon', 'favicon.ico'],
		['icon', 'favicon.svg'],
		['apple-touch-icon', 'apple-touch-icon.png']
	]);
	for (const [, file] of icons) expect(read(file!).length).toBeGreaterThan(0);
	expect(sizeOf(read('apple-touch-icon.png'))).toEqual([180, 180]);
});
