import { resolve } from '$app/paths';
import { readFileSync } from 'node:fs';
import type { Manifest } from 'vite';
import { manifest } from 'virtual:frame';
import { isPreloaded } from './fonts.ts';

/** Addresses of what a browser loads for a frame: the script that hydrates it, its dependencies, styles and fonts. */
interface FrameFiles {
	script: string;
	imports: string[];
	styles: string[];
	fonts: string[];
}

const ALIVE = 'src/routes/embed/hydrate.ts';

/** @param parts modules that are needed at once, besides what always is; from the project's root */
export function frameFiles(...parts: string[]): FrameFiles {
	const home = resolve('/');
	// the development server builds nothing: it serves the module itself, which brings its styles
	if (!manifest) return { script: home + ALIVE, imports: [], styles: [], fonts: [] };
	const chunks: Manifest = JSON.parse(readFileSync(manifest, 'utf8'));
	const scripts = new Set<string>();
	const styles = new Set<string>();
	const fonts = new Set<string>();
	const follow = (key: string) => {
		const { file, imports = [], css = [], assets = [] } = chunks[key]!;
		if (scripts.has(home + file)) return;
		scripts.add(home + file);
		for (const style of css) styles.add(home + style);
		for (const asset of assets) if (isPreloaded(asset)) fonts.add(home + asset);
		imports.forEach(follow);
	};
	[ALIVE, ...parts].forEach(follow);
	const [script, ...imports] = scripts;
	return { script: script!, imports, styles: [...styles], fonts: [...fonts] };
}
