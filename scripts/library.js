// Builds the chart as a library: build/lib/timeline.js, one ES module with its styles inside, and timeline.d.ts.
import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const FOLDER = 'lib';
const ENTRY = 'src/lib/library.ts';
const TYPES = 'src/lib/timeline.d.ts';
/** Stands in the script for the style sheet. */
const PLACEHOLDER = '__LIBRARY_STYLES__';
const QUOTED_PLACEHOLDER = new RegExp(`(["'\`])${PLACEHOLDER}\\1`);
/** Browsers with `light-dark()`: without it, only a style sheet of the same build could choose a colour scheme. */
const LIGHT_DARK = ['chrome123', 'edge123', 'firefox120', 'safari17.5'];
/** Comment of Vite, for its style sheets in development. */
const VITE_MARK = /\/\*\$vite\$:\d+\*\//g;
/** What d3-zoom imports for transitions, which the chart does not use. */
const LEFT_OUT = ['d3-transition', 'd3-interpolate'];
const UNUSED = '\0unused';

/**
 * Adds the library to the client build of each language, in its words, as scripts/frame.js does with the frame's script.
 * @returns {import('vite').Plugin}
 */
export function buildLibrary() {
	return {
		name: 'build-library',
		async writeBundle() {
			const { config, name } = this.environment;
			if (config.command !== 'build' || name !== 'client') return;
			const { root, resolve: resolution, logLevel, build: client } = config;
			await bundleLibrary({
				root,
				logLevel,
				resolve: { alias: resolution.alias },
				build: { outDir: client.outDir }
			});
			copyFileSync(join(root, TYPES), join(resolve(root, client.outDir), FOLDER, 'timeline.d.ts'));
		}
	};
}

/** @param {import('vite').InlineConfig} config whose output folder gets lib/timeline.js */
export function bundleLibrary(config) {
	return build({
		...config,
		configFile: false,
		define: { LIBRARY_STYLES: JSON.stringify(PLACEHOLDER) },
		plugins: [svelte({ configFile: false }), leaveOutTransitions(), inlineStyles()],
		build: {
			...config.build,
			emptyOutDir: false,
			copyPublicDir: false,
			cssCodeSplit: false,
			modulePreload: false,
			reportCompressedSize: false,
			cssTarget: LIGHT_DARK,
			rolldownOptions: {
				checks: { pluginTimings: false },
				input: ENTRY,
				preserveEntrySignatures: 'strict',
				output: { codeSplitting: false, entryFileNames: `${FOLDER}/timeline.js` }
			}
		}
	});
}

/**
 * Replaces d3-zoom's transition imports with stubs, since the chart uses no transitions; saves 8 of 77 KB.
 * @returns {import('vite').Plugin}
 */
function leaveOutTransitions() {
	return {
		name: 'leave-out-transitions',
		enforce: 'pre',
		resolveId(source, importer) {
			const isNeeded = !/[\\/]d3-zoom[\\/]/.test(importer ?? '') || !LEFT_OUT.includes(source);
			return isNeeded ? null : UNUSED;
		},
		load(id) {
			if (id !== UNUSED) return null;
			return 'export function interrupt() {}\nexport const interpolateZoom = undefined;';
		}
	};
}

/**
 * Moves the style sheet into the script.
 * @returns {import('vite').Plugin}
 */
function inlineStyles() {
	return {
		name: 'inline-styles',
		enforce: 'post',
		generateBundle(_, bundle) {
			let css = '';
			for (const [name, file] of Object.entries(bundle)) {
				if (file.type !== 'asset' || !name.endsWith('.css')) continue;
				css += file.source;
				delete bundle[name];
			}
			for (const file of Object.values(bundle))
				if (file.type === 'chunk')
					file.code = file.code.replace(QUOTED_PLACEHOLDER, () =>
						JSON.stringify(css.replace(VITE_MARK, '').trim())
					);
		}
	};
}
