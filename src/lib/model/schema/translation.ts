/** Records of a translation, as written in data/translations/<language>.yaml. */
import { z } from 'zod';
import { LIMITS } from '../vocabulary.ts';
import { chapterRecord, describe, lineRecord, text } from './fields.ts';
import {
	changeRecord,
	eventRecord,
	evidenceRecord,
	sourceRecord,
	timelineRecord
} from './records.ts';

const original = describe(
	z.string().regex(new RegExp(`^[0-9a-f]{${LIMITS.original}}$`)),
	'what "npm run check:data -- --write" fills in'
).nullish();

// All fields but ids are optional here: data/translate/completeness.ts reports what is missing, with the original text.
export const translatedLine = z.strictObject({
	...lineRecord.partial({ label: true }).shape,
	original
});

export const translatedChapter = z.strictObject({
	...chapterRecord
		.pick({ id: true, title: true, summary: true })
		.partial({ title: true, summary: true }).shape,
	original
});

export const translatedSource = z.strictObject({
	...sourceRecord.pick({ id: true, note: true, omitted: true }).shape,
	original
});

export const translatedEvidence = z.strictObject({
	begins: text('the words that the quotation begins with'),
	translation: text('the quotation in this language').nullable().default(null),
	reading: evidenceRecord.shape.reading
});

export const translatedEvent = z.strictObject({
	...eventRecord
		.pick({ id: true, title: true, short: true, summary: true, by: true, note: true })
		.partial({ title: true, summary: true }).shape,
	reasoning: text('the reasoning of the date').nullable().default(null),
	evidence: describe(z.array(translatedEvidence), 'the quotations that need a translation').default(
		[]
	),
	original
});

export const translatedChange = z.strictObject({
	...changeRecord
		.pick({ version: true, title: true, summary: true })
		.partial({ title: true, summary: true }).shape,
	original
});

export const translatedHead = z.strictObject({
	...timelineRecord.pick({ title: true, company: true, introduction: true, dek: true }).partial()
		.shape,
	original
});

export const translationFile = z.strictObject({
	timeline: describe(translatedHead, 'the timeline’s title, company and introduction'),
	lines: describe(z.array(translatedLine), 'the product lines').default([]),
	chapters: describe(z.array(translatedChapter), 'the chapters').default([]),
	sources: describe(z.array(translatedSource), 'the sources').default([]),
	events: describe(z.array(translatedEvent), 'the events').default([]),
	changes: describe(z.array(translatedChange), 'the changes').default([])
});
