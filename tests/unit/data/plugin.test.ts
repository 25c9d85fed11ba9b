import { dirname } from 'node:path';
import { inspect } from 'node:util';
import { build, createServer } from 'vite';
import type { InlineConfig } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { timelineData } from '../../../src/lib/data/plugin.ts';
import { writeDigests } from '../../../src/lib/data/write.ts';
import { ITALIAN, makeGoodProject } from './fixture.ts';
import type { Project } from './fixture.ts';

// Vite starts a few times: no hurry on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const EVENTS = 'data/events/first.yaml';
const SAYS = `The dataset has 1 problem:
${EVENTS}:6, event "founding", field "date": "2010-02-30" is not a date: that month has 28 days`;

test('a build has the dataset in virtual:timeline, and says in one line what it holds', async () => {
	const infos: string[] = [];
	const project = makeGoodProject({ 'entry.js': 'export { timeline } from "virtual:timeline";' });
	const result = await build({
		...settings(project),
		build: {
			ssr: 'entry.js',
			write: false,
			rolldownOptions: { onLog: (_level, { message }) => void infos.push(message) }
		}
	});
	expect(JSON.stringify(result)).toContain('Founded in a shed');
	expect(infos.filter((message) => message.includes('2 events, 3 quotations'))).toHaveLength(1);
});

test('a build stops with the sentences and without a stack', async () => {
	const project = makeGoodProject({ 'entry.js': 'export { timeline } from "virtual:timeline";' });
	project.change(EVENTS, '2010-04-06', '2010-02-30');
	const failure: unknown = await build({
		...settings(project),
		build: { ssr: 'entry.js', write: false }
	}).catch((error: unknown) => error);
	expect(inspect(failure)).toBe(SAYS);
});

test('a build in another language has its words, and stops when they are not all there', async () => {
	const entry = 'export { timeline } from "virtual:timeline";';
	const file = 'data/languages/it/timeline.yaml';
	const project = makeGoodProject({ 'entry.js': entry, [file]: ITALIAN });
	writeDigests(project.folder, 'it');
	const make = () =>
		build({ ...settings(project, 'it'), build: { ssr: 'entry.js', write: false } });
	const result = JSON.stringify(await make());
	expect(result).toContain('Fondata in un capanno');
	expect(result).not.toContain('Founded in a shed');

	project.change(file, '    title: Gli inizi\n', '');
	const failure: unknown = await make().catch((error: unknown) => error);
	expect(inspect(failure)).toBe(
		`The dataset has 1 problem:\n${file}:10, chapter "beginnings", field "title": is missing: the English is "Beginnings"`
	);
});

test('a development server follows the data, and shows the sentences until they are gone', async () => {
	const project = makeGoodProject();
	const server = await createServer({
		...settings(project),
		server: { middlewareMode: true, ws: false }
	});
	onTestFinished(() => server.close());
	const send = vi.spyOn(server.ws, 'send').mockImplementation(() => {});
	const load = async () => {
		const module = await server.ssrLoadModule('virtual:timeline');
		return (module.timeline as { title: string }).title;
	};
	expect(await load()).toBe('Acme, 2010–2013');

	project.change(EVENTS, '2010-04-06', '2010-02-30');
	await vi.waitFor(() => expect(send).toHaveBeenCalled(), 20_000);
	expect(send).toHaveBeenCalledWith({
		type: 'error',
		err: { message: SAYS, stack: '', plugin: 'timeline-data' }
	});
	await expect(load()).rejects.toThrow(SAYS);

	send.mockClear();
	project.change(EVENTS, '2010-02-30', '2010-04-06');
	await vi.waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'full-reload' }), 20_000);
	expect(await load()).toBe('Acme, 2010–2013');
});

function settings({ folder }: Project, language?: string): InlineConfig {
	return {
		root: dirname(folder),
		configFile: false,
		logLevel: 'silent',
		plugins: [timelineData('data', language)]
	};
}
