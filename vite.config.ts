import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/browser.js';
import { dataFolder } from './scripts/data-folder.js';
import { prepareFonts } from './scripts/fonts.js';
import { buildFrame } from './scripts/frame.js';
import { buildLibrary } from './scripts/library.js';
import { loadSearchLate } from './scripts/late-search.js';
import { aliasMessages, listLanguages, siteLanguage } from './scripts/languages.js';
import { DEFAULT_ORIGIN, siteSettings } from './scripts/settings.js';
import { watchData } from './scripts/watch-data.js';
import { watchMessages } from './scripts/watch-messages.js';
import { isCurated, LEFT_OUT } from './scripts/curated-data.js';

// Far from UTC, with an offset of 45 minutes: a date in local time shows up in the tests.
const TEST_ZONE = 'Pacific/Chatham';

/** Runs instead of the tests about data/ if DATA names another folder. */
const LEFT_OUT_TEST = 'tests/data/left-out.ts';

const { base, origin } = siteSettings();
const browser = process.env.VITEST ? await findBrowser() : null;

const language = siteLanguage();
const data = dataFolder();

export default defineConfig({
	define: {
		SITE_ORIGIN: JSON.stringify(origin),
		SITE_BASE: JSON.stringify(base),
		FALLBACK_ORIGIN: JSON.stringify(DEFAULT_ORIGIN),
		SITE_LANGUAGE: JSON.stringify(language.id),
		DATA_FOLDER: JSON.stringify(data),
		SITE_LANGUAGES: JSON.stringify(listLanguages())
	},
	resolve: {
		alias: [
			{ find: '$fonts', replacement: await prepareFonts(data) },
			aliasMessages(language.words)
		]
	},
	plugins: [
		watchMessages(),
		watchData(data),
		loadSearchLate(),
		sveltekit(),
		buildFrame('src/routes/embed/hydrate.ts'),
		buildLibrary()
	],
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							// one chunk for what two pages or more load at once: Vite's default makes 20 of it; but without the messages
							// and components that the story and the embed builder do not load at once
							groups: [
								{ name: 'pages', test: /\/compiled\/pages\//, tags: ['$initial'], priority: 1 },
								{ name: 'open', test: /\/compiled\/open\//, tags: ['$initial'], priority: 1 },
								{
									name: 'common',
									test: /^(?!.*\/view\/evidence\/)/,
									tags: ['$initial'],
									minShareCount: 2
								}
							]
						}
					}
				}
			}
		}
	},
	test: {
		// a limit against hanging, not a measurement: the machine may be busy
		testTimeout: 60_000,
		provide: {
			seed: Number(process.env.TEST_SEED ?? 2010),
			long: Boolean(process.env.TEST_LONG),
			leftOut: LEFT_OUT
		},
		setupFiles: ['tests/property.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts', isCurated ? 'tests/data/*.test.ts' : LEFT_OUT_TEST],
					environment: 'node',
					// modules are imported once per worker, not once per file: pure modules keep no state
					isolate: false,
					env: { TZ: TEST_ZONE }
				}
			},
			{
				extends: true,
				test: {
					name: 'component',
					include: [
						'tests/component/**/*.test.ts',
						isCurated ? 'tests/data/component/*.test.ts' : LEFT_OUT_TEST
					],
					globalSetup: isCurated ? 'tests/data/component/provide-dataset.ts' : [],
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
