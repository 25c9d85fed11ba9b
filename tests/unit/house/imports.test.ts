import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint();

/** Ids of the ESLint rules that a line of code breaks in a file; for a component it is put in the script. */
async function brokenRules(filePath: string, code: string) {
	const text = filePath.endsWith('.svelte') ? `<script lang="ts">\n${code}\n</script>\n` : code;
	const [result] = await eslint.lintText(text, { filePath });
	return (result?.messages ?? [])
		.filter(({ ruleId }) => ruleId !== '@typescript-eslint/no-unused-vars')
		.map(({ ruleId, message }) => ruleId ?? message);
}

const ALLOWED: [file: string, code: string][] = [
	['src/lib/data/compile/compile.ts', `import { z } from 'zod';`],
	['src/lib/data/compile/compile.ts', `import { load } from '../read/dataset.ts';`],
	['src/lib/data/compile/compile.ts', `import { label } from '../../model/date.ts';`],
	['src/lib/model/filter.ts', `import type { TimelineEvent } from './types.ts';`],
	['src/lib/model/schema/fields.ts', `import { z } from 'zod';`],
	['src/lib/layout/scene/scene.ts', `import { passes } from '../../model/filter.ts';`],
	['src/lib/layout/scene/scene.ts', `import type { TimelineEvent } from '../../model/types.ts';`],
	['src/lib/layout/scene/scene.ts', `import { placeRows } from '../place/rows.ts';`],
	['src/lib/layout/scale/scale.ts', `import { scaleUtc } from 'd3';`],
	['src/lib/state/timeline.svelte.ts', `import { scene } from '../layout/scene/scene.ts';`],
	['src/lib/state/timeline.svelte.ts', `import { SvelteSet } from 'svelte/reactivity';`],
	['src/lib/view/chart/Chart.svelte', `import { Viewport } from '../../state/viewport.svelte.ts';`],
	['src/lib/view/chart/Chart.svelte', `import Mark from './Mark.svelte';`],
	['src/lib/view/share/Preview.svelte', `import Embed from '../embed/Embed.svelte';`],
	['src/lib/export/csv.ts', `import { label } from '../model/date.ts';`],
	['src/lib/embed/snippet.ts', `import { scene } from '../layout/scene/scene.ts';`],
	['src/lib/index.ts', `import Timeline from './view/chart/Timeline.svelte';`],
	['src/lib/index.ts', `import type { Timeline } from './model/types.ts';`],
	['src/lib/site/page-address.svelte.ts', `import { goto } from '$app/navigation';`],
	['src/lib/server/dataset.ts', `import { compile } from '../data/compile/compile.ts';`],
	['src/lib/server/renamed.ts', `import { resolve } from '$app/paths';`],
	['src/routes/+page.svelte', `import Timeline from '$lib/view/chart/Timeline.svelte';`],
	['src/routes/+page.svelte', `import { resolve } from '$app/paths';`],
	['src/routes/+page.server.ts', `import { compile } from '$lib/data/compile/compile.ts';`],
	['src/routes/+layout.server.ts', `import { timeline } from '$lib/server/dataset.ts';`],
	['src/routes/data/events.csv/+server.ts', `import { timeline } from '$lib/server/dataset.ts';`],
	['tests/unit/model/x.test.ts', `import { edtf } from '../../../src/lib/model/edtf/edtf.ts';`]
];

