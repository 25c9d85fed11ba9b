/** The status that a cell names, in one of the interface's languages. */
import * as m from '../../language/messages.ts';
import { findClosest } from '../../model/spelling.ts';
import { STATUSES } from '../../model/vocabulary.ts';
import type { Status } from '../../model/types.ts';
import { fault } from '../remarks.ts';
import type { Cells } from '../table/cells.ts';
import type { Remark } from '../types.ts';

const WORDS: Record<string, Status> = Object.assign(Object.create(null), {
	...named('happened', 'fact', 'avvenuto', 'accaduto', 'successo', '已发生', '发生', 'geschehen'),
	...named('announced', 'announcement', 'annunciato', '已宣布', '宣布', 'angekündigt'),
	...named(
		'planned',
		'plan',
		'expected',
		'due',
		'previsto',
		'pianificato',
		'计划',
		'预计',
		'geplant'
	),
	...named('rumoured', 'rumored', 'rumour', 'rumor', 'voce', 'si dice', '传闻', 'gerücht'),
	...named('context', 'background', 'contesto', '背景', 'umfeld')
});

function named(status: Status, ...words: string[]): Record<string, Status> {
	return Object.fromEntries([status, ...words].map((word) => [word, status]));
}

/** @returns `happened` for an empty cell, and for one that names no status: then with a remark */
export function readStatus(cells: Cells, remarks: Remark[]): Status {
	const text = cells.get('status');
	const word = text.toLowerCase();
	const known = word ? WORDS[word] : 'happened';
	if (known) return known;
	const values = { text, status: m.status_happened(), statuses: STATUSES.join(', ') };
	const closest = findClosest(word, Object.keys(WORDS));
	const likely = closest === null ? [] : [WORDS[closest]!];
	const fixes = [...new Set([...likely, ...STATUSES])].map((value) => ({
		kind: 'cell' as const,
		row: cells.number,
		role: 'status' as const,
		value
	}));
	remarks.push(fault('unknown-status', { values, role: 'status', fixes }));
	return 'happened';
}
