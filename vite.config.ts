import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/browser.js';
import { buildFrame } from './scripts/frame.js';
import { leanD3 } from './scripts/lean-d3.js';
import { listLanguages, siteLanguage } from './scripts/languages.js';
import { siteSettings } from './scripts/settings.js';
import { speak } from './scripts/speak.js';
import { timelineData } from './src/lib/data/plugin.ts';

// Far from UTC, and off by 45 minutes: a date that slips into local time shows up in the tests.
const TEST_ZONE = 'Pacific/Chatham';

const { base, origin } = siteSettings();
const browser = process.env.VITEST ? await findBrowser() : null;

const plugins = () => [speak(siteLanguage().id), leanD3()];

export default defineConfig({
	define: {
		SITE_ORIGIN: JSON.stringify(origin),
		SITE_BASE: JSON.stringify(base),
		SITE_LANGUAGES: JSON.stringify(listLanguages())
	},
	plugins: [
		timelineData('data', siteLanguage().id),
		...plugins(),
		sveltekit(),
		buildFrame('src/routes/embed/alive.ts', plugins)
	],
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	test: {
		provide: { seed: Number(process.env.TEST_SEED ?? 2010) },
		setupFiles: ['tests/seed.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					environment: 'node',
					env: { TZ: TEST_ZONE }
				}
			},
			{
				extends: true,
				test: {
					name: 'component',
					include: ['tests/component/**/*.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						viewport: { width: 1280, height: 800 },
						provider: playwright({
							launchOptions: browser ?? {},
							contextOptions: { timezoneId: TEST_ZONE, locale: 'en-GB' }
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
