// `npm test` with every property case and every variant of the browser tests.
import { spawnSync } from 'node:child_process';
import { root } from './command.js';

const { status } = spawnSync('npm', ['test'], {
	cwd: root,
	env: { ...process.env, TEST_LONG: '1' },
	stdio: 'inherit',
	shell: process.platform === 'win32'
});
process.exit(status ?? 1);
