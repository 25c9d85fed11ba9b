/** A copy of the project in which a test builds the site in another way. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { root } from '../../../scripts/command.js';

const LEFT_BEHIND = ['node_modules', '.git', '.svelte-kit', 'build', 'test-results', 'tests'];

export interface Copy {
	folder: string;
	/** Runs a script of Node's in it, which must end well. @returns what it printed */
	run(args: string[], env?: NodeJS.ProcessEnv): Promise<string>;
	remove(): void;
}

export function copyProject(): Copy {
	const folder = mkdtempSync(join(tmpdir(), 'timeline-copy-'));
	cpSync(root, folder, {
		recursive: true,
		filter: (source) => !LEFT_BEHIND.includes(basename(source))
	});
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
	return {
		folder,
		async run(args, env = {}) {
			const output: string[] = [];
			const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } });
			child.stdout.on('data', (text) => output.push(String(text)));
			child.stderr.on('data', (text) => output.push(String(text)));
			const code = await new Promise((resolve) => child.once('close', resolve));
			expect(code, output.join('')).toBe(0);
			return output.join('');
		},
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}
