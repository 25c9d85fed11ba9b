import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint();

/** The rules that a line of code breaks in a file; a component's line stands in its script. */
async function brokenRules(filePath: string, code: string) {
	const text = filePath.endsWith('.svelte') ? `<script lang="ts">\n${code}\n</script>\n` : code;
	const [result] = await eslint.lintText(text, { filePath });
	return (result?.messages ?? [])
		.filter(({ ruleId }) => ruleId !== '@typescript-eslint/no-unused-vars')
		.map(({ ruleId, message }) => ruleId ?? message);
}

const RIGHT: [file: string, code: string][] = [
	['src/lib/data/compile.ts', `import { z } from 'zod';`],
	['src/lib/data/compile.ts', `import { schema } from './schema.ts';`],
	['src/lib/model/filter.ts', `import type { TimelineEvent } from '../data/schema.ts';`],
	['src/lib/layout/scene.ts', `import { passes } from '../model/filter.ts';`],
	['src/lib/layout/scene.ts', `import type { TimelineEvent } from '../data/schema.ts';`],
	['src/lib/layout/scale.ts', `import { scaleUtc } from 'd3';`],
	['src/lib/state/timeline.svelte.ts', `import { scene } from '../layout/scene.ts';`],
	['src/lib/state/timeline.svelte.ts', `import { SvelteSet } from 'svelte/reactivity';`],
	['src/lib/view/Timeline.svelte', `import { Viewport } from '../state/viewport.svelte.ts';`],
	['src/lib/view/Timeline.svelte', `import EventMark from './EventMark.svelte';`],
	['src/lib/view/Timeline.svelte', `import type { Source } from '../data/schema.ts';`],
	['src/lib/view/marks/Mark.svelte', `import { scene } from '../../layout/scene.ts';`],
	['src/lib/export/csv.ts', `import { label } from '../model/date.ts';`],
	['src/lib/embed/snippet.ts', `import { scene } from '../layout/scene.ts';`],
	['src/lib/index.ts', `import Timeline from './view/Timeline.svelte';`],
	['src/lib/index.ts', `import type { Timeline } from './data/schema.ts';`],
	['src/routes/+page.svelte', `import Timeline from '$lib/view/Timeline.svelte';`],
	['src/routes/+page.svelte', `import { resolve } from '$app/paths';`],
	['src/routes/+page.server.ts', `import { compile } from '$lib/data/compile.ts';`],
	['src/routes/+layout.server.ts', `import { timeline } from 'virtual:timeline';`],
	['src/routes/data/events.csv/+server.ts', `import { compile } from '$lib/data/compile.ts';`],
	['tests/unit/data/compile.test.ts', `import { compile } from '../../../src/lib/data/compile.ts';`]
];

const WRONG: [file: string, code: string][] = [
	['src/lib/data/compile.ts', `import { label } from '../model/date.ts';`],
	['src/lib/data/compile.ts', `import type { Label } from '../model/date.ts';`],
	['src/lib/data/compile.ts', `import { scaleUtc } from 'd3';`],
	['src/lib/model/date.ts', `import { scene } from '../layout/scene.ts';`],
	['src/lib/model/date.ts', `export * from '../layout/scene.ts';`],
	['src/lib/model/date.ts', `import { schema } from '../data/schema.ts';`],
	['src/lib/model/date.ts', `import { z } from 'zod';`],
	['src/lib/model/date.ts', `import { tick } from 'svelte';`],
	['src/lib/layout/scene.ts', `import { Viewport } from '../state/viewport.svelte.ts';`],
	['src/lib/layout/scene.ts', `const later = () => import('../state/viewport.svelte.ts');`],
	['src/lib/layout/scene.ts', `import { scene } from '../export/svg.ts';`],
	['src/lib/state/timeline.svelte.ts', `import Axis from '../view/Axis.svelte';`],
	['src/lib/state/timeline.svelte.ts', `import { page } from '$app/state';`],
	['src/lib/state/timeline.svelte.ts', `import { writable } from 'svelte/store';`],
	['src/lib/view/Timeline.svelte', `import { compile } from '../data/compile.ts';`],
	['src/lib/view/Timeline.svelte', `import { resolve } from '$app/paths';`],
	['src/lib/view/Timeline.svelte', `import { PUBLIC_X } from '$env/static/public';`],
	['src/lib/view/Timeline.svelte', `import timeline from 'virtual:timeline';`],
	['src/lib/view/Timeline.svelte', `const later = () => import('$app/navigation');`],
	['src/lib/view/Timeline.svelte', `import { x } from '../../routes/x.ts';`],
	['src/lib/view/Timeline.svelte', `import { snippet } from '../embed/snippet.ts';`],
	['src/lib/view/Timeline.svelte', `import Axis from '$lib/view/Axis.svelte';`],
	['src/lib/view/marks/Mark.svelte', `import { csv } from '../../export/csv.ts';`],
	['src/lib/export/csv.ts', `import { Viewport } from '../state/viewport.svelte.ts';`],
	['src/lib/export/csv.ts', `import { snippet } from '../embed/snippet.ts';`],
	['src/lib/embed/snippet.ts', `import Timeline from '../view/Timeline.svelte';`],
	['src/lib/embed/snippet.ts', `import { base } from '$app/paths';`],
	['src/lib/index.ts', `import { goto } from '$app/navigation';`],
	['src/lib/index.ts', `import { compile } from './data/compile.ts';`],
	['src/lib/index.ts', `import Page from '../routes/+page.svelte';`],
	['src/lib/layout/scene.ts', `import { passes } from '../model/filter';`],
	['src/lib/layout/scene.ts', `import { passes } from '../model/filter.js';`],
	['src/routes/+page.svelte', `import { compile } from '$lib/data/compile.ts';`],
	['src/routes/+page.ts', `import { timeline } from 'virtual:timeline';`],
	['src/routes/+page.ts', `import { compile } from '../lib/data/compile.ts';`]
];

const LEGACY = [
	'<script lang="ts">\n\texport let title: string;\n</script>\n\n{title}\n',
	'<script lang="ts">\n\tlet a = $state(1);\n\t$: console.log(a);\n</script>\n',
	'<button on:click={() => {}}>x</button>\n',
	'<div><slot /></div>\n',
	'<div {...$$props}></div>\n'
];

describe('the import directions are enforced by lint', { timeout: 20_000 }, () => {
	test.each(RIGHT)('%s: %s passes', async (file, code) => {
		expect(await brokenRules(file, `${code}\n`)).toEqual([]);
	});

	test.each(WRONG)('%s: %s is reported', async (file, code) => {
		const rule = code.includes('import(') ? 'no-restricted-syntax' : 'no-restricted-imports';
		expect(await brokenRules(file, `${code}\n`)).toContain(rule);
	});

	test('the message says what the part may import', async () => {
		const code = `import Axis from '../view/Axis.svelte';\n`;
		const [result] = await eslint.lintText(code, { filePath: 'src/lib/layout/scene.ts' });
		expect(result?.messages.map(({ message }) => message).join()).toContain(
			'layout may import language, model and the types of data, not view.'
		);
	});
});

describe('legacy Svelte is reported', { timeout: 20_000 }, () => {
	test.each(LEGACY)('%j', async (code) => {
		const [result] = await eslint.lintText(code, { filePath: 'src/lib/view/Old.svelte' });
		expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-syntax');
	});
});
