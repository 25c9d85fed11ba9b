import * as m from '../../language/messages.ts';
import type { Format } from '../../model/download.ts';

export interface Choice {
	format: Format;
	label: string;
	/** static file of the whole timeline; absent for formats that only a browser makes */
	file?: string;
}
export const GROUPS: { title: string; choices: Choice[] }[] = [
	{
		title: m.choices_data(),
		choices: [
			{ format: 'csv', label: 'CSV', file: 'events.csv' },
			{ format: 'json', label: 'JSON', file: 'timeline.json' },
			{ format: 'ics', label: 'iCalendar', file: 'events.ics' },
			{ format: 'timelinejs.json', label: 'TimelineJS', file: 'timelinejs.json' }
		]
	},
	{
		title: m.choices_references(),
		choices: [
			{ format: 'bib', label: 'BibTeX', file: 'sources.bib' },
			{ format: 'ris', label: 'RIS', file: 'sources.ris' },
			{ format: 'csl.json', label: 'CSL-JSON', file: 'sources.csl.json' }
		]
	},
	{
		title: m.choices_picture(),
		choices: [
			{ format: 'svg', label: 'SVG' },
			{ format: 'png', label: 'PNG' }
		]
	}
];