const FORBIDDEN: [file: string, code: string][] = [
	['src/lib/data/compile/compile.ts', `import { scene } from '../../layout/scene/scene.ts';`],
	['src/lib/data/compile/compile.ts', `import { scaleUtc } from 'd3';`],
	['src/lib/data/read/yaml.ts', `import { compile } from '../compile/compile.ts';`],
	['src/lib/model/date.ts', `import { scene } from '../layout/scene/scene.ts';`],
	['src/lib/model/date.ts', `export * from '../layout/scene/scene.ts';`],
	['src/lib/model/date.ts', `import { compile } from '../data/compile/compile.ts';`],
	['src/lib/model/date.ts', `import type { Problem } from '../data/read/problem.ts';`],
	['src/lib/model/date.ts', `import { parse } from 'yaml';`],
	['src/lib/model/date.ts', `import { tick } from 'svelte';`],
	['src/lib/layout/scene/scene.ts', `import { V } from '../../state/viewport.svelte.ts';`],
	['src/lib/layout/scene/scene.ts', `const x = () => import('../../state/viewport.svelte.ts');`],
	['src/lib/layout/scene/scene.ts', `import { scene } from '../../export/svg.ts';`],
	['src/lib/layout/scene/scene.ts', `import { z } from 'zod';`],
	['src/lib/layout/marks/shape.ts', `import { placeRows } from '../place/rows.ts';`],
	['src/lib/layout/marks/shape.ts', `import type { Rows } from '../place/rows.ts';`],
	['src/lib/state/timeline.svelte.ts', `import Axis from '../view/chart/Axis.svelte';`],
	['src/lib/state/timeline.svelte.ts', `import { page } from '$app/state';`],
	['src/lib/state/timeline.svelte.ts', `import { writable } from 'svelte/store';`],
	['src/lib/state/timeline.svelte.ts', `import { e } from '../model/schema/records.ts';`],
	['src/lib/view/chart/Chart.svelte', `import { compile } from '../../data/compile/compile.ts';`],
	['src/lib/view/chart/Chart.svelte', `import { parseDate } from '../../model/edtf/edtf.ts';`],
	['src/lib/view/chart/Chart.svelte', `import { resolve } from '$app/paths';`],
	['src/lib/view/chart/Chart.svelte', `import { PUBLIC_X } from '$env/static/public';`],
	['src/lib/view/chart/Chart.svelte', `import frame from 'virtual:frame';`],
	['src/lib/view/chart/Chart.svelte', `const later = () => import('$app/navigation');`],
	['src/lib/view/chart/Chart.svelte', `import { x } from '../../../routes/x.ts';`],
	['src/lib/view/chart/Chart.svelte', `import { snippet } from '../../embed/snippet.ts';`],
	['src/lib/view/chart/Chart.svelte', `import Axis from '$lib/view/chart/Axis.svelte';`],
	['src/lib/view/chart/Chart.svelte', `import { timeline } from '../../server/dataset.ts';`],
	['src/lib/view/chart/Chart.svelte', `import { absolute } from '../../site/absolute.ts';`],
	['src/lib/export/csv.ts', `import { Viewport } from '../state/viewport.svelte.ts';`],
	['src/lib/export/csv.ts', `import { snippet } from '../embed/snippet.ts';`],
	['src/lib/embed/snippet.ts', `import Timeline from '../view/chart/Timeline.svelte';`],
	['src/lib/embed/snippet.ts', `import { base } from '$app/paths';`],
	['src/lib/site/absolute.ts', `import { DEFAULT_ORIGIN } from '../../../scripts/settings.js';`],
	['src/lib/site/absolute.ts', `import { timeline } from '../server/dataset.ts';`],
	['src/lib/index.ts', `import { goto } from '$app/navigation';`],
	['src/lib/index.ts', `import { compile } from './data/compile/compile.ts';`],
	['src/lib/index.ts', `import { absolute } from './site/absolute.ts';`],
	['src/lib/index.ts', `import Page from '../routes/+page.svelte';`],
	['src/lib/layout/scene/scene.ts', `import { passes } from '../../model/filter';`],
	['src/lib/layout/scene/scene.ts', `import { passes } from '../../model/filter.js';`],
	['src/routes/+page.svelte', `import { compile } from '$lib/data/compile/compile.ts';`],
	['src/routes/+page.ts', `import { timeline } from '$lib/server/dataset.ts';`],
	['src/routes/+page.ts', `import { compile } from '../lib/data/compile/compile.ts';`],
	['src/routes/+page.server.ts', `import { DEFAULT_ORIGIN } from '../../scripts/settings.js';`]
];

const LEGACY = [
	'<script lang="ts">\n\texport let title: string;\n</script>\n\n{title}\n',
	'<script lang="ts">\n\tlet a = $state(1);\n\t$: console.log(a);\n</script>\n',
	'<button on:click={() => {}}>x</button>\n',
	'<div><slot /></div>\n',
	'<div {...$$props}></div>\n'
];

describe('the import directions are enforced by lint', () => {
	test.each(ALLOWED)('%s: %s passes', async (file, code) => {
		expect(await brokenRules(file, `${code}\n`)).toEqual([]);
	});

	test.each(FORBIDDEN)('%s: %s is reported', async (file, code) => {
		const rule = code.includes('import(') ? 'no-restricted-syntax' : 'no-restricted-imports';
		expect(await brokenRules(file, `${code}\n`)).toContain(rule);
	});

	test('the message lists what the module may import', async () => {
		const code = `import Axis from '../../view/chart/Axis.svelte';\n`;
		const [result] = await eslint.lintText(code, { filePath: 'src/lib/layout/scene/scene.ts' });
		expect(result?.messages.map(({ message }) => message).join()).toContain(
			'layout may import language and model, not view.'
		);
	});
});

describe('legacy Svelte is reported', { timeout: 20_000 }, () => {
	test.each(LEGACY)('%j', async (code) => {
		const [result] = await eslint.lintText(code, { filePath: 'src/lib/view/Old.svelte' });
		expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-syntax');
	});
});
