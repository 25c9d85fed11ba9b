import { fileURLToPath } from 'node:url';

const interrupt = fileURLToPath(new URL('../src/lib/state/interrupt.ts', import.meta.url));

/**
 * Leaves out of d3 what nobody here calls: together a sixth of what a page with the chart would load.
 *
 * - d3-zoom asks d3-transition for `interrupt` alone, but everything else of it comes along: moves are the viewport's.
 * - Each d3 package is one file, with constants made by calls at its top (`const utcDay = timeInterval(…)`), which a
 *   bundler must keep unless it is told that the calls do nothing else.
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
			return {
				code: code
					.replace(constants, '$1/* @__PURE__ */ ')
					.replace(reads, '$1/* @__PURE__ */ (() => $2)();'),
				map: null,
				moduleSideEffects: false
			};
		}
	};
}
