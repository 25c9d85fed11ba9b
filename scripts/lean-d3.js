import { fileURLToPath } from 'node:url';

const interrupt = fileURLToPath(new URL('../src/lib/state/interrupt.ts', import.meta.url));

/**
 * Methods as they are written, and what d3-zoom, d3-drag and src/lib/state/zooming.ts call of them.
 * @type {[RegExp, string[]][]}
 */
const METHODS = [
	// of a selection
	[
		/^ {2}(\w+): selection_\1,\n/gm,
		['selection', 'call', 'datum', 'each', 'filter', 'node', 'on', 'property', 'style']
	],
	// of a zoom
	[
		/^ {2}zoom\.(\w+) = function\(.*?\n {2}\};\n/gms,
		['wheelDelta', 'filter', 'extent', 'scaleExtent', 'translateExtent', 'on']
	],
	// of its transform
	[
		/^ {2}(\w+): function\([^)]*\) \{\n {4}return .*\n {2}\},?\n/gm,
		['scale', 'translate', 'invert', 'invertX', 'invertY']
	]
];

/**
 * Leaves out of d3 what nobody here calls.
 *
 * - d3-zoom asks d3-transition for `interrupt`, and d3-interpolate for moves by transitions, which are not in use: moves
 *   are the viewport's.
 * - Each d3 package is one file, with constants made by calls at its top (`const utcDay = timeInterval(…)`), which a
 *   bundler must keep unless it is told that the calls do nothing else.
 * - A selection has 34 methods, of which d3-zoom and d3-drag call nine: Svelte owns the nodes. A double click is not
 *   d3-zoom's, nor is anything that moves by itself.
 * @returns {import('vite').Plugin}
 */
export function leanD3() {
	return {
		name: 'lean-d3',
		enforce: 'pre',
		resolveId: (id) => (id === 'd3-transition' ? interrupt : null),
		transform(code, id) {
			if (!/\/node_modules\/d3-[a-z]+\//.test(id)) return null;
			const constants = /^((?:var|let|const) (?:[\w$]+|\[[^\]]*\]) = )(?=[\w$]+\(|\(function)/gm;
			const reads = /^((?:var|let|const) [\w$]+ = )([\w$]+\.[\w$]+);$/gm;
			const moves = /^import \{ interpolateZoom \} from 'd3-interpolate';$/m;
			const transitions = /( {2}function schedule\(transition[^)]*\) \{).*?\n {2}\}\n/s;
			let rest = code;
			for (const [method, called] of METHODS)
				rest = rest.replace(method, (text, name) => (called.includes(name) ? text : ''));
			return {
				code: rest
					.replace(moves, 'const interpolateZoom = null;')
					.replace(transitions, '$1}\n')
					.replace(constants, '$1/* @__PURE__ */ ')
					.replace(reads, '$1/* @__PURE__ */ (() => $2)();'),
				map: null,
				moduleSideEffects: false
			};
		}
	};
}
