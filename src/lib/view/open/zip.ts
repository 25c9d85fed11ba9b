/** The data folder of a whole site, as a zip. */
import { strToU8, zipSync } from 'fflate';
import * as m from '../../language/messages.ts';
import { formatFolder } from '../../import/folder/folder.ts';
import { recordsOf } from '../../import/folder/records.ts';
import type { Reading } from '../../import/types.ts';

/**
 * @param reading of which something was read
 * @param folder name of the folder in the zip
 */
export function zipFolder(reading: Reading, folder: string): Uint8Array<ArrayBuffer> {
	const records = recordsOf(reading)!;
	const today = new Date().toISOString().slice(0, 10);
	const company = reading.timeline!.title;
	const files = formatFolder(records, { company, today, language: m.language_tag() });
	return zipSync(
		Object.fromEntries(
			Object.entries(files).map(([path, text]) => [`${folder}/${path}`, strToU8(text)])
		)
	);
}
