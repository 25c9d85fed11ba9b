/** Charts as readable SVG files: rendered by the real components, then stripped of what a picture does not show. */
import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { compile, type CompileOptions } from 'svelte/compiler';
import { render } from 'svelte/server';
import config from '../../../svelte.config.js';
import Chart from '../../../src/lib/view/chart/Chart.svelte';
import type { Picture } from '../../gallery/pictures.ts';

const FOLDER = 'src/lib/view/chart';
/** In the order of the build's style sheet, which decides between rules of equal specificity: imported ones first. */
const COMPONENTS = [
	...['Arcs', 'Axis', 'Cluster', 'FadeDefs'],
	...['MarkLabel', 'MarkShape', 'Mark', 'Pins', 'Chart']
];
/** Space around the chart, px. */
const MARGIN = 10;

interface Element {
	name: string;
	attributes: Record<string, string>;
	children: (Element | string)[];
}

/** @returns the SVG text of a picture, one element a line */
export function drawPicture({ title, lines, chosen, scene }: Picture, width: number): string {
	const drawn = scene(width);
	const { body } = render(Chart, {
		props: {
			...{ scene: drawn, lines, label: title, chosen: chosen ?? null },
			href: () => '#',
			nameOf: (event) => event.title
		}
	});
	const root = strip(parse(nameScopes(body)))!;
	root.attributes.x = String(drawn.geometry.left + MARGIN);
	root.attributes.y = String(MARGIN);
	root.attributes.width = String(width - drawn.geometry.left - drawn.geometry.right);
	const height = Math.ceil(drawn.height) + 1 + 2 * MARGIN;
	const content = write(root, '\t');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * MARGIN}" height="${height}">`,
		`\t<title>${title}, ${width} px</title>`,
		'\t<style>',
		...styleOf(content).map((line) => `\t\t${line}`),
		'\t</style>',
		'\t<rect width="100%" height="100%" fill="var(--paper)" />',
		content,
		'</svg>',
		''
	].join('\n');
}

const { compilerOptions } = config as { compilerOptions: Pick<CompileOptions, 'cssHash'> };
/** The class of a scope, as in svelte.config.js. */
const SCOPE = /(?<=[" .])_[a-z0-9]{4}\b/;

/** The compiled styles of the components, and the hash of the scope of each. */
const styles = COMPONENTS.map((name) => {
	const filename = `${FOLDER}/${name}.svelte`;
	const source = readFileSync(filename, 'utf8');
	const options = { ...compilerOptions, filename, generate: 'server' } as const;
	const css = compile(source, options).css?.code ?? '';
	const hash = SCOPE.exec(css)?.[0];
	if (!hash) throw new Error(`${filename} has no scoped style.`);
	return { name, hash, css: css.replace(/\/\*.*?\*\//gs, '').replaceAll(hash, name) };
});

/** Replaces the hashes of the scopes with the names of the components. */
function nameScopes(html: string): string {
	const named = styles.reduce((text, { name, hash }) => text.replaceAll(hash, name), html);
	const unknown = SCOPE.exec(named)?.[0];
	if (unknown) throw new Error(`The chart has a component outside COMPONENTS: ${unknown}.`);
	return named;
}

const parser = new XMLParser({
	...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' },
	...{ trimValues: false, parseTagValue: false, processEntities: false }
});

/** fast-xml-parser's form of a node: its name with its children, or `#text`, and `:@` for attributes. */
type Node = Record<string, unknown>;

function parse(html: string): Element {
	const convert = (node: Node): Element | string => {
		if ('#text' in node) return String(node['#text']);
		const name = Object.keys(node).find((key) => key !== ':@')!;
		const attributes = (node[':@'] ?? {}) as Record<string, string>;
		return { name, attributes, children: (node[name] as Node[]).map(convert) };
	};
	return convert((parser.parse(html) as Node[]).find((node) => 'svg' in node)!) as Element;
}

/** What links, keyboard and screen readers need. */
const UNSEEN = /^(?:href|target|tabindex|role|aria-.*|data-(?!event$).*)$/;

/** @returns null for an element that draws nothing */
function strip({ name, attributes, children }: Element): Element | null {
	if (attributes.class?.split(' ').includes('hit')) return null;
	const seen = Object.entries(attributes).filter(([key]) => !UNSEEN.test(key));
	const kept = children.map((child) => (typeof child === 'string' ? child : strip(child)));
	const stripped = {
		name,
		attributes: Object.fromEntries(seen.map(([key, value]) => [key, round(value)])),
		children: kept.filter((child) => child !== null)
	};
	const isEmptyGroup = /^(?:g|defs)$/.test(name) && !stripped.children.length;
	return isEmptyGroup ? null : stripped;
}

/** Rounds all numbers in a value to 0.01. */
function round(value: string): string {
	return value.replace(/-?\d+\.\d{3,}/g, (number) => String(+(+number).toFixed(2)));
}

function write({ name, attributes, children }: Element, indent: string): string {
	const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
	const start = `${indent}<${name}${written.join('')}`;
	if (!children.length) return `${start} />`;
	const isInline = name === 'text' || name === 'tspan';
	const inside = children.map((child) =>
		typeof child === 'string' ? child : write(child, isInline ? '' : `${indent}\t`)
	);
	if (isInline) return `${start}>${inside.join('')}</${name}>`;
	return [`${start}>`, ...inside, `${indent}</${name}>`].join('\n');
}

/** Declarations that a picture does not show. */
const BEHAVIOUR = /(?:cursor|outline|touch-action): [^;]*;/g;
/** Commas outside parentheses. */
const BETWEEN_SELECTORS = /,(?![^(]*\))/;

/** @returns the tokens and the rules that the picture needs, one a line */
function styleOf(content: string): string[] {
	const classes = new Set(
		[...content.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' '))
	);
	const isUsed = (selector: string) =>
		!/:(?:hover|focus)/.test(selector) &&
		[...selector.replace(/:(?:is|not)\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g)].every(([, name]) =>
			classes.has(name!)
		);
	const rules = styles
		.flatMap(({ css }) => [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)])
		.map(([, selectors, declarations]) => ({
			selectors: selectors!.split(BETWEEN_SELECTORS).map(tidy).filter(isUsed),
			declarations: tidy(declarations!.replace(BEHAVIOUR, ''))
		}))
		.filter(({ selectors, declarations }) => selectors.length && declarations)
		.map(({ selectors, declarations }) => `${selectors.join(', ')} { ${declarations} }`);
	const tokens = tokensOf([...rules, content, 'var(--paper)'].join('\n'));
	return [
		':root {',
		'\tcolor-scheme: light dark;',
		...tokens.map((one) => `\t${one}`),
		'}',
		...rules
	];
}

const TOKENS = new Map(
	[
		...readFileSync('src/lib/view/ui/tokens.css', 'utf8')
			.split('@media')[0]!
			.matchAll(/(--[\w-]+):\s*([^;]+);/g)
	].map(([, name, value]) => [name!, tidy(value!)])
);

/** @returns declarations of the tokens that the text needs, and of those that these need */
function tokensOf(text: string): string[] {
	const needed = new Set<string>();
	const need = (value: string) => {
		for (const [, name] of value.matchAll(/var\((--[\w-]+)/g)) {
			if (needed.has(name!) || !TOKENS.has(name!)) continue;
			needed.add(name!);
			need(TOKENS.get(name!)!);
		}
	};
	need(text);
	return [...TOKENS]
		.filter(([name]) => needed.has(name))
		.map(([name, value]) => `${name}: ${value};`);
}

function tidy(text: string): string {
	return text.trim().replace(/\s+/g, ' ');
}
