/**
 * The site's typefaces, subset at build time. Each page preloads one small Latin file per typeface; a browser loads the
 * files of other characters only when a page shows some. Written to a cache that is named after its content, so that
 * builds at the same time, and of different data, never share a half-written one.
 */
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { root } from './command.js';

/** @typedef {{ family: string, id: string, package: string, css: string, display: string }} Typeface */

/**
 * Inter replaces the local font whenever it comes: its texts have room for both. Lines of the serif would break elsewhere
 * then, so a page that is drawn before it comes keeps the local font.
 * @type {Typeface[]}
 */
const TYPEFACES = [
	{
		family: 'Inter',
		id: 'inter',
		package: '@fontsource-variable/inter',
		css: 'sans.css',
		display: 'swap'
	},
	{
		family: 'Source Serif 4',
		id: 'source-serif-4',
		package: '@fontsource-variable/source-serif-4',
		css: 'serif.css',
		display: 'optional'
	}
];

/** The parts of a typeface's package that are used, by script; a typeface may lack some. */
const SCRIPTS = ['latin-ext', 'vietnamese', 'greek', 'cyrillic', 'latin'];
/** The range of weights that the styles use. */
const WEIGHTS = { min: 400, max: 700 };
/** OpenType features. Without contextual alternates, a text is as wide as its characters. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum'];
/** Always in the main file: ASCII and common punctuation. */
const COMMON =
	Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('') +
	'\u00a0\u202f–—‘’“”«»…·×−€';

const find = createRequire(import.meta.url).resolve;
const CACHE = join(root, 'node_modules/.cache/fonts');
const MESSAGES = join(root, 'src/lib/language');

/**
 * Subsets the typefaces to the characters of the messages and the data.
 * @param {string} data folder
 * @returns {Promise<string>} the folder with `sans.css`, `serif.css` and the files that they name
 */
export async function prepareFonts(data) {
	const text = listCharacters(data);
	const hash = createHash('sha256')
		.update(readFileSync(fileURLToPath(import.meta.url)))
		.update(text);
	for (const typeface of TYPEFACES)
		hash.update(readFileSync(join(packageFolder(typeface), 'package.json')));
	const folder = join(CACHE, hash.digest('hex').slice(0, 16));
	if (existsSync(folder)) return folder;

	mkdirSync(CACHE, { recursive: true });
	const work = mkdtempSync(`${folder}-`);
	try {
		for (const typeface of TYPEFACES)
			writeFileSync(join(work, typeface.css), await subsetTypeface(typeface, text, work));
		renameSync(work, folder);
	} catch (error) {
		// another build may have been first
		if (!existsSync(folder)) throw error;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
	return folder;
}

/**
 * Copies the licences of the typefaces, which must go wherever the files go.
 * @param {string} build the folder of the built site
 */
export function writeLicenses(build) {
	mkdirSync(join(build, 'licenses'), { recursive: true });
	for (const typeface of TYPEFACES)
		cpSync(join(packageFolder(typeface), 'LICENSE'), join(build, 'licenses', `${typeface.id}.txt`));
}

/**
 * @param {Typeface} typeface
 * @param {string} text characters of the main file
 * @param {string} folder to write the files to
 * @returns {Promise<string>} style sheet
 */
async function subsetTypeface(typeface, text, folder) {
	const { family, id, display } = typeface;
	const from = packageFolder(typeface);
	/** @type {Record<string, string>} */
	const ranges = JSON.parse(readFileSync(join(from, 'unicode.json'), 'utf8'));
	const rules = [];
	for (const script of SCRIPTS.filter((script) => ranges[script])) {
		const all = parseRanges(/** @type {string} */ (ranges[script]));
		const font = readFileSync(join(from, 'files', `${id}-${script}-wght-normal.woff2`));
		/** @type {[string, number[]][]} */
		const parts = [[script, all]];
		if (script === 'latin') {
			const wanted = new Set([...text].map((character) => character.codePointAt(0)));
			parts[0] = ['latin-more', all.filter((code) => !wanted.has(code))];
			parts.push(['latin', all.filter((code) => wanted.has(code))]);
		}
		for (const [part, codes] of parts) {
			const file = `${id}-${part}.woff2`;
			const subset = await subsetFont(font, String.fromCodePoint(...codes), {
				targetFormat: 'woff2',
				variationAxes: { wght: WEIGHTS },
				keepFeatures: FEATURES
			});
			writeFileSync(join(folder, file), subset);
			// never inline: the policy of the pages allows files alone
			rules.push(`@font-face {
	font-family: '${family}';
	font-weight: ${WEIGHTS.min} ${WEIGHTS.max};
	font-display: ${display};
	src: url('./${file}?no-inline') format('woff2');
	unicode-range: ${formatRanges(codes)};
}
`);
		}
	}
	return rules.join('');
}

/**
 * @param {string} data folder
 * @returns {string} common characters, and each character of the messages and the data once, in order
 */
function listCharacters(data) {
	const languages = readdirSync(MESSAGES, { withFileTypes: true }).filter(
		(entry) => entry.isDirectory() && existsSync(join(MESSAGES, entry.name, 'language.json'))
	);
	const texts = [
		...languages.flatMap(({ name }) => readAll(join(MESSAGES, name), '.json')),
		...readAll(data, '.yaml')
	];
	return [...new Set([COMMON, ...texts].join(''))].toSorted().join('');
}

/** @param {string} folder @param {string} extension @returns {string[]} the texts of its files */
function readAll(folder, extension) {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(extension))
		.map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** @param {Typeface} typeface */
function packageFolder(typeface) {
	return dirname(find(`${typeface.package}/package.json`));
}

/** @param {string} ranges as in CSS: `U+0000-00FF,U+0131` @returns {number[]} code points, without control characters */
function parseRanges(ranges) {
	return ranges
		.split(',')
		.flatMap((range) => {
			const [first = 0, last = first] = range
				.slice('U+'.length)
				.split('-')
				.map((code) => parseInt(code, 16));
			return Array.from({ length: last - first + 1 }, (_, i) => first + i);
		})
		.filter((code) => !/\p{Cc}/u.test(String.fromCodePoint(code)));
}

/** @param {number[]} codes ascending @returns {string} as in CSS */
function formatRanges(codes) {
	/** @type {[number, number][]} */
	const ranges = [];
	for (const code of codes) {
		const last = ranges.at(-1);
		if (last && last[1] === code - 1) last[1] = code;
		else ranges.push([code, code]);
	}
	return ranges
		.map(([first, last]) => {
			const [from, to] = [first, last].map((code) => code.toString(16).toUpperCase());
			return first === last ? `U+${from}` : `U+${from}-${to}`;
		})
		.join(',');
}
