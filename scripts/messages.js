// Compiles the messages of the interface, src/lib/language/<id>/*.json, to modules of functions in
// src/lib/language/compiled/: one per language and inlang project, so that a page loads no other pages' messages. Fails
// with one sentence for each message that is missing or has other inputs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { fail, isCommand, root } from './command.js';
import { listInterfaceLanguages, readJson } from './languages.js';

/** @typedef {Record<string, unknown>} Messages by key */

const FOLDER = 'src/lib/language';

/** The inlang projects, `<name>.inlang`, and the folder in compiled/ of each: of all first views, of other pages, of /open/. */
const PROJECTS = { project: '.', pages: 'pages', open: 'open' };

/**
 * @param {string} language id
 * @returns {Record<string, Messages>} by file name
 */
function readMessages(language) {
	const folder = `${FOLDER}/${language}`;
	const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'));
	return Object.fromEntries(files.map((name) => [name, readJson(`${folder}/${name}`)]));
}

/**
 * The inputs of a message, `{count}`, and its markup, `{#link}`.
 * @param {unknown} message a text, or variants of one
 */
export function listInputs(message) {
	const text = JSON.stringify(message);
	return [...new Set(text.match(/\{[#/]?[a-zA-Z]\w*\}/g) ?? [])].sort().join(' ');
}

/**
 * @param {Record<string, Messages>} messages of one language
 * @param {string} language id
 * @returns {string[]} a sentence for each key that two files define
 */
export function findRepeated(messages, language) {
	/** @type {Map<string, string>} */
	const places = new Map();
	return Object.entries(messages).flatMap(([file, words]) =>
		Object.keys(words).flatMap((key) => {
			const first = places.get(key);
			places.set(key, first ?? file);
			return first ? [`${FOLDER}/${language}/${file}: “${key}” is also in ${first}.`] : [];
		})
	);
}

/**
 * @param {Record<string, Messages>} base
 * @param {Record<string, Messages>} other
 * @param {string} language id of the other
 * @returns {string[]} a sentence for each missing, unknown or differing message
 */
export function compareMessages(base, other, language) {
	const problems = [];
	for (const file of new Set([...Object.keys(base), ...Object.keys(other)])) {
		const place = `${FOLDER}/${language}/${file}`;
		const [from, to] = [base[file] ?? {}, other[file] ?? {}];
		for (const key of Object.keys(from)) {
			if (!(key in to) || to[key] === '') {
				problems.push(
					`${place}: “${key}” is missing; in English it is ${JSON.stringify(from[key])}.`
				);
				continue;
			}
			const [wanted, given] = [listInputs(from[key]), listInputs(to[key])];
			if (wanted !== given)
				problems.push(
					`${place}: “${key}” has ${given || 'no inputs'}, but the English has ${wanted || 'none'}.`
				);
		}
		for (const key of Object.keys(to))
			if (!(key in from)) problems.push(`${place}: “${key}” does not exist in English.`);
	}
	return problems;
}

/**
 * @param {string} project name
 * @param {string[]} wanted ids of languages
 * @returns {string[]} a sentence if the project lists other languages
 */
function compareLocales(project, wanted) {
	const file = `${FOLDER}/${project}.inlang/settings.json`;
	const { locales } = /** @type {{ locales?: string[] }} */ (readJson(file));
	const isSame = locales && String(locales.toSorted()) === String(wanted.toSorted());
	return isSame
		? []
		: [`${file}: “locales” must be ${JSON.stringify(wanted)}, as in project.inlang.`];
}

/**
 * @param {string} outdir the folder to write to
 * @throws {Error} with one sentence per problem
 */
export async function compileMessages(outdir = join(root, 'src/lib/language/compiled')) {
	const [base, ...others] = listInterfaceLanguages().map(({ id }) => ({
		id,
		messages: readMessages(id)
	}));
	if (!base) throw new Error(`${FOLDER}/project.inlang/settings.json names no language.`);
	const ids = [base, ...others].map(({ id }) => id);
	const problems = [
		...Object.keys(PROJECTS).flatMap((project) => compareLocales(project, ids)),
		...findRepeated(base.messages, base.id),
		...others.flatMap(({ id, messages }) => compareMessages(base.messages, messages, id))
	];
	if (problems.length) throw new Error(problems.join('\n'));
	for (const [project, folder] of Object.entries(PROJECTS))
		await compile({
			project: join(root, FOLDER, `${project}.inlang`),
			outdir: join(outdir, folder),
			outputStructure: 'locale-modules',
			strategy: ['baseLocale'],
			emitReadme: false,
			// files that don't change are not touched, so that a development server reloads no more than it must
			cleanOutdir: false
		});
}

if (isCommand(import.meta.url)) {
	await compileMessages().catch(fail);
	process.exit(); // the compiler's timers would keep the process alive for half a minute
}
