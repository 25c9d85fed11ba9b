import { fileURLToPath } from 'node:url';

const interrupt = fileURLToPath(new URL('../src/lib/state/interrupt.ts', import.meta.url));

/** What d3-zoom, d3-drag and src/lib/state/zooming.ts call of a selection. */
const CALLED = ['selection', 'call', 'datum', 'each', 'filter', 'node', 'on', 'property', 'style'];

/**
 * Leaves out of d3 what nobody here calls.
 *
 * - d3-zoom asks d3-transition for `interrupt`, and d3-interpolate for moves by transitions, which are not in use: moves
 *   are the viewport's.
 * - Each d3 package is one file, with constants made by calls at its top (`const utcDay = timeInterval(…)`), which a
 *   bundler must keep unless it is told that the calls do nothing else.
 * - A selection has 34 methods, of which d3-zoom and d3-drag call nine: Svelte owns the nodes.
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
			const methods = /^ {2}(\w+): selection_\1,\n/gm;
			return {
				code: code
					.replace(moves, 'const interpolateZoom = null;')
					.replace(transitions, '$1}\n')
					.replace(methods, (line, name) => (CALLED.includes(name) ? line : ''))
					.replace(constants, '$1/* @__PURE__ */ ')
					.replace(reads, '$1/* @__PURE__ */ (() => $2)();'),
				map: null,
				moduleSideEffects: false
			};
		}
	};
}
