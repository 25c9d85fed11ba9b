import { dirname } from 'node:path';
import { createServer } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchData } from '../../../scripts/watch-data.js';
import { makeGoodProject } from '../data/fixture.ts';

// the test starts a Vite server and waits for file events
vi.setConfig({ testTimeout: 60_000 });

const EVENTS = 'data/events/first.yaml';
const ENTRY = `
import { readFileSync } from 'node:fs';
const text = readFileSync(import.meta.dirname + '/${EVENTS}', 'utf8');
if (text.includes('2010-02-30')) throw new Error('The dataset has 1 problem.');
`;

test('the development server reloads the page when the data changes, and shows problems until they are fixed', async () => {
	const project = makeGoodProject({ 'entry.js': ENTRY });
	const server = await createServer({
		root: dirname(project.folder),
		configFile: false,
		logLevel: 'silent',
		plugins: [watchData(project.folder, '/entry.js')],
		server: { middlewareMode: true, ws: false }
	});
	onTestFinished(() => server.close());
	const send = vi.spyOn(server.ws, 'send').mockImplementation(() => {});
	const load = () => server.ssrLoadModule('/entry.js');
	await load();

	project.change(EVENTS, '2010-04-06', '2010-02-30');
	await vi.waitFor(() => expect(send).toHaveBeenCalled(), 20_000);
	expect(send).toHaveBeenCalledWith({
		type: 'error',
		err: { message: 'The dataset has 1 problem.', stack: '', plugin: 'watch-data' }
	});
	await expect(load()).rejects.toThrow('The dataset has 1 problem.');

	send.mockClear();
	await new Promise((resolve) => setTimeout(resolve, 100)); // chokidar drops a change within 50 ms of the last
	project.change(EVENTS, '2010-02-30', '2010-04-06');
	await vi.waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'full-reload' }), 20_000);
	await load();
});
