// Generates favicon.ico and apple-touch-icon.png from static/favicon.svg.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { isCommand, root } from './command.js';

const PAPER = '#fbf9f4';

/**
 * An .ico with one image: header, directory entry, PNG.
 * @param {Uint8Array} png
 * @param {number} size px, below 256
 */
export function packIcon(png, size) {
	const head = Buffer.alloc(22);
	head.writeUInt16LE(1, 2); // an icon
	head.writeUInt16LE(1, 4); // of one picture
	head.writeUInt8(size, 6);
	head.writeUInt8(size, 7);
	head.writeUInt16LE(1, 10); // plane
	head.writeUInt16LE(32, 12); // bits per pixel
	head.writeUInt32LE(png.length, 14);
	head.writeUInt32LE(head.length, 18); // where the picture begins
	return Buffer.concat([head, png]);
}

if (isCommand(import.meta.url)) {
	const folder = join(root, 'static');
	const svg = readFileSync(join(folder, 'favicon.svg'), 'utf8');
	/** On an opaque background with a margin: transparency may be shown on any colour. */
	const draw = (
		/** @type {number} */ size,
		/** @type {number} */ margin,
		/** @type {number} */ corner
	) => {
		const side = 32 + 2 * margin;
		const ground = `<rect x="${-margin}" y="${-margin}" width="${side}" height="${side}" rx="${corner}" fill="${PAPER}" />`;
		const picture = svg
			.replace('viewBox="0 0 32 32"', `viewBox="${-margin} ${-margin} ${side} ${side}"`)
			.replace('<rect', `${ground}<rect`);
		return new Resvg(picture, { fitTo: { mode: 'width', value: size } }).render().asPng();
	};
	writeFileSync(join(folder, 'favicon.ico'), packIcon(draw(32, 3, 6), 32));
	writeFileSync(join(folder, 'apple-touch-icon.png'), draw(180, 7, 0));
}
