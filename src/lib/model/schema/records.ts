/** Records as written in the YAML files of a data folder. */
import { z } from 'zod';
import { BASES, LIMITS } from '../vocabulary.ts';
import {
	title,
	oneOf,
	slugOf,
	edtf,
	version,
	day,
	sha256,
	digest,
	context,
	count,
	position,
	timelineHead,
	sourceHead,
	evidenceHead,
	eventHead,
	text,
	describe
} from './fields.ts';

const draft = describe(z.boolean().optional(), 'true while the evidence is missing, else nothing');

export const timelineRecord = z.strictObject(timelineHead);

export const sourceRecord = z.strictObject({
	...sourceHead,
	characters: count.optional(),
	sha256: sha256.optional(),
	draft
});

/** A source of which not all is known yet: only its id is required. */
export const sourceDraft = sourceRecord.partial().required({ id: true });

export const evidenceRecord = z.strictObject({
	...evidenceHead,
	highlight: text('the decisive words, which the quotation contains once').optional(),
	prefix: context.optional(),
	suffix: context.optional(),
	start: position.optional(),
	end: position.optional(),
	breaks: z.array(position).optional(),
	digest: digest.optional()
});

export const eventRecord = z.strictObject({
	...eventHead,
	date: describe(
		z.union([
			edtf,
			z.strictObject({
				edtf,
				basis: oneOf('the basis', BASES).default('stated'),
				note: text('the reasoning').optional()
			})
		]),
		'an EDTF date (ISO 8601-2) such as "2010-04-06", "2010-04" or "2010-10~"'
	),
	evidence: describe(z.array(evidenceRecord).min(1), 'at least one quotation'),
	draft
});

/** What a draft has of a quotation, which may be too long yet, or without a source. */
export const evidenceDraft = evidenceRecord
	.extend({ exact: text('the words quoted') })
	.partial({ exact: true, source: true });

/** An event without its evidence; what it has of that is kept, and not compared with the articles. */
export const eventDraft = eventRecord.extend({
	evidence: describe(z.array(evidenceDraft), 'a list of quotations').default([])
});

/** One change of the dataset, as written in data/changelog.yaml and published in the feed. */
export const changeRecord = z.strictObject({
	version,
	date: day,
	title: title('a title', LIMITS.title),
	summary: text('one sentence or more, in our own words, on what changed'),
	events: z.array(slugOf('the id of an event')).default([])
});

const newIds = describe(
	z.record(slugOf('an id'), slugOf('an id')),
	'a mapping of old ids to current ids'
);

/** Renamed ids, as written in data/renamed.yaml: the current id, by the published one. */
export const renamedRecord = z.strictObject({
	events: newIds.default({}),
	lines: newIds.default({}),
	sources: newIds.default({})
});
