/** The buttons of the example page name what they select in the published dataset. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileTimeline } from '../../src/lib/data/compile/compile.ts';

const { events, lines } = compileTimeline({ folder: 'data', articles: null }).timeline!;
const html = readFileSync('static/embed-example.html', 'utf8');
const buttons = [...html.matchAll(/<button data-message='(.*?)'>\s*(.*?)\s*<\/button>/gs)].map(
	([, message, words]) => ({ ...JSON.parse(message!), words })
);

test('a button that selects an event has words of its title', () => {
	const selecting = buttons.filter(({ event }) => event);
	expect(selecting).not.toEqual([]);
	for (const { event, words } of selecting)
		expect(events.find(({ id }) => id === event)?.title).toContain(words);
});

test('a button that filters by a line names it', () => {
	const filtering = buttons.filter(({ filter }) => filter?.lines);
	expect(filtering).not.toEqual([]);
	for (const { filter, words } of filtering)
		expect(words).toContain(lines.find(({ id }) => id === filter.lines[0])?.label);
});
