/** The compiled dataset, as served at `/data/timeline.json`. */
import { z } from 'zod';
import { BASES } from '../vocabulary.ts';
import {
	oneOf,
	edtf,
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
	describe,
	filled
} from './fields.ts';
import { renamedRecord } from './records.ts';

export const compiledDate = z.strictObject({
	edtf,
	start: describe(day, 'the first day, inclusive'),
	end: describe(day.nullable(), 'the last day, inclusive; null while ongoing'),
	kind: z.enum(['moment', 'period']),
	approximate: z.boolean(),
	uncertain: z.boolean(),
	ongoing: z.boolean(),
	asOf: describe(day.nullable(), 'the last day on which a source vouches for what is ongoing'),
	basis: oneOf('the basis', BASES),
	label: text('the date in words'),
	note: text('the reasoning, where the date is not stated').nullable()
});

export const compiledSource = z.strictObject({
	...sourceHead,
	publication: z.strictObject({ start: day, end: day, label: text('the date in words') }),
	characters: count,
	sha256,
	share: describe(
		z.number().min(0).max(1),
		'part of the article covered by its quotations with their prefixes and suffixes, 0 to 1'
	)
});

export const compiledEvidence = z.strictObject({
	...evidenceHead,
	dateLabel: describe(filled.nullable(), 'the date in words'),
	highlight: describe(
		z.tuple([position, position]).nullable(),
		'where the decisive words start and end in `exact`'
	),
	prefix: context,
	suffix: context,
	start: position,
	end: position,
	breaks: describe(
		z.array(position),
		'positions in `exact` at which the article begins a new paragraph'
	),
	digest
});

export const compiledEvent = z.strictObject({
	...eventHead,
	date: compiledDate,
	evidence: describe(z.array(compiledEvidence), 'at least one quotation; none of a draft'),
	draft: describe(z.literal(true).optional(), 'given for an event that has no quotation yet')
});

export const compiledTimeline = z
	.strictObject({
		...timelineHead,
		sources: z.array(compiledSource),
		events: z.array(compiledEvent),
		renamed: describe(renamedRecord, 'renamed ids, with the current id of each').optional()
	})
	.meta({
		title: 'Company timeline',
		description:
			'A company timeline in which every event rests on quotations. Positions count UTF-16 code units of the article’s normalised text (NFC, white space folded to one space, trimmed); sha256 is of its UTF-8.'
	});

/** @returns the JSON Schema (2020-12) of `/data/timeline.json` */
export function toJsonSchema(): object {
	return z.toJSONSchema(compiledTimeline, { target: 'draft-2020-12' });
}
