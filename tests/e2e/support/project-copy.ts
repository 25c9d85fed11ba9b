/** A temporary copy of the project, for tests that need a build of their own. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { root } from '../../../scripts/command.js';

const EXCLUDED = ['node_modules', '.git', '.svelte-kit', 'build', 'test-results', 'tests'];

export interface Copy {
	folder: string;
	/** Runs a Node script in the copy and expects exit code 0. @returns its output */
	run(args: string[], env?: NodeJS.ProcessEnv): Promise<string>;
	remove(): void;
}

export function copyProject(): Copy {
	const folder = mkdtempSync(join(tmpdir(), 'timeline-copy-'));
	cpSync(root, folder, {
		recursive: true,
		filter: (source) => !EXCLUDED.includes(basename(source))
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
