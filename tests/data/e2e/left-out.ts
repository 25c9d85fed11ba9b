/** Runs instead of the other tests in this folder if DATA names another folder. */
import { test } from '@playwright/test';
import { LEFT_OUT } from '../curated.ts';

test.skip(LEFT_OUT, () => {});
