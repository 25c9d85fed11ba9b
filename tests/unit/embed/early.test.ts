import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { prepareFrame } from '../../../src/lib/embed/early.ts';
import { writeAddress } from '../../../src/lib/model/address.ts';

/** Every parameter that an address may have. */
const parameters = [
	...writeAddress({
		filter: { lines: ['a'], status: ['planned'], sources: ['b'], from: '2010', to: '2011', q: 'c' },
		event: 'd',
		window: ['2010', '2011'],
		theme: 'dark',
		plain: true
	}).keys()
];

describe('what cannot import the list of parameters', () => {
	test.each(parameters)('knows of %s: the head of a frame, and the host’s script', (parameter) => {
		expect(String(prepareFrame)).toMatch(new RegExp(`['"\`]${parameter}['"\`]`));
		expect(readFileSync('static/embed.js', 'utf8')).toContain(`'${parameter}'`);
	});
});
