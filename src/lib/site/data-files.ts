import type { DataFile } from '../export/jsonld.ts';

/** Distributions of the dataset, for its JSON-LD. */
export const FILES: DataFile[] = [
	{ path: '/data/timeline.json', type: 'application/json' },
	{ path: '/data/events.csv', type: 'text/csv' },
	{ path: '/data/events.ics', type: 'text/calendar' },
	{ path: '/data/timelinejs.json', type: 'application/json' }
];
