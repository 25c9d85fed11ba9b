import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^'?]+|\$lib\/[^'?]+)'/g;

/** Import graph of src, type imports included: module path to imported module paths. */
function readGraph(): Map<string, string[]> {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.map((file) => join('src', file))
		.filter((file) => /\.(?:ts|svelte)$/.test(file) && !file.includes('compiled'));
	const known = new Set(files);
	return new Map(
		files.map((file) => {
			const specifiers = [...readFileSync(file, 'utf8').matchAll(SPECIFIER)].map(([, path]) =>
				path!.startsWith('$lib/') ? join('src/lib', path!.slice(5)) : join(file, '..', path!)
			);
			return [file, specifiers.filter((path) => known.has(path))];
		})
	);
}

/** Depth-first search. @returns the modules of a cycle, the first repeated at the end; null if there is none */
function findCycle(graph: Map<string, string[]>): string[] | null {
	const done = new Set<string>();
	const visit = (file: string, path: string[]): string[] | null => {
		if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
		if (done.has(file)) return null;
		for (const next of graph.get(file) ?? []) {
			const cycle = visit(next, [...path, file]);
			if (cycle) return cycle;
		}
		done.add(file);
		return null;
	};
	for (const file of graph.keys()) {
		const cycle = visit(file, []);
		if (cycle) return cycle;
	}
	return null;
}

test('no module imports itself indirectly, types included', () => {
	const graph = readGraph();
	expect(graph.size).toBeGreaterThan(200);
	expect(findCycle(graph)).toBeNull();
});

test('findCycle returns the modules of a cycle', () => {
	const graph = new Map([
		['a', ['b']],
		['b', ['c', 'd']],
		['c', []],
		['d', ['b']]
	]);
	expect(findCycle(graph)).toEqual(['b', 'd', 'b']);
});
