import { resolve } from '$app/paths';
import { readFileSync } from 'node:fs';
import type { Manifest } from 'vite';
import { manifest } from 'virtual:frame';

/** Addresses of what a browser loads for a frame: the script that hydrates it, its dependencies, and its styles. */
interface FrameFiles {
	script: string;
	imports: string[];
	styles: string[];
}

const ALIVE = 'src/routes/embed/hydrate.ts';

/** @param parts modules that are needed at once, besides what always is; from the project's root */
export function frameFiles(...parts: string[]): FrameFiles {
	const home = resolve('/');
	// the development server builds nothing: it serves the module itself, which brings its styles
	if (!manifest) return { script: home + ALIVE, imports: [], styles: [] };
	const chunks: Manifest = JSON.parse(readFileSync(manifest, 'utf8'));
	const scripts = new Set<string>();
	const styles = new Set<string>();
	const follow = (key: string) => {
		const { file, imports = [], css = [] } = chunks[key]!;
		if (scripts.has(home + file)) return;
		scripts.add(home + file);
		for (const style of css) styles.add(home + style);
		imports.forEach(follow);
	};
	[ALIVE, ...parts].forEach(follow);
	const [script, ...imports] = scripts;
	return { script: script!, imports, styles: [...styles] };
}
