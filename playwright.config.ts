import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.js';
import { isCurated } from './scripts/curated-data.js';

const port = Number(process.env.E2E_PORT ?? 4179);

/** Tests of the invented company's builds, which the `company` project makes. */
const COMPANY_TESTS = ['rtl', 'subpath', 'discovery', 'company', 'draft'].map(
	(name) => `**/site/${name}.spec.ts`
);

export default defineConfig({
	testDir: 'tests/e2e',
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	workers: 2,
	// a busy machine may miss a deadline once: what passes at the second try is listed as flaky, what fails twice has failed
	retries: process.env.CI ? 1 : 0,
	// limits against hanging, not measurements: the machine may be busy
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: 'list',
	use: {
		baseURL: `http://localhost:${port}`,
		browserName: 'chromium',
		locale: 'en-GB',
		// compressing each response again takes longer than sending it
		extraHTTPHeaders: { 'Accept-Encoding': 'identity' },
		viewport: { width: 1280, height: 800 },
		launchOptions: (await findBrowser()) ?? {}
	},
	projects: [
		{ name: 'chromium', testIgnore: COMPANY_TESTS },
		{
			name: 'data',
			testDir: 'tests/data/e2e',
			testMatch: isCurated ? '**/*.spec.ts' : 'left-out.ts'
		},
		{ name: 'company', testMatch: '**/support/company.setup.ts' },
		{ name: 'chromium in the company', testMatch: COMPANY_TESTS, dependencies: ['company'] }
	],
	webServer: {
		command: `node scripts/serve.js --port ${port} --base ""`,
		url: `http://localhost:${port}/`,
		reuseExistingServer: false
	}
});
