import { test } from 'vitest';
import { company } from '../../gallery/company.ts';
import { CLAIMS } from './dataset-claims.ts';

test.each(Object.entries(CLAIMS))('%s', (_, check) => check(company));
