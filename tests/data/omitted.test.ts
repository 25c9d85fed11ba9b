import { expect, test } from 'vitest';
import { compileTimeline } from '../../src/lib/data/compile/compile.ts';

test('the “omitted” list has two to eight sentences per article, none of which contains a long quotation', () => {
	const { sources, events } = compileTimeline({ folder: 'data', articles: null }).timeline!;
	for (const { id, omitted } of sources) {
		expect(omitted.length, id).toBeGreaterThanOrEqual(2);
		expect(omitted.length, id).toBeLessThanOrEqual(8);
		for (const sentence of omitted) expect(sentence, id).toMatch(/[.]$/);
	}
	const quoted = events.flatMap(({ evidence }) => evidence.map(({ exact }) => exact));
	const sentences = sources.flatMap(({ omitted }) => omitted);
	// a shorter quotation, such as a name, may also occur in a sentence of our own
	for (const exact of quoted.filter(({ length }) => length > 30))
		for (const sentence of sentences) expect(sentence).not.toContain(exact);
});
