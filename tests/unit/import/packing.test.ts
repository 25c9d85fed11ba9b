import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../../src/lib/import/packing.ts';

/** As the page gets it from the worker. */
const post = (records: unknown[]) => unpack(structuredClone(pack(records)), records.length);

describe('packed records', () => {
	test('are the same once unpacked, whatever their shapes', () => {
		const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
		const record = fc.record(
			{ id: leaf, list: fc.array(fc.record({ kind: leaf })), date: fc.record({ start: leaf }) },
			{ requiredKeys: ['id'], noNullPrototype: true }
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(record, leaf)), (records) => {
				expect(post(records)).toEqual(records);
			})
		);
	});

	test('store a shared value once', () => {
		const records = [
			{ id: 'a', status: 'happened', lines: ['x'] },
			{ id: 'b', status: 'happened', lines: ['x'] }
		];
		expect(pack(records)).toEqual({
			keys: ['id', 'status', 'lines'],
			columns: [
				{ values: ['a', 'b'] },
				{ same: 'happened' },
				{ keys: ['0'], columns: [{ same: 'x' }], isList: true }
			],
			isList: false
		});
	});

	test('of which one has another shape are kept as they are', () => {
		const records = [{ id: 'a' }, { id: 'b', label: 'B' }];
		expect(pack(records)).toEqual({ values: records });
		expect(post(records)).toEqual(records);
	});

	test('keep the order of keys; no records give an empty result', () => {
		expect(
			Object.keys(
				post([
					{ b: 1, a: 2 },
					{ b: 3, a: 4 }
				])[1] as object
			)
		).toEqual(['b', 'a']);
		expect(post([])).toEqual([]);
	});
});
