/** The files of a new data folder, with comments. Its contents are invented and marked as such. */
import { createHash } from 'node:crypto';
import { anchorRecord } from '../src/lib/data/check/digest.ts';
import { findBreaks, normalise } from '../src/lib/model/quotation/article-text.ts';
import { LEDGER, hashText } from './ledger.ts';

const ARTICLE = `This article is invented: it belongs to the example event. Replace both with your own.

The workshop opened its doors on 12 May 1865, a Friday, with four people and one lathe. A year later nobody could say what the first thing was that they had sold there.

Older people in the street still tell how the lathe was carried in through the window, since the door was too narrow for it, and how the whole street came to watch.

Visitors are welcome on the first Sunday of the month. Entry is free, and the lathe still turns.
`;
const QUOTATION = 'The workshop opened its doors on 12 May 1865, a Friday';

/**
 * @param today `yyyy-mm-dd`
 * @returns the text of each file, by its path in the folder
 */
export function formatNewFolder(company: string, today: string): Record<string, string> {
	const name = JSON.stringify(company);
	const text = normalise(ARTICLE);
	const sha256 = createHash('sha256').update(text).digest('hex');
	const anchor = anchorRecord({ text, breaks: findBreaks(ARTICLE), sha256 }, { exact: QUOTATION });
	const files: Record<string, string> = {
		'timeline.yaml': `# What the timeline is called, and how it is divided. All fields: docs/data.md.
title: ${name}
company: ${name}
# language of all texts but the quotations
language: en
# raise it with each change, here and in changelog.yaml
version: "0.1.0"
updated: "${today}"
# licence of the data; quotations belong to their publishers
license: CC-BY-4.0
introduction: ${JSON.stringify(`The history of ${company}. Each event can be checked against its source.`)}
# the lanes of the chart, by which readers filter
lines:
  - { id: company, label: ${name} }
# the story is told in chapters; the chart shows the days from \`from\` to \`to\` while one is read
chapters:
  - id: beginnings
    title: Beginnings
    summary: How it began.
    from: "1865-01-01"
    to: "1866-12-31"
`,
		'sources.yaml': `# The articles that events are quoted from. The text of each stands in articles/<id>.txt, for the checker alone.
- id: example-article
  title: An invented article
  publisher: Nobody
  kind: news
  url: https://example.org/article
  published: "1866-06"
  language: en
  # filled in by: npm run check:data -- --write
  characters: ${text.length}
  sha256: "${sha256}"
`,
		'events/example.yaml': `# An invented event. Replace it with your own, or copy it: every event rests on words of a source.
- id: workshop-opens
  # at most 60 characters
  title: The workshop opens (an invented example)
  summary: The workshop opened on 12 May 1865. This event is invented, as an example.
  # EDTF, never more exact than the source: "1865-05", "1865~" for about, "1865/1870" for what lasted
  date: "1865-05-12"
  # happened, announced, planned, rumoured or context
  status: happened
  lines: [company]
  # 3 is the highest
  importance: 3
  chapter: beginnings
  evidence:
    - source: example-article
      # word for word, at most 300 characters
      exact: ${QUOTATION}
      # filled in by: npm run check:data -- --write
      prefix: ${JSON.stringify(anchor.prefix)}
      suffix: ${JSON.stringify(anchor.suffix)}
      start: ${anchor.start}
      end: ${anchor.end}
      digest: "${anchor.digest}"
`,
		'changelog.yaml': `# What changed, for readers of the feed: the newest first, with the version in timeline.yaml.
- version: "0.1.0"
  date: "${today}"
  title: First version
  summary: The first version of this timeline.
`,
		'articles/example-article.txt': ARTICLE
	};
	const example = Object.fromEntries(
		Object.entries(files).map(([path, content]) => [path, hashText(content)])
	);
	return { ...files, [LEDGER]: `${JSON.stringify({ example, files: {} }, null, '\t')}\n` };
}
