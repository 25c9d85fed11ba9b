import { expect, test as setup } from '@playwright/test';
import { buildCompany, buildDraft, buildSmallCompany } from './company.ts';

setup.setTimeout(600_000); // on a busy machine

setup('an invented company builds from its data folder, in its own languages', async () => {
	const output = await buildCompany();
	expect(output).toContain('Hebrew: complete');
	expect(output).toMatch(/Built Deutsch\.\n|Built עברית\.\n/);
});

setup('a company of one event builds', async () => {
	expect(await buildSmallCompany()).toContain('1 event, 1 quotation');
});

setup('an imported table builds as a draft', async () => {
	expect(await buildDraft()).toContain('3 events');
});
