import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * The import directions: from which other parts of src/lib each part may import. Types of `data`
 * may be imported everywhere; its values (zod, yaml, edtf) only where the site is built.
 * @type {Record<string, string[]>}
 */
const MAY_IMPORT = {
	language: [],
	data: ['language'],
	model: ['language'],
	layout: ['language', 'model'],
	state: ['language', 'model', 'layout'],
	view: ['language', 'model', 'layout', 'state'],
	export: ['language', 'model', 'layout'],
	embed: ['language', 'model', 'layout']
};

/**
 * Packages that a part must do without.
 * @type {Record<string, string[]>}
 */
const NO_PACKAGES = {
	data: ['svelte', 'd3', 'd3-[^/]+'],
	model: ['svelte'],
	layout: ['svelte']
};
const BUILD_PACKAGES = ['zod', 'yaml', 'edtf', 'node:[^/]+'];

const PARTS = Object.keys(MAY_IMPORT);
const KIT_MODULES = '^[$](?:app|env|service-worker)(?:/|$)|^@sveltejs/kit(?:/|$)|^virtual:';

/**
 * One restriction, in the words of `no-restricted-imports`.
 * @typedef {{ regex: string, message: string, allowTypeImports?: boolean }} Ban
 */

/**
 * @param {string} part of src/lib
 * @returns {string} matches its modules, as a neighbour or through the alias
 */
const modulesOf = (part) => `^(?:(?:[.][.]/)+(?:lib/)?|[$]lib/)${part}(?:/|$)`;

/** @param {string[]} packages */
const packagesNamed = (packages) => `^(?:${packages.join('|')})(?:/|$)`;

/** @type {Ban} */
const dataValues = {
	regex: `${modulesOf('data')}|^[.]/data/`,
	message: 'Only types may be imported from data here: its values stay in the build.',
	allowTypeImports: true
};

/** @type {Ban} */
const datasetModule = {
	regex: '^virtual:',
	message: 'Only server files read the dataset: a page gets from its load what it needs.'
};

/** @type {Ban[]} */
const legacyModules = [
	{
		regex: '^svelte/(?:store|legacy)$',
		message: 'No legacy Svelte: use runes.'
	}
];

/**
 * @param {string} name of the part
 * @param {string[]} allowed other parts
 * @returns {Ban[]}
 */
function bansFor(name, allowed) {
	const may = list([...allowed, ...(name === 'data' ? [] : ['the types of data'])]) ?? 'nothing';
	const forbidden = PARTS.filter(
		(part) => part !== name && part !== 'data' && !allowed.includes(part)
	);
	/** @type {Ban[]} */
	const bans = forbidden.map((part) => ({
		regex: modulesOf(part),
		message: `${name} may import ${may}, not ${part}.`
	}));
	if (name !== 'data') {
		bans.push(dataValues);
		bans.push({
			regex: packagesNamed(BUILD_PACKAGES),
			message: 'This package belongs to the build (src/lib/data): it must not reach the browser.',
			allowTypeImports: true
		});
		bans.push({
			regex: KIT_MODULES,
			message: 'src/lib must work on a page without SvelteKit: pass in what src/routes knows.'
		});
	}
	if (NO_PACKAGES[name]) {
		bans.push({
			regex: packagesNamed(NO_PACKAGES[name]),
			message: `${name} does without this package.`
		});
	}
	bans.push(
		{
			regex: '^(?:[.]{1,2}/)+(?:.*/)?routes(?:/|$)',
			message: 'Nothing in src/lib may import from src/routes.'
		},
		{ regex: '^[$]lib(?:/|$)', message: 'Inside src/lib imports are relative.' },
		{
			regex: '^[.]{1,2}(?:/|$)(?!compiled/)(?!.*[.](?:ts|svelte|css|json)(?:[?].*)?$)',
			message: 'Inside src/lib imports name the file with its ending, such as ./date.ts.'
		}
	);
	return [...bans, ...legacyModules];
}

/** @param {string[]} words */
function list(words) {
	const last = words.at(-1);
	return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

const legacySyntax = [
	['SvelteReactiveStatement', 'Use $derived or $effect.'],
	['SvelteScriptElement ExportNamedDeclaration > VariableDeclaration[kind="let"]', 'Use $props().'],
	['Identifier[name=/^[$][$](?:props|restProps|slots)$/]', 'Use $props() and snippets.'],
	['SvelteDirective[kind="EventHandler"]', 'Use an event attribute, such as onclick.'],
	['SvelteElement[name.name="slot"]', 'Use a snippet and {@render}.']
].map(([selector, message]) => ({ selector, message: `No legacy Svelte: ${message}` }));

/**
 * The rules for one set of files: the bans, for `import` and for `import()` alike, and in
 * components the legacy syntax.
 * @param {string} folder
 * @param {Ban[]} bans
 * @param {string[]} [ignores]
 * @returns {import('eslint').Linter.Config[]}
 */
function restrict(folder, bans, ignores = []) {
	// the selector's own grammar has no way to write a slash
	const dynamic = bans.map(({ regex, message }) => ({
		selector: `ImportExpression > Literal.source[value=/${regex.replaceAll('/', '\\x2f')}/]`,
		message
	}));
	/** @type {import('eslint').Linter.RuleEntry} */
	const imports = ['error', { patterns: bans }];
	return [
		{
			files: [`${folder}/*.{js,ts}`],
			ignores: ['**/*.d.ts', ...ignores],
			rules: {
				'no-restricted-imports': imports,
				'no-restricted-syntax': ['error', ...dynamic]
			}
		},
		{
			files: [`${folder}/*.svelte`],
			rules: {
				'no-restricted-imports': imports,
				'no-restricted-syntax': ['error', ...dynamic, ...legacySyntax]
			}
		}
	];
}

export default defineConfig(
	includeIgnoreFile(fileURLToPath(new URL('.gitignore', import.meta.url))),
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			eqeqeq: 'error',
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			'@typescript-eslint/no-import-type-side-effects': 'error',
			// what a class only keeps books in is plain on purpose
			'svelte/prefer-svelte-reactivity': 'off',
			// {' '} keeps a space that Svelte would trim
			'svelte/no-useless-mustaches': 'off',
			// src/lib is handed its links; that they hold under a sub-path, the build checks
			'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		},
		rules: { 'no-undef': 'off' } // TypeScript's task
	},
	...PARTS.flatMap((part) => restrict(`src/lib/${part}/**`, bansFor(part, MAY_IMPORT[part] ?? []))),
	restrict('src/lib', bansFor('src/lib', PARTS)),
	restrict(
		'src/routes/**',
		[dataValues, datasetModule, ...legacyModules],
		['**/*.server.ts', '**/+server.ts']
	)
);
