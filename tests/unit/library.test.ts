/** The library from source: its types, and its build with plain Vite. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rolldown } from 'vite';
import { expect, expectTypeOf, test } from 'vitest';
import type * as source from '../../src/lib/index.ts';
import type * as library from '../../src/lib/timeline.d.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test('the written types are those of the source', () => {
	expectTypeOf<library.TimelineInput>().toEqualTypeOf<source.TimelineInput>();
	expectTypeOf<library.EventInput>().toEqualTypeOf<source.EventInput>();
	expectTypeOf<library.DateInput>().toEqualTypeOf<source.DateInput>();
	expectTypeOf<library.QuotationInput>().toEqualTypeOf<source.QuotationInput>();
	expectTypeOf<library.SourceInput>().toEqualTypeOf<source.SourceInput>();
	expectTypeOf<library.Filter>().toEqualTypeOf<source.Filter>();
	expectTypeOf<library.MountOptions>().toEqualTypeOf<source.MountOptions>();
	expectTypeOf<library.MountedTimeline>().toEqualTypeOf<source.MountedTimeline>();
	expectTypeOf<typeof library.mountTimeline>().toEqualTypeOf<typeof source.mountTimeline>();
});

test('the written types import nothing', () => {
	const types = readFileSync(file('src/lib/timeline.d.ts'), 'utf8');
	expect(types.replace(/\/\*[^]*?\*\//g, '')).not.toMatch(/\bimport\b|\brequire\b|<reference/);
});

test('the source builds with plain Vite and its plugin for Svelte', async () => {
	const built = (await build({
		configFile: false,
		root: file('.'),
		publicDir: false,
		logLevel: 'silent',
		plugins: [svelte({ configFile: false })],
		build: {
			write: false,
			rolldownOptions: { input: 'src/lib/index.ts', preserveEntrySignatures: 'strict' }
		}
	})) as Rolldown.RolldownOutput;
	const entry = built.output.find((one) => one.type === 'chunk' && one.isEntry);
	expect(entry).toMatchObject({ exports: ['mountTimeline'] });
	expect(built.output.some(({ fileName }) => fileName.endsWith('.css'))).toBe(true);
});
