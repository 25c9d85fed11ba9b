import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.js';

const port = Number(process.env.E2E_PORT ?? 4179);

export default defineConfig({
	testDir: 'tests/e2e',
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	workers: 2,
	// a busy machine may miss a deadline once: what passes at the second try is listed as flaky, what fails twice has failed
	retries: process.env.CI ? 1 : 0,
	timeout: 30_000,
	expect: { timeout: process.env.CI ? 10_000 : 5_000 },
	// the JSON is for scripts/test.js, which says where to put it
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
	use: {
		baseURL: `http://localhost:${port}`,
		locale: 'en-GB',
		viewport: { width: 1280, height: 800 },
		launchOptions: (await findBrowser()) ?? {}
	},
	projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
	webServer: {
		command: `node scripts/serve.js --port ${port} --base ""`,
		url: `http://localhost:${port}/`,
		reuseExistingServer: false
	}
});
