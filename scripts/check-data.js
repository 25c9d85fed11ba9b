// `npm run check:data -- [--write] [folder of the articles]`: starts check-data.ts, once what it needs is there.
// DATA names another data folder than data/.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root } from './command.js';
import { dataFolder } from './data-folder.js';

const NEEDED = {
	'The packages are not installed': 'node_modules/tsx',
	'The messages of the interface are not compiled': 'src/lib/language/compiled/messages.js'
};

// exits quietly when the pipe is closed, as by `head`
process.stdout.on('error', () => process.exit(0));

for (const [fault, path] of Object.entries(NEEDED))
	if (!existsSync(join(root, path))) fail(`${fault}: run npm ci first.`);
try {
	const { tsImport } = await import('tsx/esm/api');
	const { checkData } = await tsImport('./check-data.ts', import.meta.url);
	process.exitCode = checkData(dataFolder(), process.argv.slice(2));
} catch (error) {
	fail(error);
}
