/** The claims about exports that hold for every dataset, checked with the published one. */
import { test } from 'vitest';
import { compileTimeline } from '../../src/lib/data/compile/compile.ts';
import { CLAIMS } from '../unit/export/dataset-claims.ts';

const timeline = compileTimeline({ folder: 'data', articles: null }).timeline!;

test.each(Object.entries(CLAIMS))('%s', (_, check) => check(timeline));
