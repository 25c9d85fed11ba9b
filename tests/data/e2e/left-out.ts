/** Runs instead of the other tests in this folder if DATA names another folder. */
import { test } from '@playwright/test';
import { LEFT_OUT } from '../../../scripts/curated-data.js';

test.skip(LEFT_OUT, () => {});
