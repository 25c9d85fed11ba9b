import { describe, expect, test } from 'vitest';
import { relationsOf } from '../../../src/lib/model/relation.ts';
import type { Relation } from '../../../src/lib/model/types.ts';
import { eventOf } from './records.ts';

const read = (id: string, events: ReturnType<typeof eventOf>[]) =>
	relationsOf(
		events.find((event) => event.id === id)!,
		events
	).map(({ words, other, open }) => [words, other.id, open]);

describe('a relation', () => {
	test.each<[Relation['type'], string, string]>([
		['announces', 'Promised for', 'Announced by'],
		['rumours', 'Mentions', 'Rumoured in'],
		['fulfils', 'Keeps the promise', 'Promise kept by'],
		['follows', 'Follows', 'Followed by'],
		['contradicts', 'Contradicts', 'Contradicts']
	])('that %s reads “%s” from one end and “%s” from the other', (type, from, to) => {
		const promised = eventOf('b', { status: 'announced' });
		const events = [eventOf('a', { relations: [{ type, event: 'b' }] }), promised];
		expect(read('a', events)[0]?.slice(0, 2)).toEqual([from, 'b']);
		expect(read('b', events)[0]?.slice(0, 2)).toEqual([to, 'a']);
	});

	test('of the event itself is listed before those of other events to it', () => {
		const events = [
			eventOf('a', { relations: [{ type: 'follows', event: 'b' }] }),
			eventOf('b', { relations: [{ type: 'follows', event: 'c' }] }),
			eventOf('c')
		];
		expect(read('b', events)).toEqual([
			['Follows', 'c', false],
			['Followed by', 'a', false]
		]);
	});

	test('is not there by default', () => {
		expect(read('a', [eventOf('a'), eventOf('b')])).toEqual([]);
	});
});

describe('a promise', () => {
	const promise = eventOf('promise', { relations: [{ type: 'announces', event: 'due' }] });

	test('is open, seen from both ends, until an event fulfils it', () => {
		const events = [promise, eventOf('due')];
		expect(read('promise', events)).toEqual([['Promised for', 'due', true]]);
		expect(read('due', events)).toEqual([['Announced by', 'promise', true]]);
	});

	test('is no longer open once an event fulfils it', () => {
		const launch = eventOf('launch', { relations: [{ type: 'fulfils', event: 'due' }] });
		const events = [promise, eventOf('due'), launch];
		expect(read('promise', events)).toEqual([['Promised for', 'due', false]]);
		expect(read('due', events)).toEqual([
			['Announced by', 'promise', false],
			['Promise kept by', 'launch', false]
		]);
	});

	test('is no longer open once an event contradicts one of its ends', () => {
		for (const event of ['promise', 'due']) {
			const denial = eventOf('denial', { relations: [{ type: 'contradicts', event }] });
			const events = [promise, eventOf('due'), denial];
			expect(read('promise', events)[0]).toEqual(['Promised for', 'due', false]);
		}
	});

	test('is what was announced: a rumour or an unannounced plan is borne out, not kept', () => {
		const launch = (event: string) =>
			eventOf('launch', { relations: [{ type: 'fulfils', event }] });
		for (const status of ['rumoured', 'planned'] as const) {
			const events = [eventOf('idea', { status }), launch('idea')];
			expect(read('launch', events)).toEqual([['Bears out', 'idea', false]]);
			expect(read('idea', events)).toEqual([['Borne out by', 'launch', false]]);
		}
		const announced = [promise, eventOf('due', { status: 'planned' })];
		for (const end of ['promise', 'due'])
			expect(read('launch', [...announced, launch(end)])[0]![0]).toBe('Keeps the promise');
	});
});
