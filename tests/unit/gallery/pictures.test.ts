/** The pictures of the gallery as snapshots: `npx vitest run --project unit tests/unit/gallery -u` updates them. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PICTURES } from '../../gallery/pictures.ts';
import { drawPicture } from './svg.ts';

/** Maximum size of a snapshot, characters: more is not reviewed. */
const MAX_SIZE = 60_000;

describe.each(PICTURES)('the picture $name', (picture) => {
	test.each(picture.widths)('is as in its snapshot at %i px', async (width) => {
		const svg = drawPicture(picture, width);
		expect(svg.length).toBeLessThan(MAX_SIZE);
		await expect(svg).toMatchFileSnapshot(`../../gallery/snapshots/${picture.name}-${width}.svg`);
	});
});

test('every snapshot belongs to a picture', () => {
	const names = PICTURES.flatMap(({ name, widths }) =>
		widths.map((width) => `${name}-${width}.svg`)
	);
	const left = readdirSync('tests/gallery/snapshots').filter((file) => !names.includes(file));
	expect(left).toEqual([]);
});
