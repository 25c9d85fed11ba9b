/** A small invented dataset in a temporary folder, which tests can modify. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { compileTimeline } from '../../../src/lib/data/compile/compile.ts';
import { describeProblem } from '../../../src/lib/data/read/problem.ts';
import { writeAnchors } from '../../../src/lib/data/write/write.ts';

type Files = Record<string, string>;

export const TIMELINE = `title: Acme, 2010–2013
company: Acme
version: "1.0.0"
updated: "2026-01-02"
license: CC-BY-4.0
introduction: Told by two papers.
lines:
  - { id: company, label: Company }
  - { id: kites, label: Kites }
chapters:
  - id: beginnings
    title: Beginnings
    summary: Two friends begin.
    from: "2010-01-01"
    to: "2013-12-31"
`;

export const SOURCES = `# Two papers.
- id: daily-2012
  title: A shed full of kites
  publisher: The Daily
  kind: news
  url: https://daily.example/kites
  archive: https://archive.example/kites
  published: "2012-03"
  language: en
- id: gazzetta-2013
  title: Aquiloni
  publisher: La Gazzetta
  kind: blog
  url: https://gazzetta.example/aquiloni
  archive: https://archive.example/aquiloni
  published: "2013-05-06"
  language: it
`;

export const EVENTS = `# The first years.

- id: founding
  title: Founded in a shed
  summary: Two friends found Acme.
  date: "2010-04-06"
  status: happened
  lines: [company]
  importance: 3
  chapter: beginnings
  evidence:
    - source: daily-2012
      exact: Two friends founded Acme in a shed on 6 April 2010.
      highlight: founded Acme in a shed # the decisive words

# What goes on.
- id: repairs
  title: Kites are repaired for free
  summary: Acme repairs kites.
  date: "2010/.."
  status: happened
  lines: [kites, company]
  importance: 2
  chapter: beginnings
  evidence:
    - source: daily-2012
      exact: >-
        Since 2010 it has repaired
        every kite for free.
    - source: gazzetta-2013
      exact: ripara gli aquiloni
      translation: it repairs the kites
  relations:
    - { type: follows, event: founding }
`;

export const CHANGELOG = `- version: "1.0.0"
  date: "2026-01-02"
  title: The first edition
  summary: Two events from two papers.
`;

/** data/translations/it.yaml without the digests of the texts they were made from (`original`). */
export const ITALIAN = `timeline:
  title: Acme, dal 2010 al 2013
  company: Acme
  introduction: Raccontata da due giornali.
lines:
  - { id: company, label: Azienda }
  - { id: kites, label: Aquiloni }
chapters:
  - id: beginnings
    title: Gli inizi
    summary: Due amici cominciano.
sources:
  - id: daily-2012
  - id: gazzetta-2013
events:
  - id: founding
    title: Fondata in un capanno
    short: Nata in un capanno
    summary: Due amici fondano Acme.
    evidence:
      - begins: Two friends founded
        translation: Il 6 aprile 2010 due amici fondarono Acme in un capanno.
  - id: repairs
    title: Gli aquiloni si riparano gratis
    summary: Acme ripara gli aquiloni.
    evidence:
      - begins: Since 2010
        translation: Dal 2010 ripara gratis ogni aquilone.
changes:
  - version: "1.0.0"
    title: La prima edizione
    summary: Due eventi da due giornali.
`;

const DAILY = `A shed full of kites

Two friends founded Acme in a shed\u00a0on  6 April 2010. Nobody else was there to see it, and the neighbours
took no notice of the noise for months.

Since 2010 it has repaired every kite for free. The red kite sells best. People who come for a string
leave with a kite, and those who come for a kite leave with two of them and a story to tell at home.

Next year there will be a blue kite, says Ann. The red kite stays as it is.
`;

const GAZZETTA = `La ditta ripara gli aquiloni di tutti, e da qualche tempo anche le barche a vela dei vicini.

Nel capanno non c'è più posto per nessuno, neppure per i due amici che lo hanno aperto.
`;

export interface Project {
	folder: string;
	articles: string;
	read(name: string): string;
	/** replaces text; throws unless it occurs exactly once in the file */
	change(name: string, from: string, to: string): void;
	/** all problems as they are printed; checked against the articles by default */
	problems(options?: { articles?: string | null }): string[];
}

/** @param files contents by path under data/ or articles/; null omits a default file */
export function makeProject(files: Record<string, string | null> = {}): Project {
	const root = mkdtempSync(join(tmpdir(), 'timeline-'));
	onTestFinished(() => rmSync(root, { recursive: true }));
	const defaults: Files = {
		'data/timeline.yaml': TIMELINE,
		'data/sources.yaml': SOURCES,
		'data/events/first.yaml': EVENTS,
		'data/changelog.yaml': CHANGELOG,
		'articles/daily-2012.txt': DAILY,
		'articles/gazzetta-2013.txt': GAZZETTA
	};
	for (const [name, text] of Object.entries({ ...defaults, ...files })) {
		if (text === null) continue;
		mkdirSync(dirname(join(root, name)), { recursive: true });
		writeFileSync(join(root, name), text);
	}
	const [folder, articles] = [join(root, 'data'), join(root, 'articles')];
	const read = (name: string) => readFileSync(join(root, name), 'utf8');
	return {
		folder,
		articles,
		read,
		change(name, from, to) {
			const parts = read(name).split(from);
			if (parts.length !== 2)
				throw new Error(`${from} stands ${parts.length - 1} times in ${name}`);
			writeFileSync(join(root, name), parts.join(to));
		},
		problems(options = {}) {
			return compileTimeline({ folder, articles, ...options }).problems.map(describeProblem);
		}
	};
}

/** A project without problems: its anchors and hashes are written. */
export function makeGoodProject(files: Record<string, string | null> = {}): Project {
	const project = makeProject(files);
	writeAnchors(project);
	return project;
}
