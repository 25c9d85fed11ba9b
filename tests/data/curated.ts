/** Whether the tests in tests/data run: they are about data/, not about another folder that DATA names. */
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, process.env.DATA || 'data');

export const isCurated = folder === resolve(root, 'data');

export const LEFT_OUT = `The tests in tests/data are left out: they are about data/, and DATA names ${folder}.`;
