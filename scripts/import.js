// `npm run import -- <file> <folder> [--dates dmy|mdy] [--encoding <label>] [--column "Thread=line"]`: brings the rows of a
// table, or a timeline in JSON, into a data folder. Starts import.ts.
import { fail } from './command.js';

process.stdout.on('error', () => process.exit(0));
try {
	const { tsImport } = await import('tsx/esm/api');
	const { importFile } = await tsImport('./import.ts', import.meta.url);
	process.exitCode = importFile(process.argv.slice(2));
} catch (error) {
	fail(error);
}
