// Whether DATA names data/, which the tests in tests/data are about.
import { join, resolve } from 'node:path';
import { root } from './command.js';

const folder = resolve(root, process.env.DATA || 'data');

export const isCurated = folder === join(root, 'data');

/** Printed instead of those tests. */
export const LEFT_OUT = `The tests in tests/data are left out: they are about data/, and DATA names ${folder}.`;
