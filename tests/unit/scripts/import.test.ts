import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { checkData } from '../../../scripts/check-data.ts';
import { importFile } from '../../../scripts/import.ts';
import { formatNewFolder } from '../../../scripts/new-folder.ts';
import { compileTimeline } from '../../../src/lib/data/compile/compile.ts';
import { formatCsv } from '../../../src/lib/export/csv.ts';
import { toTimelineJs } from '../../../src/lib/export/timelinejs.ts';
import { readTable } from '../../../src/lib/import/read.ts';
import { makeGoodProject } from '../data/fixture.ts';

// Some tests start Node processes, which are slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const TABLE = `When,What happened,Thread,Quote,Link
5 May 1865,The cable breaks,At sea,It broke,https://a.example/1
1866,The cable is mended,At sea,,
03/04/1867,A toast,Ashore,,
`;

function makeFolder(): string {
	const place = mkdtempSync(join(tmpdir(), 'import-'));
	onTestFinished(() => rmSync(place, { recursive: true, force: true }));
	return place;
}

/** Runs a command as a process of its own. */
function spawn(script: string, args: string[], settings = {}) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[`scripts/${script}.js`, ...args],
		{ encoding: 'utf8', env: { ...process.env, ...settings } }
	);
	return { status, stdout, stderr };
}

/** Runs a command in this process, which takes a fraction of the time. */
function run(command: (...args: string[]) => number, ...args: string[]) {
	const out: string[] = [];
	const errors: string[] = [];
	const spies = [
		vi.spyOn(console, 'log').mockImplementation((text) => void out.push(`${text}\n`)),
		vi.spyOn(console, 'error').mockImplementation((text) => void errors.push(`${text}\n`))
	];
	let status = 1;
	try {
		status = command(...args);
	} catch (error) {
		// as `fail` in scripts/command.js does
		errors.push(`${(error as Error).message}\n`);
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
	return { status, stdout: out.join(''), stderr: errors.join('') };
}

const runImport = (...args: string[]) => run((...all) => importFile(all), ...args);
const runCheck = (folder: string, ...args: string[]) =>
	run((...all) => checkData(folder, all), ...args);

/** A folder as `npm run new` writes it. */
function makeNew(company = 'Kite Works') {
	const folder = join(makeFolder(), 'kites');
	for (const [path, text] of Object.entries(formatNewFolder(company, '2026-11-30'))) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

function writeTable(text = TABLE, name = 'table.csv') {
	const file = join(makeFolder(), name);
	writeFileSync(file, text);
	return file;
}

const read = (folder: string) =>
	Object.fromEntries(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => {
				const path = join(parentPath, name);
				return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
			})
	);

describe('npm run new', () => {
	test.each(['Kite Works', 'Nokia: a mill', '"Quoted" # name', '風箏'])(
		'writes a folder for %s that is sound',
		(company) => {
			const folder = join(makeFolder(), 'kites');
			expect(spawn('new', [folder, '--company', company])).toMatchObject({ status: 0, stderr: '' });
			const { problems, timeline } = compileTimeline({ folder });
			expect(problems).toEqual([]);
			expect(timeline).toMatchObject({ company, lines: [{}], chapters: [{}], sources: [{}] });
			expect(timeline!.events).toHaveLength(1);
			expect(runCheck(folder, '--publish').status).toBe(0);
		}
	);

	test('never writes into a folder that exists', () => {
		const folder = makeFolder();
		const { status, stderr } = spawn('new', [folder, '--company', 'X']);
		expect({ status, stderr }).toEqual({
			status: 1,
			stderr: `${folder} exists already: name a folder that does not.\n`
		});
		expect(readdirSync(folder)).toEqual([]);
	});

	test.each([
		[[], 'Name one folder'],
		[['/nowhere/x'], 'Name the company'],
		[['/nowhere/x', '--name', 'X'], "Unknown option '--name'"]
	])('%j is answered with one sentence', (args, words) => {
		const { status, stderr } = spawn('new', args);
		expect(status).toBe(1);
		expect(stderr).toBe(`${words}: npm run new -- <folder> --company <name>\n`);
	});
});

describe('npm run import', () => {
	test('replaces the invented example by drafts, which check:data counts and build refuses', () => {
		const folder = makeNew();
		const { status, stdout } = spawn('import', [writeTable(), folder]);
		expect(status).toBe(0);
		expect(stdout).toContain(
			'2 of 3 rows became events: 1 with a quotation, 1 without; 1 unclear.'
		);
		expect(stdout).toContain('--dates dmy or --dates mdy');
		expect(existsSync(join(folder, 'events/example.yaml'))).toBe(false);
		const checked = spawn('check-data', [], { DATA: folder });
		expect(checked.status).toBe(0);
		expect(checked.stdout).toContain('2 events, 0 quotations, 3 drafts (2 events and 1 source)');
		const refused = spawn('check-data', ['--publish'], { DATA: folder });
		expect(refused.status).toBe(1);
		expect(refused.stderr).toMatch(/^The dataset has 3 drafts .* DRAFT=1\.\n$/);
		const { timeline } = compileTimeline({ folder });
		expect(timeline!.events).toMatchObject([
			{ id: 'the-cable-breaks', draft: true, evidence: [], date: { edtf: '1865-05-05' } },
			{ id: 'the-cable-is-mended', draft: true, lines: ['at-sea'] }
		]);
	});

	test('of a table without sources leaves a folder that passes the check', () => {
		const folder = makeNew();
		expect(runImport(writeTable('date,title\n1865,The works open\n'), folder).stdout).toContain(
			'1 of 1 row became an event: 0 with a quotation, 1 without; 0 unclear.'
		);
		expect(runCheck(folder)).toMatchObject({ status: 0, stderr: '' });
	});

	test('of the same file changes nothing', () => {
		const folder = makeNew();
		const file = writeTable();
		runImport(file, folder);
		const before = read(folder);
		expect(runImport(file, folder).stdout).toContain('Nothing has changed.');
		expect(read(folder)).toEqual(before);
	});

	test('of a corrected file updates what nobody has edited, and leaves the rest', () => {
		const folder = makeNew();
		const file = writeTable();
		runImport(file, folder);
		const path = join(folder, 'events/table.yaml');
		const edited = readFileSync(path, 'utf8').replace(
			'summary: The cable breaks',
			'summary: It broke for good.'
		);
		writeFileSync(path, edited);
		const corrected = TABLE.replace('5 May 1865', '6 May 1865').replace('is mended', 'was mended');
		writeFileSync(file, corrected);
		const { stdout } = runImport(file, folder, '--dates', 'dmy');
		expect(stdout).toContain('Added 1 event. Updated 1 event: the-cable-is-mended.');
		expect(stdout).toContain('Left 1 event that somebody has edited: the-cable-breaks.');
		const { timeline, problems } = compileTimeline({ folder });
		expect(problems).toEqual([]);
		expect(timeline!.events.map(({ id, title, date }) => [id, title, date.edtf])).toEqual([
			['the-cable-breaks', 'The cable breaks', '1865-05-05'],
			['the-cable-is-mended', 'The cable was mended', '1866'],
			['a-toast', 'A toast', '1867-04-03']
		]);
	});

	test('into a folder with events of its own adds to them, and keeps comments', () => {
		const folder = makeNew();
		const path = join(folder, 'timeline.yaml');
		writeFileSync(path, `${readFileSync(path, 'utf8')}# by hand\n`);
		const { stdout } = runImport(writeTable(), folder);
		expect(stdout).toContain('Added 2 events.');
		expect(readFileSync(path, 'utf8')).toContain('# the lanes of the chart');
		const { timeline, problems } = compileTimeline({ folder });
		expect(problems).toEqual([]);
		expect(timeline!.events).toHaveLength(3);
		expect(timeline!.lines.map(({ id }) => id)).toEqual(['company', 'at-sea']);
	});

	test('keeps files that somebody has added to a new folder', () => {
		const folder = makeNew();
		writeFileSync(join(folder, 'articles/post-2001.txt'), 'An article.');
		runImport(writeTable(), folder);
		expect(readdirSync(join(folder, 'articles'))).toEqual(['post-2001.txt']);
	});

	test('works in a new folder whose example was deleted by hand', () => {
		const folder = makeNew();
		rmSync(join(folder, 'events'), { recursive: true });
		expect(runImport(writeTable(), folder).stdout).toContain('Added 2 events.');
	});

	test('adds to a file of events that somebody has written, instead of replacing it', () => {
		const folder = makeNew();
		const own = readFileSync(join(folder, 'events/example.yaml'), 'utf8').replace(
			'id: workshop-opens',
			'id: own'
		);
		writeFileSync(join(folder, 'events/table.yaml'), own);
		expect(runImport(writeTable(), folder).stdout).toContain('Added 2 events.');
		expect(readFileSync(join(folder, 'events/table.yaml'), 'utf8')).toContain(own.trimEnd());
	});

	test('keeps quotations that cannot be checked yet, in drafts that pass the check', () => {
		const folder = makeNew();
		const long = 'word '.repeat(70).trim();
		const text = `date,title,quote,translation,url
1901,No source,My words,Le mie parole,
1902,Three,“One” | “Two” | “Three”,,https://a.example/ https://b.example/
1903,Long,${long},,https://a.example/
1904,Alone,,Le parole,
`;
		const { stdout } = runImport(writeTable(text), folder);
		expect(stdout).toContain('There are 3 quotations and 2 sources');
		expect(stdout).toContain('There is a translation, but no quotation.');
		expect(runCheck(folder)).toMatchObject({ status: 0, stderr: '' });
		const events = readFileSync(join(folder, 'events/table.yaml'), 'utf8');
		for (const words of ['My words', 'Le mie parole', 'One', 'Two', 'Three', long, 'Le parole'])
			expect(events).toContain(words);
	});

	test('says of every row what it lacks, and of every column that it is not used', () => {
		const rows = Array.from({ length: 60 }, (_, index) => `TBD,Event ${index},Award,Early,1 May`);
		const text = `date,title,Type,Chapter,Display date\n1901,A,Product,Early,1901\n${rows.join('\n')}\n`;
		const { stdout } = runImport(writeTable(text), makeNew());
		expect(stdout.match(/^ {2}row \d+:/gm)).toHaveLength(60);
		expect(stdout).toContain('column "Type": not known, 61 cells not used');
		for (const name of ['Chapter', 'Display date'])
			expect(stdout).toContain(`column "${name}": left out, 61 cells`);
	});

	test('takes no id that pages use themselves', () => {
		const folder = makeNew();
		runImport(writeTable('date,title\n1901,Timeline\n1902,Main\n'), folder);
		expect(runCheck(folder)).toMatchObject({ status: 0, stderr: '' });
	});

	test('refuses an option about a column that the file has not', () => {
		const { status, stderr } = runImport(writeTable(), makeNew(), '--column', 'Thred=line');
		expect(status).toBe(1);
		expect(stderr).toMatch(
			/table\.csv has no column "Thred"; its columns are When, What happened, Thread, Quote, Link\.\n$/
		);
	});

	test('of a second sheet takes ids that the folder has not, and widens the chapter', () => {
		const folder = makeNew();
		const row = (year: number) => `date,title\n${year},Annual report\n`;
		runImport(writeTable(row(2010), '2010.csv'), folder);
		const { stdout } = runImport(writeTable(row(2011), '2011.csv'), folder);
		expect(stdout).toContain('Added 1 event. Updated timeline.yaml.');
		const { timeline, problems } = compileTimeline({ folder });
		expect(problems).toEqual([]);
		expect(timeline!.events.map(({ id }) => id)).toEqual(['annual-report', 'annual-report-2']);
		expect(timeline!.chapters).toMatchObject([{ from: '2010-01-01', to: '2011-12-31' }]);
	});

	test('of the same sheet under another name says so, and changes nothing', () => {
		const folder = makeNew();
		runImport(writeTable(), folder);
		const before = read(folder);
		const { status, stderr } = runImport(writeTable(TABLE, 'table (1).csv'), folder);
		expect({ status, stderr }).toEqual({
			status: 1,
			stderr:
				'table (1).csv has events that were imported from table.csv (2 of 2): rename it to table.csv, so that they are updated instead of added again.\n'
		});
		expect(read(folder)).toEqual(before);
	});

	test('finds events that were moved to another file or renamed', () => {
		const folder = makeNew();
		const file = writeTable();
		runImport(file, folder);
		const path = join(folder, 'events/table.yaml');
		const [first, second] = readFileSync(path, 'utf8').trimEnd().split('\n\n');
		writeFileSync(join(folder, 'events/early.yaml'), `${first}\n`);
		writeFileSync(path, second!.replace('the-cable-is-mended', 'mended'));
		writeFileSync(join(folder, 'renamed.yaml'), 'events: { the-cable-is-mended: mended }\n');
		writeFileSync(file, TABLE.replace('5 May 1865', '6 May 1865'));
		expect(runImport(file, folder).stdout).toMatch(
			/: Updated 1 event: the-cable-breaks\. Updated timeline\.yaml\.\n$/
		);
		expect(runImport(file, folder).stdout).toContain('Nothing has changed.');
		const { timeline, problems } = compileTimeline({ folder });
		expect(problems).toEqual([]);
		expect(timeline!.events.map(({ id, date }) => [id, date.edtf])).toEqual([
			['the-cable-breaks', '1865-05-06'],
			['mended', '1866']
		]);
	});

	test('of a corrected file gives the chapter its days', () => {
		const folder = makeNew();
		const file = writeTable('date,title\n1901,The first kite\n2990,A typing error\n');
		runImport(file, folder);
		writeFileSync(file, 'date,title\n1901,The first kite\n1990,A typing error\n');
		expect(runImport(file, folder).stdout).toContain('Updated timeline.yaml.');
		expect(compileTimeline({ folder }).timeline!.chapters).toMatchObject([
			{ from: '1901-01-01', to: '1990-12-31' }
		]);
	});

	test('says that lines have changed where no event has', () => {
		const folder = makeNew();
		const file = writeTable('date,title,line\n1901,The first kite,kites\n');
		runImport(file, folder);
		writeFileSync(file, 'date,title,line\n1901,The first kite,KITES\n');
		expect(runImport(file, folder).stdout).toContain(': Updated timeline.yaml.');
	});

	test.each([
		[['/nowhere.csv', 'FOLDER'], 'There is no file /nowhere.csv.'],
		[['TABLE', '/nowhere'], '/nowhere is not a data folder, since it has no timeline.yaml'],
		[['TABLE'], 'Name one file and one data folder'],
		[['TABLE', 'FOLDER', '--dates', 'ymd'], '--dates must be dmy or mdy, but it is "ymd".'],
		[['TABLE', 'FOLDER', '--column', 'Thread'], '--column must be "Heading=role"'],
		[['TABLE', 'FOLDER', '--colum', 'x'], "Unknown option '--colum'"],
		[['TABLE', 'FOLDER', '--encoding', 'klingon'], '“klingon” is not an encoding'],
		[['EMPTY', 'FOLDER'], 'There is nothing in it.'],
		[['BINARY', 'FOLDER'], 'This is not a text file.']
	])('%j is answered with one sentence', (args, words) => {
		const place = makeFolder();
		const files: Record<string, string> = {
			TABLE: writeTable(),
			EMPTY: join(place, 'empty.csv'),
			BINARY: join(place, 'image.png'),
			FOLDER: place
		};
		writeFileSync(files.EMPTY!, '');
		writeFileSync(files.BINARY!, Buffer.from([0x89, 0x50, 0, 0, 1]));
		writeFileSync(join(place, 'timeline.yaml'), 'company: X\n');
		const { status, stderr } = runImport(...args.map((arg) => files[arg] ?? arg));
		expect(status).toBe(1);
		expect(stderr).toContain(words);
		expect(stderr.trim().split('\n')).toHaveLength(1);
	});

	test('answers no row with 1', () => {
		const { status, stderr } = runImport(writeTable('date,title\n,A\n'), makeNew());
		expect({ status, stderr }).toEqual({ status: 1, stderr: 'No row was taken.\n' });
	});
});

