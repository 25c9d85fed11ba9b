// `npm run new -- <folder> --company <name>`: writes a data folder that passes the check.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { fail, isCommand } from './command.js';

const USAGE = 'npm run new -- <folder> --company <name>';

/** @param {string[]} args */
async function main(args) {
	const { values, positionals } = readArgs(args);
	const [name, more] = positionals;
	if (!name || more) throw new Error(`Name one folder: ${USAGE}`);
	if (!values.company?.trim()) throw new Error(`Name the company: ${USAGE}`);
	const folder = resolve(name);
	if (statSync(folder, { throwIfNoEntry: false }))
		throw new Error(`${folder} exists already: name a folder that does not.`);
	const { formatNewFolder } = await tsImport('./new-folder.ts', import.meta.url);
	const files = formatNewFolder(values.company.trim(), new Date().toISOString().slice(0, 10));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	const shown = /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
	console.log(`Wrote ${folder}: one invented event, in events/example.yaml, shows how records are written.

  npm run import -- table.csv ${shown}   brings the rows of a spreadsheet in
  DATA=${shown} npm run check:data       checks the folder
  DATA=${shown} npm run dev              shows it at http://localhost:5173`);
}

/** @param {string[]} args */
function readArgs(args) {
	try {
		return parseArgs({ args, options: { company: { type: 'string' } }, allowPositionals: true });
	} catch (error) {
		throw new Error(`${/** @type {Error} */ (error).message.split('. ')[0]}: ${USAGE}`, {
			cause: error
		});
	}
}

if (isCommand(import.meta.url)) await main(process.argv.slice(2)).catch(fail);
