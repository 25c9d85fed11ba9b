/** The gallery's company with a further line, so that narrow charts have titles to show, too. */
import { compareEvents } from '../../src/lib/model/event.ts';
import type { Timeline, TimelineEvent } from '../../src/lib/model/types.ts';
import { company } from '../gallery/company.ts';
import { dateOf, eventOf, evidenceOf } from '../unit/model/records.ts';

function boat(id: string, title: string, date: TimelineEvent['date']): TimelineEvent {
	const evidence = [evidenceOf('gazzetta', { exact: `In porto: ${id}.`, translation: title })];
	return eventOf(id, { title, date, lines: ['boats'], importance: 3, chapter: 'shed', evidence });
}

const boats = [
	boat(
		'first-boat',
		'The first boat',
		dateOf('2010-08-20', '2010-08-20', { label: '20 August 2010' })
	),
	boat(
		'ferry',
		'A ferry to the island',
		dateOf('2012-07-01', null, {
			edtf: '2012-07-01/..',
			kind: 'period',
			ongoing: true,
			asOf: '2018-03-02',
			label: 'since July 2012'
		})
	),
	boat(
		'regatta',
		'Boats race at last',
		dateOf('2015-06-14', '2015-06-14', { label: '14 June 2015' })
	),
	boat('harbour', 'The harbour', dateOf('2017-03-01', '2017-03-31', { label: 'March 2017' }))
];

export const dataset: Timeline = {
	...company,
	lines: [...company.lines, { id: 'boats', label: 'Boats' }],
	events: [...company.events, ...boats].toSorted(compareEvents)
};