describe('there and back', () => {
	test('timeline.json loses nothing', () => {
		const own = makeGoodProject();
		const { timeline } = compileTimeline(own);
		const text = JSON.stringify(timeline);
		expect(readTable(text).timeline).toEqual(JSON.parse(text));
		const file = join(makeFolder(), 'timeline.json');
		writeFileSync(file, text);
		const folder = makeNew();
		expect(runImport(file, folder).status).toBe(0);
		const { timeline: again, problems } = compileTimeline({ folder, articles: null });
		expect(problems).toEqual([]);
		expect(again).toEqual(timeline);
	});

	test('a table that was saved as timeline.json makes drafts that pass the check', () => {
		const text = 'date,title,quote,source\n1901,A,Words,The Bote\n1902,B,,\n';
		const { timeline, sources } = readTable(text);
		const saved = JSON.stringify({ ...timeline, undatedSources: sources });
		const again = readTable(saved);
		expect(again).toMatchObject({ sources, fault: null, questions: [] });
		const file = join(makeFolder(), 'timeline.json');
		writeFileSync(file, saved);
		const folder = makeNew();
		expect(runImport(file, folder).status).toBe(0);
		expect(runCheck(folder)).toMatchObject({ status: 0, stderr: '' });
		expect(readFileSync(join(folder, 'events/timeline.yaml'), 'utf8')).toContain('exact: Words');
	});

	test('events.csv keeps what its columns hold', () => {
		const own = makeGoodProject();
		const timeline = compileTimeline(own).timeline!;
		const reading = readTable(formatCsv(timeline));
		expect(reading.rows.map(({ verdict }) => verdict)).toEqual(timeline.events.map(() => 'ready'));
		for (const [index, event] of timeline.events.entries()) {
			const { id, title, summary, status, lines, importance, by, note, date } = event;
			expect(reading.timeline!.events[index]).toMatchObject({
				...{ id, title, summary, status, lines, importance, by, note },
				date: { edtf: date.edtf, start: date.start, end: date.end, label: date.label },
				evidence: event.evidence.map(({ exact, stance, translation }) => {
					return { exact, stance, translation };
				})
			});
		}
	});

	test('TimelineJS keeps titles, groups and the days of dates', () => {
		const own = makeGoodProject();
		const timeline = compileTimeline(own).timeline!;
		const json = JSON.stringify(toTimelineJs(timeline, (id) => `https://x.example/${id}`));
		const { timeline: again } = readTable(json);
		expect(again!.title).toBe(timeline.title);
		expect(again!.events.map(({ id, title, date }) => [id, title, date.start])).toEqual(
			timeline.events.map(({ id, title, date }) => [id, title, date.start])
		);
	});
});
