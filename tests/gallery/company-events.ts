/** The events of the invented company: every status, kind of mark, badge and relation. */
import { parseDay } from '../../src/lib/model/date.ts';
import type { Evidence, TimelineEvent } from '../../src/lib/model/types.ts';
import { dateOf, eventOf, evidenceOf } from '../unit/model/records.ts';

type Day = TimelineEvent['date'];
type Rest = Partial<TimelineEvent>;

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const dayOf = (day: string, rest: Partial<Day> = {}) =>
	dateOf(day, day, { label: inWords.format(parseDay(day)), ...rest });
const set = (start: string, end: string, label: string, rest: Partial<Day> = {}) =>
	dateOf(start, end, { edtf: `[${start}..${end}]`, label, ...rest });
const about = (start: string, end: string, label: string) =>
	set(start, end, label, { edtf: `${start.slice(0, 4)}~`, approximate: true });
const period = (start: string, end: string, label: string) =>
	set(start, end, label, { edtf: `${start}/${end}`, kind: 'period' });
const ongoing = (start: string, asOf: string, label: string) =>
	dateOf(start, null, { edtf: `${start}/..`, kind: 'period', ongoing: true, asOf, label });

const said = (exact: string, rest: Partial<Evidence> = {}) =>
	evidenceOf('daily', { exact, start: 120, ...rest });
const denied = (exact: string, translation: string): Evidence =>
	evidenceOf('gazzetta', { exact, translation, stance: 'disputes', start: 40 });

/** @param lines the first one is the lane */
function make(
	id: string,
	title: string,
	date: string | Day,
	lines: string,
	importance: 1 | 2 | 3,
	{ evidence, ...rest }: Rest = {}
): TimelineEvent {
	const dated = typeof date === 'string' ? dayOf(date) : date;
	return eventOf(id, {
		...{ title, date: dated, lines: lines.split(' '), importance },
		summary: `${title}, as two papers tell it.`,
		chapter: dated.start < '2012' ? 'shed' : dated.start < '2015' ? 'market' : 'sky',
		evidence: evidence ?? [said(`In those days: ${title.toLowerCase()}, and nobody took notice.`)],
		...rest
	});
}
const planned: Rest = { status: 'planned' };
const announced: Rest = { status: 'announced' };
const rumoured: Rest = { status: 'rumoured' };
const context: Rest = { status: 'context' };
const announces = (event: string): Rest => ({ relations: [{ type: 'announces', event }] });
const fulfils = (event: string): Rest => ({ relations: [{ type: 'fulfils', event }] });

export const events: TimelineEvent[] = [
	make('founding', 'Acme is founded in a shed', '2010-04-06', 'company', 3, {
		evidence: [
			said('Two friends founded Acme in a shed on 6 April 2010, with a ball of string.', {
				highlight: [12, 34]
			}),
			denied('Era già aprile inoltrato.', 'It was late April by then.')
		],
		note: 'The register of the town has burnt.'
	}),
	make(
		'string',
		'The first ball of string',
		set('2010-05-01', '2010-05-31', 'May 2010'),
		'kites',
		1
	),
	make('red-kite', 'The red kite', '2010-09-14', 'kites', 3),
	make(
		'repairs',
		'Kites are repaired for free',
		ongoing('2010-10-01', '2018-03-02', 'since October 2010'),
		'kites',
		2
	),
	make(
		'drought',
		'A year without wind',
		set('2011-01-01', '2011-12-31', '2011'),
		'company',
		2,
		context
	),
	make(
		'blue-rumour',
		'A blue kite is said to be near',
		set('2011-06-01', '2011-08-31', 'summer 2011'),
		'kites',
		2,
		rumoured
	),
	make('blue-promise', 'Acme announces a blue kite', '2011-11-02', 'kites', 2, {
		...announced,
		...announces('blue-due')
	}),
	make(
		'blue-due',
		'The blue kite is due',
		set('2012-03-01', '2012-05-31', 'spring 2012'),
		'kites',
		2,
		planned
	),
	make('blue-kite', 'The blue kite flies', '2012-05-20', 'kites', 3, fulfils('blue-due')),
	make(
		'second-shed',
		'A second shed',
		about('2012-06-01', '2012-10-31', 'about August 2012'),
		'company',
		1
	),
	make(
		'fair',
		'The kite fair',
		period('2013-05-13', '2013-05-19', '13–19 May 2013'),
		'company kites',
		3
	),
	make('long-tail', 'A kite with the longest tail', '2013-05-13', 'kites', 2),
	make('night-kite', 'A kite for the night', '2013-05-14', 'kites', 1, announced),
	make('box-kite', 'The box kite', '2013-05-14', 'kites', 2),
	make('kite-lamp', 'A lamp for kites', '2013-05-15', 'kites', 1),
	make('balloon', 'The first balloon', '2013-05-16', 'balloons', 3),
	make('balloon-two', 'A balloon for two', '2013-05-17', 'balloons', 2, announced),
	make(
		'basket',
		'A wicker basket',
		dayOf('2013-05-17', { edtf: '2013-05-17?', uncertain: true }),
		'balloons',
		1
	),
	make('crowd', 'Ten thousand visitors', '2013-05-18', 'company', 2, {
		evidence: [
			said('Ten thousand came.', { reading: 'ten thousand visitors' }),
			{
				...denied('Saranno state mille persone.', 'It may have been a thousand people.'),
				reading: 'about a thousand'
			}
		]
	}),
	make('train-rumour', 'Acme is said to build a train', '2014-02-10', 'balloons', 2, rumoured),
	make(
		'tour',
		'The balloon tours the coast',
		period('2014-04-01', '2014-11-30', 'April to November 2014'),
		'balloons',
		2
	),
	make(
		'silk',
		'Balloons of silk',
		set('2015-01-01', '2015-12-31', '2015', { edtf: '2015?', uncertain: true }),
		'balloons',
		1
	),
	make(
		'school',
		'A school of kites',
		ongoing('2015-09-01', '2018-03-02', 'since September 2015'),
		'company',
		2
	),
	make('ocean-promise', 'Acme promises to cross the ocean', '2016-03-01', 'balloons', 3, {
		...announced,
		...announces('ocean-due')
	}),
	make(
		'ocean-due',
		'The crossing of the ocean',
		set('2017-06-01', '2017-08-31', 'summer 2017'),
		'balloons',
		2,
		planned
	),
	make('white-kite', 'The white kite', '2016-08-08', 'kites', 2),
	make('storm', 'A storm over the coast', '2017-10-28', 'company', 1, context),
	make(
		'museum',
		'A museum of string',
		set('2018-01-01', '2018-03-31', 'early 2018'),
		'company',
		2,
		planned
	)
];
