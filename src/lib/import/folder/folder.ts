/** A whole data folder made from what was read: for `npm run import`, and as a zip from `/open/`. */
import * as m from '../../language/messages.ts';
import { formatItem, formatMapping } from './yaml.ts';
import type { FolderRecords } from './records.ts';

export interface FolderSettings {
	company: string;
	/** `yyyy-mm-dd` */
	today: string;
	/** BCP 47, of the interface's words; by default `en` */
	language?: string;
	/** of the file in `events/`, without its ending */
	name?: string;
}

/** What `timeline.yaml` says where the table says nothing. */
export function defaultHead({ company, today, language }: FolderSettings) {
	return {
		title: company,
		company,
		language: language ?? 'en',
		version: '0.1.0',
		updated: today,
		license: 'CC-BY-4.0',
		introduction: m.import_introduction({ company })
	};
}

/** @returns the text of each file, by its path in the folder; `check:data` accepts them */
export function formatFolder(
	records: FolderRecords,
	settings: FolderSettings
): Record<string, string> {
	const { renamed, ...given } = records.head;
	const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
	const head = { ...defaultHead(settings), ...known };
	const { lines, sources, events } = records;
	const chapters = records.chapters.length ? records.chapters : [emptyChapter(settings)];
	const first = {
		version: head.version,
		date: head.updated,
		title: m.import_change(),
		summary: m.import_change_text()
	};
	return {
		'timeline.yaml': `${formatMapping({ ...head, lines, chapters }).join('\n')}\n`,
		'sources.yaml': formatList(sources),
		[`events/${settings.name ?? 'events'}.yaml`]: formatList(events),
		'changelog.yaml': formatList([first]),
		...(renamed ? { 'renamed.yaml': `${formatMapping(renamed).join('\n')}\n` } : {})
	};
}

function emptyChapter({ today }: FolderSettings) {
	return { id: 'all', title: 'All events', summary: 'All events.', from: today, to: today };
}

export function formatList(records: object[]): string {
	return records.length ? `${records.map(formatItem).join('\n\n')}\n` : '[]\n';
}
