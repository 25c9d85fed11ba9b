// Says after the build what a visitor downloads before the first view works, and holds the embed
// to its budget. Of a page's languages it is the largest that counts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parseSync } from 'vite';
import { fail, isCommand, root } from './command.js';
import { listLanguages } from './languages.js';
import { siteSettings } from './settings.js';

/** What JavaScript and CSS of an embed's first view may weigh in Brotli, in bytes. */
const EMBED_BUDGET = 60 * 1024;

const PAGES = ['/embed/', '/'];

/**
 * What one page loads by itself. Sizes are bytes in Brotli, each file compressed alone as a host
 * would send it.
 * @typedef {object} PageSize
 * @property {number} scriptFiles
 * @property {number} scriptInline
 * @property {number} styleFiles
 * @property {number} styleInline
 * @property {number} code the four above together
 * @property {number} data JSON in the page
 * @property {number} html the page as a whole: its text, and once more all that is inline
 * @property {string[]} files
 *
 * @callback ReadFile
 * @param {string} path from the site's root, without the base path
 * @returns {string}
 */

/**
 * @param {string} page its path, with trailing slash and without the base path
 * @param {ReadFile} read throws when the site has no such file
 * @param {string} [base] the sub-path the site was built for
 * @returns {PageSize}
 */
export function measurePage(page, read, base = '') {
	const html = read(`${page}index.html`);
	const found = scanPage(html);
	/** @type {Set<string>} */
	const modules = new Set();
	/** @type {Set<string>} */
	const styles = new Set();

	/**
	 * @param {string} specifier
	 * @param {string} from
	 */
	const locate = (specifier, from) => {
		const url = new URL(specifier, `http://site${base}${from}`);
		if (url.host !== 'site' || !url.pathname.startsWith(`${base}/`)) {
			throw new Error(`${page} loads ${specifier}, which is not part of the site.`);
		}
		return decodeURI(url.pathname.slice(base.length));
	};
	/** @param {string} path */
	const follow = (path) => {
		if (modules.has(path)) return;
		modules.add(path);
		const { eager } = importsOf(path, read(path));
		for (const specifier of eager) follow(locate(specifier, path));
	};

	/** @param {string} entry */
	const nodesOf = (entry) =>
		importsOf(entry, read(entry)).lazy.map((specifier) => locate(specifier, entry));

	for (const src of found.scripts) follow(locate(src, page));
	for (const href of found.styles) styles.add(locate(href, page));
	for (const script of found.inlineScripts) {
		const { eager, lazy } = importsOf('inline.js', script);
		for (const specifier of [...eager, ...lazy]) follow(locate(specifier, page));
		// Kit's bootstrap names its page's components by number; the app's entry knows their files
		const nodes = lazy.map((specifier) => locate(specifier, page)).flatMap(nodesOf);
		for (const id of nodeIds(script)) {
			const node = nodes.find((path) => path.includes(`/nodes/${id}.`));
			if (node) follow(node);
		}
	}

	const scriptFiles = sum([...modules].map((path) => weigh(read(path))));
	const styleFiles = sum([...styles].map((path) => weigh(read(path))));
	const scriptInline = weigh(found.inlineScripts.join('\n'));
	const styleInline = weigh(found.inlineStyles.join('\n'));
	return {
		scriptFiles,
		scriptInline,
		styleFiles,
		styleInline,
		code: scriptFiles + scriptInline + styleFiles + styleInline,
		data: weigh(found.json.join('\n')),
		html: weigh(html),
		files: [...modules, ...styles]
	};
}

/**
 * The scripts and styles of a page. Comments, scripts and styles are read in one go, so that a tag
 * inside one of them counts for nothing.
 * @param {string} html
 */
function scanPage(html) {
	const found = {
		/** @type {string[]} */ scripts: [],
		/** @type {string[]} */ styles: [],
		/** @type {string[]} */ inlineScripts: [],
		/** @type {string[]} */ inlineStyles: [],
		/** @type {string[]} */ json: []
	};
	const attributes = `((?:[^>"']|"[^"]*"|'[^']*')*)`;
	const tags = new RegExp(
		`<!--[^]*?-->|<(script|style)\\b${attributes}>([^]*?)</\\1\\s*>|<(link)\\b${attributes}>`,
		'gi'
	);
	for (const [, element, text = '', content = '', link, linkText = ''] of html.matchAll(tags)) {
		if (link) {
			const { rel = '', href, disabled } = readAttributes(linkText);
			if (!href || disabled !== undefined) continue;
			const rels = rel.toLowerCase().split(/\s+/);
			if (rels.includes('modulepreload')) found.scripts.push(href);
			if (rels.includes('stylesheet')) found.styles.push(href);
		} else if (element?.toLowerCase() === 'style') {
			found.inlineStyles.push(content);
		} else if (element) {
			const { src, type = '' } = readAttributes(text);
			if (!/^$|^module$|javascript$/i.test(type)) found.json.push(content);
			else if (src) found.scripts.push(src);
			else found.inlineScripts.push(content);
		}
	}
	return found;
}

