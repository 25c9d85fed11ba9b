/** Examples of the messages between a frame and its host, from the timeline's own lines and events. */
import { escapeMarkup } from '../model/escape.ts';
import { importanceOf } from '../model/event.ts';
import type { Line, Timeline, TimelineEvent } from '../model/types.ts';

export interface Example {
	/** a line with events: the third, if there is one */
	line: Line;
	/** on that line: the last of the most important */
	event: TimelineEvent;
	/** first and last day of the chapter before the last one */
	from: string;
	to: string;
}

/** @returns undefined if there are no events */
export function chooseExample({ lines, events, chapters }: Timeline): Example | undefined {
	const eventsOf = ({ id }: Line) => events.filter((event) => event.lines.includes(id));
	const used = lines.filter((line) => eventsOf(line).length);
	const line = used[2] ?? used[0];
	if (!line) return undefined;
	const event = eventsOf(line).reduce((best, other) =>
		importanceOf(other) >= importanceOf(best) ? other : best
	);
	const { from, to } = (chapters.at(-2) ?? chapters[0])!;
	return { line, event, from, to };
}

/** @returns the page that exchanges messages with a frame: HTML in English, with texts of the data */
export function formatExample(timeline: Timeline): string {
	const example = chooseExample(timeline);
	const button = (message: object, words: string) =>
		`<button data-message="${escapeMarkup(JSON.stringify(message))}">${words}</button>`;
	const data = (words: string) => `<bdi lang="${timeline.language}">${escapeMarkup(words)}</bdi>`;
	const buttons = example
		? [
				button(
					{ type: 'timeline:filter', filter: { lines: [example.line.id] } },
					`${data(example.line.label)} only`
				),
				button({ type: 'timeline:filter', filter: {} }, 'All product lines'),
				button(
					{ type: 'timeline:select', event: example.event.id },
					data(example.event.short ?? example.event.title)
				),
				button(
					{ type: 'timeline:show', from: example.from, to: example.to },
					`${example.from} to ${example.to}`
				)
			]
		: [];
	return `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta
			http-equiv="content-security-policy"
			content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
		/>
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="robots" content="noindex" />
		<title>A page that controls the timeline</title>
		<link rel="icon" href="favicon.svg" type="image/svg+xml" />
		<link rel="stylesheet" href="embed-example.css" />
	</head>
	<body>
		<h1>A page that controls the timeline</h1>
		<p>These buttons belong to this page. The chart below is in a frame.</p>
		<p>
			${buttons.join('\n\t\t\t')}
		</p>
		<p>Open event: <output>none</output></p>
		<iframe src="embed/" title="Timeline" width="100%" height="640" allow="clipboard-write"></iframe>
		<script src="embed.js" async></script>
		<script src="embed-example.js"></script>
	</body>
</html>
`;
}
