import { describe, expect, test } from 'vitest';
import { quotationsOf } from '../../../src/lib/model/source.ts';
import { eventOf, evidenceOf } from './records.ts';

const at = (source: string, start: number, exact = 'Acme') => evidenceOf(source, { start, exact });
const ids = (events: { id: string }[]) => events.map(({ id }) => id);
const read = (...events: ReturnType<typeof eventOf>[]) =>
	quotationsOf('daily', events).map(({ evidence, supports }) => [evidence.start, ids(supports)]);

describe('the quotations of an article', () => {
	test('are in reading order, regardless of the order of events', () => {
		expect(
			read(
				eventOf('late', { evidence: [at('daily', 300), at('daily', 20)] }),
				eventOf('early', { evidence: [at('daily', 100)] })
			)
		).toEqual([
			[20, ['late']],
			[100, ['early']],
			[300, ['late']]
		]);
	});

	test('are only those of that article', () => {
		expect(read(eventOf('a', { evidence: [at('gazzetta', 1), at('daily', 2)] }))).toEqual([
			[2, ['a']]
		]);
	});

	test('list each event that uses the same quotation once', () => {
		expect(
			read(
				eventOf('a', { evidence: [at('daily', 10)] }),
				eventOf('b', { evidence: [at('daily', 10)] })
			)
		).toEqual([[10, ['a', 'b']]]);
	});

	test('that begin together are ordered by their end and not merged', () => {
		const [long, brief] = [at('daily', 10, 'Acme flew'), at('daily', 10, 'Acme')];
		expect(read(eventOf('a', { evidence: [long] }), eventOf('b', { evidence: [brief] }))).toEqual([
			[10, ['b']],
			[10, ['a']]
		]);
	});

	test('separate the events they support from those they dispute', () => {
		const disputing = evidenceOf('daily', { start: 10, exact: 'Acme', stance: 'disputes' });
		const [quoted, ...more] = quotationsOf('daily', [
			eventOf('a', { evidence: [at('daily', 10)] }),
			eventOf('b', { evidence: [disputing] })
		]);
		expect(more).toEqual([]);
		expect([ids(quoted!.supports), ids(quoted!.disputes)]).toEqual([['a'], ['b']]);
	});
});