/**
 * @param {string} text of a tag, after its name
 * @returns {Record<string, string>}
 */
function readAttributes(text) {
	const pairs = text.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g);
	return Object.fromEntries(
		[...pairs].map(([, name = '', double, single, bare]) => [
			name.toLowerCase(),
			(double ?? single ?? bare ?? '').replaceAll('&amp;', '&')
		])
	);
}

/**
 * What a script imports: `eager` as soon as it loads, `lazy` when it asks for it.
 * @param {string} name
 * @param {string} code
 */
function importsOf(name, code) {
	const { module } = parseSync(name, code);
	return {
		eager: [
			...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
			...module.staticExports.flatMap(({ entries }) =>
				entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : []))
			)
		],
		lazy: module.dynamicImports.flatMap(({ moduleRequest }) => {
			const literal = /^["'`]([^"'`$]+)["'`]$/.exec(
				code.slice(moduleRequest.start, moduleRequest.end)
			);
			return literal?.[1] ? [literal[1]] : [];
		})
	};
}

/**
 * The components that Kit loads at its start: those of the page, and always the outermost layout
 * and error page, 0 and 1.
 * @param {string} script Kit's bootstrap
 */
function nodeIds(script) {
	const ids = /\bnode_ids\s*:\s*\[([\d,\s]*)\]/.exec(script)?.[1];
	return ids === undefined ? [] : [...new Set(['0', '1', ...(ids.match(/\d+/g) ?? [])])];
}

/** @param {string} text */
function weigh(text) {
	if (text === '') return 0;
	const bytes = Buffer.from(text);
	return brotliCompressSync(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
		}
	}).length;
}

/** @param {number[]} numbers */
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}

/** @param {number} bytes */
function kilobytes(bytes) {
	return (bytes / 1024).toFixed(1);
}

/**
 * @param {string[]} pages
 * @param {PageSize[]} sizes
 */
function table(pages, sizes) {
	/** @type {[string, string[]][]} */
	const rows = [
		['First view, KB in Brotli', pages],
		['JavaScript in files', sizes.map(({ scriptFiles }) => kilobytes(scriptFiles))],
		['JavaScript in the page', sizes.map(({ scriptInline }) => kilobytes(scriptInline))],
		['CSS in files', sizes.map(({ styleFiles }) => kilobytes(styleFiles))],
		['CSS in the page', sizes.map(({ styleInline }) => kilobytes(styleInline))],
		['JavaScript and CSS', sizes.map(({ code }) => kilobytes(code))],
		['  budget', pages.map((page) => (page.endsWith('/embed/') ? kilobytes(EMBED_BUDGET) : ''))],
		['  in bytes', sizes.map(({ code }) => String(code))],
		['JSON in the page', sizes.map(({ data }) => kilobytes(data))],
		['HTML, with all that is in it', sizes.map(({ html }) => kilobytes(html))],
		['Files besides the HTML', sizes.map(({ files }) => String(files.length))]
	];
	const width = Math.max(...rows.map(([label]) => label.length));
	return rows
		.map(
			([label, cells]) =>
				label.padEnd(width) +
				cells
					.map((cell) => cell.padStart(10))
					.join('')
					.trimEnd()
		)
		.join('\n');
}

/** @type {ReadFile} */
function readBuilt(path) {
	try {
		return readFileSync(join(root, 'build', path), 'utf8');
	} catch {
		throw new Error(`build${path} is missing: run "npm run build" first.`);
	}
}

/**
 * @param {string} page its path in the root's language
 * @param {string} base
 */
function findLargest(page, base) {
	const [first, ...others] = listLanguages().map(({ path }) => path + page);
	const built = others.filter((path) => existsSync(join(root, 'build', path)));
	return [first ?? page, ...built]
		.map((page) => ({ page, size: measurePage(page, readBuilt, base) }))
		.reduce((most, one) => (one.size.code > most.size.code ? one : most));
}

if (isCommand(import.meta.url)) {
	try {
		const { base } = siteSettings();
		const largest = PAGES.map((page) => findLargest(page, base));
		console.log(
			table(
				largest.map(({ page }) => page),
				largest.map(({ size }) => size)
			)
		);
		const [embed] = largest;
		if (embed && embed.size.code > EMBED_BUDGET) {
			throw new Error(
				`${embed.page} needs ${embed.size.code} bytes of JavaScript and CSS in Brotli for its first view, ` +
					`but its budget is ${EMBED_BUDGET}.`
			);
		}
	} catch (error) {
		fail(error);
	}
}
