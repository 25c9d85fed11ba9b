// Runs a tool with packages of its own, which are installed on first use: `node scripts/tool.js bench embeds.js`. Other
// arguments than a script's name are for run.js: `node scripts/tool.js smoke hosts`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.js';

const [name = '', ...rest] = process.argv.slice(2);
const [entry = '', ...args] = rest[0]?.endsWith('.js') ? rest : ['run.js', ...rest];
const folder = join(root, 'tools', name);

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
	const shell = process.platform === 'win32' && command === 'npm';
	const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
	if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(folder, 'node_modules'))) run('npm', ['ci', '--prefix', folder]);
run(process.execPath, ['--import', 'tsx', join(folder, entry), ...args]);
