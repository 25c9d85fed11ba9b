import { expect, test as setup } from '@playwright/test';
import { buildCopy } from './project-copy.ts';

setup('a copy of the project with another language builds under a sub-path', async () => {
	setup.setTimeout(600_000); // on a busy machine
	expect(await buildCopy()).toContain('Hebrew: complete');
});
