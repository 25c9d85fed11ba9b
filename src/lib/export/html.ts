/** A timeline as one HTML file: the chart by the library, and the events as plain HTML. It needs no network and no other file. */
import * as m from '../language/messages.ts';
import { dateInWords } from '../layout/scale/date-format.ts';
import { spanOf } from '../model/date.ts';
import { escapeMarkup } from '../model/escape.ts';
import { ownSummary } from '../model/event.ts';
import type { DateInput, EventInput, TimelineInput } from '../model/input.ts';
import { statusWord } from '../model/status-words.ts';

export interface StandaloneTimeline extends TimelineInput {
	title: string;
	events: StandaloneEvent[];
}
interface StandaloneEvent extends EventInput {
	draft?: boolean;
	note?: string | null;
}
export interface StandaloneSource {
	id: string;
	title: string | null;
	publisher: string;
	url: string | null;
}

const STYLE = `
:root { color-scheme: light dark; --edge: light-dark(#cfc7b9, #4a443d); --quiet: light-dark(#57514a, #bdb5a9) }
body { max-width: 1180px; margin: 0 auto; padding: 20px clamp(12px, 4vw, 40px); background: light-dark(#fbf9f4, #161412);
	color: light-dark(#1b1916, #eee9e1); font: 17px/1.5 "Source Serif 4", Georgia, serif; overflow-wrap: break-word }
h1 { margin: 0 0 16px; font-size: clamp(26px, 5vw, 38px); line-height: 1.15 }
article { display: grid; grid-template-columns: 190px minmax(0, 680px); gap: 4px 32px; padding: 16px 0; border-top: 1px solid var(--edge) }
article:target { box-shadow: inset 3px 0 #e65c00; padding-inline-start: 12px }
h2 { margin: 0; font-size: 21px; line-height: 1.25 }
p { margin: 4px 0 }
.date, .meta, footer, cite { font: 500 13.5px/1.5 Inter, system-ui, sans-serif; color: var(--quiet) }
blockquote { margin: 10px 0; padding-inline-start: 14px; border-inline-start: 2px solid var(--edge) }
blockquote p { margin: 0 }
a { color: inherit }
main { margin-top: 24px }
footer { padding-top: 12px; border-top: 1px solid var(--edge) }
@media (width < 640px) { article { grid-template-columns: minmax(0, 1fr) } }
@media print { :root { color-scheme: light } article { break-inside: avoid } }
`;

/**
 * @param sources of the quotations
 * @param library text of `/lib/timeline.js`
 * @throws {Error} where the page has no Web Crypto, which needs https or localhost
 */
export async function formatStandalone(
	timeline: StandaloneTimeline,
	sources: StandaloneSource[],
	library: string
): Promise<string> {
	const { title, lines, events } = timeline;
	const ids = new Map(events.map(({ id }, index) => [id, `event-${index + 1}`]));
	const data = JSON.stringify({ ...timeline, events: events.map(toChart) });
	const script = escapeScript(`${asStatements(library)}
const links = ${JSON.stringify(Object.fromEntries(ids))};
mountTimeline(document.querySelector('#chart'), JSON.parse(document.querySelector('#timeline').textContent), {
	href: (id) => '#' + links[id]
});`);
	const policy = [
		"default-src 'none'",
		`script-src '${await hash(script)}'`,
		`style-src '${await hash(STYLE)}'`,
		"style-src-attr 'unsafe-inline'",
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
	const articles = events
		.toSorted((a, b) => spanOf(a.date as never).start - spanOf(b.date as never).start)
		.map((event) => formatEvent(event, ids.get(event.id)!, lines, sources));
	return `<!doctype html>
<html lang="${m.language_tag()}" dir="${m.direction()}">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<style>${STYLE}</style>
<h1>${escapeMarkup(title)}</h1>
<div id="chart"></div>
<main>
${articles.join('\n')}
</main>
<script type="application/json" id="timeline">${data.replaceAll('<', '\\u003c')}</script>
<script type="module">${script}</script>
</html>
`;
}

/** What the chart draws: the rest stands in the list alone. */
function toChart(event: StandaloneEvent): EventInput {
	const { id, title, short, summary, date, lines, status, importance, relations, evidence } = event;
	return { id, title, short, summary, date, lines, status, importance, relations, evidence };
}

function formatEvent(
	event: StandaloneEvent,
	anchor: string,
	lines: TimelineInput['lines'],
	sources: StandaloneSource[]
): string {
	const labels = event.lines.map((id) => lines.find((line) => line.id === id)?.label ?? id);
	const meta = [
		statusWord(event.status),
		...labels,
		...(event.draft ? [m.open_no_quotation()] : [])
	];
	const text = (words: string | null | undefined) => (words ? `<p>${escapeMarkup(words)}</p>` : '');
	return `<article id="${anchor}" data-event="${escapeMarkup(event.id)}">
<p class="date">${escapeMarkup(dateInWords(event.date as Required<DateInput> as never))}</p>
<div><h2>${escapeMarkup(event.title)}</h2>
<p class="meta">${meta.map(escapeMarkup).join(' · ')}</p>
${text(ownSummary(event))}${text(event.note)}${(event.evidence ?? []).map((one) => formatQuotation(one, sources)).join('')}</div>
</article>`;
}

function formatQuotation(
	{ exact, translation, source }: NonNullable<EventInput['evidence']>[number],
	sources: StandaloneSource[]
): string {
	const { title, publisher = '', url } = sources.find(({ id }) => id === source) ?? {};
	const name = escapeMarkup([title, publisher].filter(Boolean).join(', '));
	const isWeb = /^https?:/i.test(url ?? '');
	const cite = isWeb ? `<a href="${escapeMarkup(url!)}" rel="noopener">${name}</a>` : name;
	return `<blockquote data-evidence${isWeb ? ` cite="${escapeMarkup(url!)}"` : ''}><p>${escapeMarkup(exact ?? '')}</p>${
		translation ? `<p>${escapeMarkup(translation)}</p>` : ''
	}<cite>${cite}</cite></blockquote>`;
}

/** The library without its export: an inline module cannot be imported. */
function asStatements(library: string): string {
	const found = /export\s*\{\s*([\w$]+) as mountTimeline\s*\};?\s*$/.exec(library);
	if (!found) throw new Error('The library does not end in its export.');
	return `${library.slice(0, found.index)}\nconst mountTimeline = ${found[1]};`;
}

/** Nothing in a script may end its element. In a string or a regular expression, the backslash changes nothing. */
function escapeScript(script: string): string {
	return script.replace(/<(\/script|!--)/gi, (_, rest: string) => `\\x3c${rest}`);
}

async function hash(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
