import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/command.js';

/** @returns {URL | null} the origin that the site was built for, if it is one of this machine */
export function originOfBuild() {
	const page = readFileSync(join(root, 'build/index.html'), 'utf8');
	const [, address] = /application\/json\+oembed" href="([^"]+)"/.exec(page) ?? [];
	const url = new URL('/', address ?? 'http://none/');
	return url.hostname === 'localhost' ? url : null;
}
