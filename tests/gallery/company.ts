/** An invented company with all that a chart, a bar and a card can show. */
import type { Timeline } from '../../src/lib/model/types.ts';
import { sourceOf, timelineOf } from '../unit/model/records.ts';
import { events } from './company-events.ts';

export const company: Timeline = timelineOf(events, {
	title: 'Acme, 2010–2018',
	chapters: [
		{
			id: 'shed',
			title: 'The shed',
			summary: 'Two friends and a kite.',
			from: '2010-01-01',
			to: '2011-12-31'
		},
		{
			id: 'market',
			title: 'To market',
			summary: 'A fair and its visitors.',
			from: '2012-01-01',
			to: '2014-12-31'
		},
		{
			id: 'sky',
			title: 'The sky',
			summary: 'Silk and storms.',
			from: '2015-01-01',
			to: '2018-12-31'
		}
	],
	sources: [
		sourceOf('daily', {
			title: 'A shed full of kites',
			publisher: 'The Daily',
			publication: { start: '2013-05-20', end: '2013-05-20', label: '20 May 2013' }
		}),
		sourceOf('gazzetta', {
			title: 'Aquiloni',
			publisher: 'La Gazzetta',
			kind: 'blog',
			language: 'it',
			publication: { start: '2018-03-02', end: '2018-03-02', label: '2 March 2018' }
		})
	]
});
