import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * The import directions: from which other folders of src/lib each folder may import.
 * @type {Record<string, string[]>}
 */
const MAY_IMPORT = {
	language: [],
	model: ['language'],
	data: ['language', 'model'],
	import: ['language', 'model'],
	layout: ['language', 'model'],
	state: ['language', 'model', 'layout'],
	view: ['language', 'model', 'import', 'layout', 'state'],
	export: ['language', 'model', 'layout'],
	embed: ['language', 'model', 'layout'],
	site: ['language', 'model', 'import', 'layout', 'state', 'view', 'export', 'embed'],
	server: [
		'language',
		'model',
		'data',
		'import',
		'layout',
		'state',
		'view',
		'export',
		'embed',
		'site'
	]
};

/** The parts of a folder in which imports also run one way: each may import from those before it. */
const PARTS_IN_ORDER = {
	layout: ['scale', 'marks', 'place', 'scene'],
	data: ['read', 'check', 'translate', 'compile']
};

/** Folders that are bound to SvelteKit; all others work on a page without it. */
const KIT_FOLDERS = ['site', 'server'];

/** Folders whose modules never reach the browser. */
const BUILD_FOLDERS = ['data', 'server'];

/**
 * Packages that a folder does without.
 * @type {Record<string, string[]>}
 */
const NO_PACKAGES = {
	model: ['svelte', 'd3', 'd3-[^/]+'],
	data: ['svelte', 'd3', 'd3-[^/]+'],
	import: ['svelte', 'd3', 'd3-[^/]+'],
	layout: ['svelte']
};
const BUILD_PACKAGES = ['zod', 'yaml', 'edtf', 'node:[^/]+'];

const FOLDERS = Object.keys(MAY_IMPORT);
const KIT_MODULES = '^[$](?:app|env|service-worker)(?:/|$)|^@sveltejs/kit(?:/|$)|^virtual:';

/**
 * One restriction, in the words of `no-restricted-imports`.
 * @typedef {{ regex: string, message: string, allowTypeImports?: boolean }} Ban
 */

/**
 * @param {string} folder of src/lib, or a folder in it
 * @param {number | null} depth of the importing file below src/lib; null outside of it
 * @returns {string} matches the folder's modules, by a relative path or through the alias
 */
function modulesOf(folder, depth) {
	const up = depth === null ? '(?:[.][.]/)+lib/' : '[.][.]/'.repeat(depth) || '[.]/';
	return `^(?:${up}|[$]lib/)${folder}(?:/|$)`;
}

/** @param {string[]} packages */
const packagesNamed = (packages) => `^(?:${packages.join('|')})(?:/|$)`;

/**
 * Modules that never reach the browser; EDTF does on `/open/`, with the reader that needs it.
 * @param {number | null} depth of the importing file below src/lib
 * @param {string} [parts] of model
 * @returns {Ban[]}
 */
const buildModules = (depth, parts = '(?:schema|edtf|questions[.]ts)') => [
	{
		regex: modulesOf('(?:data|server)', depth),
		message:
			'data and server stay in the build: pages get what they need from their load functions.'
	},
	{
		regex: modulesOf(`model/${parts}`, depth),
		message: 'Schemas and EDTF stay in the build: import types from model/types.ts.'
	}
];

/** @type {Ban} */
const scripts = {
	regex: '^(?:[.][.]/)+(?:.*/)?scripts(?:/|$)',
	message: 'Nothing in src imports from scripts.'
};

/** @type {Ban[]} */
const legacyModules = [
	{
		regex: '^svelte/(?:store|legacy)$',
		message: 'No legacy Svelte: use runes.'
	}
];

/**
 * @param {string} name of the folder
 * @param {number} depth of the importing file below src/lib
 * @param {string[]} [allowed] other folders
 * @returns {Ban[]}
 */
function bansFor(name, depth, allowed = MAY_IMPORT[name] ?? []) {
	const forbidden = FOLDERS.filter((folder) => folder !== name && !allowed.includes(folder));
	/** @type {Ban[]} */
	const bans = forbidden.map((folder) => ({
		regex: modulesOf(folder, depth),
		message: `${name} may import ${list(allowed) ?? 'nothing'}, not ${folder}.`
	}));
	if (!BUILD_FOLDERS.includes(name)) {
		if (name === 'import') bans.push(...buildModules(depth, '(?:schema|questions[.]ts)'));
		else if (name !== 'model') bans.push(...buildModules(depth));
		bans.push({
			regex: packagesNamed(name === 'model' ? ['yaml', 'node:[^/]+'] : BUILD_PACKAGES),
			message: 'This package belongs to the build (src/lib/data): it must not reach the browser.',
			allowTypeImports: true
		});
	}
	if (!KIT_FOLDERS.includes(name)) {
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
		scripts,
		{ regex: '^[$]lib(?:/|$)', message: 'Inside src/lib imports are relative.' },
		{
			regex:
				'^[.]{1,2}(?:/|$)(?!compiled/)(?!(?:.*/)?script[.]js$)(?!.*[.](?:ts|svelte|css|json|csl)(?:[?].*)?$)',
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
			// non-reactive bookkeeping in classes is deliberate
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
	...FOLDERS.flatMap((folder) => [
		...restrict(`src/lib/${folder}`, bansFor(folder, 1)),
		...restrict(`src/lib/${folder}/*/**`, bansFor(folder, 2))
	]),
	...Object.entries(PARTS_IN_ORDER).flatMap(([folder, parts]) =>
		parts.slice(0, -1).flatMap((part, index) =>
			restrict(`src/lib/${folder}/${part}`, [
				...bansFor(folder, 2),
				...parts.slice(index + 1).map((later) => ({
					regex: `^[.][.]/${later}/`,
					message: `${folder}/${part} comes before ${folder}/${later}, and may not import from it.`
				}))
			])
		)
	),
	restrict(
		'src/lib',
		bansFor(
			'src/lib',
			0,
			FOLDERS.filter((folder) => !KIT_FOLDERS.includes(folder))
		)
	),
	restrict('src/routes/**', [scripts, ...legacyModules]),
	restrict(
		'src/routes/**',
		[...buildModules(null), scripts, ...legacyModules],
		['**/*.server.ts', '**/+server.ts']
	)
);
