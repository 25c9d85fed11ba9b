// Builds the pages of the benchmark.
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root } from '../../scripts/command.js';
import { aliasMessages } from '../../scripts/languages.js';
import { bundleLibrary } from '../../scripts/library.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const OURS = join(root, 'src/lib/library.ts');
/** How ours.js imports it. */
const SHIPPED = './lib/timeline.js';
/** Modules of the harness: served unbundled, and not counted in a library's bytes. */
const HARNESS = ['measure.js', 'events.js'];

/**
 * TimelineJS imports a Less style sheet; this resolves it to the compiled CSS that it also ships.
 * @type {import('vite').Plugin}
 */
const compiledLess = {
	name: 'compiled-less',
	enforce: 'pre',
	resolveId(id, importer) {
		if (!id.endsWith('TL.Timeline.less')) return;
		return this.resolve('@knight-lab/timelinejs/dist/css/timeline.css', importer);
	}
};

/**
 * Writes a folder for each library: a page, a script and, if it has styles, a style sheet.
 * @param {string[]} libraries names of the adapters in this folder
 * @param {string} folder
 * @throws {Error} with one sentence, if the source of this project's chart is missing
 */
export async function buildPages(libraries, folder) {
	if (libraries.includes('ours') && !existsSync(OURS)) {
		const missing = relative(root, OURS);
		throw new Error(`${missing} is missing: without it, measure others (--libraries vis).`);
	}
	for (const file of HARNESS) cpSync(join(here, file), join(folder, file));
	const links = libraries.map((library) => `<p><a href="${library}/">${library}</a></p>`);
	writeFileSync(join(folder, 'index.html'), `<!doctype html>\n${links.join('\n')}\n`);
	for (const library of libraries) {
		const own = join(folder, library);
		await bundle(library, own);
		// as the site ships it, with the messages of one language
		if (library === 'ours')
			await bundleLibrary({
				root,
				logLevel: 'warn',
				resolve: { alias: [aliasMessages('en')] },
				build: { outDir: own }
			});
		writeFileSync(join(own, 'index.html'), page(library, existsSync(join(own, 'chart.css'))));
	}
}

/**
 * @param {string} library
 * @param {string} outDir
 */
async function bundle(library, outDir) {
	mkdirSync(outDir, { recursive: true });
	await build({
		configFile: false,
		root,
		base: './',
		publicDir: false,
		logLevel: 'warn',
		plugins: [compiledLess],
		build: {
			outDir,
			emptyOutDir: true,
			cssCodeSplit: false,
			modulePreload: false,
			reportCompressedSize: false,
			rolldownOptions: {
				checks: { pluginTimings: false },
				input: join(here, `${library}.js`),
				external: [SHIPPED],
				preserveEntrySignatures: 'strict',
				output: {
					codeSplitting: false,
					entryFileNames: 'chart.js',
					assetFileNames: ({ names }) =>
						names.some((name) => name.endsWith('.css')) ? 'chart.css' : '[name][extname]'
				}
			}
		}
	});
}

/**
 * @param {string} library
 * @param {boolean} hasStyle
 */
function page(library, hasStyle) {
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${library}</title>
<link rel="icon" href="data:,">
${hasStyle ? '<link rel="stylesheet" href="chart.css">' : ''}
<style>body { margin: 0 } #target { width: 1280px; height: 720px }</style>
<div id="target"></div>
<script type="module" src="../measure.js"></script>
</html>
`;
}
