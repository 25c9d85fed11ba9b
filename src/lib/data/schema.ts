/**
 * The one schema of the project. The YAML records, the compiled dataset, their types and the published
 * JSON Schema all come from here. Only the build reads this module's values; the browser sees its types.
 *
 * A description is a noun phrase that says what belongs in the field: the compiler's sentences use it.
 */
import { z } from 'zod';
import { parseDate } from './edtf.ts';

export const LIMITS = {
	/** characters, as counted by JavaScript (UTF-16 code units) */
	title: 60,
	short: 26,
	quotation: 300,
	context: 32,
	/** part of an article that its quotations, prefixes and suffixes may cover */
	share: 0.5,
	/** hexadecimal digits of a quotation's digest */
	digest: 16,
	/** hexadecimal digits of what a translation was made from */
	english: 8
} as const;

export const STATUSES = ['happened', 'announced', 'planned', 'rumoured', 'context'] as const;
export const BASES = ['stated', 'derived', 'inferred', 'outside'] as const;
export const STANCES = ['supports', 'disputes'] as const;
export const VOICES = ['article', 'letter', 'comment'] as const;
export const SOURCE_KINDS = ['news', 'blog', 'fan-site'] as const;
export const RELATIONS = ['announces', 'rumours', 'fulfils', 'follows', 'contradicts'] as const;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const describe = <T extends z.ZodType>(schema: T, description: string): T =>
	schema.meta({ description }) as T;
const filled = z.string().regex(/\S/);
export const text = (description: string) => describe(filled, description);
const title = (description: string, limit: number) =>
	describe(filled.max(limit), `${description} of at most ${limit} characters`);
const oneOf = <T extends string>(what: string, options: readonly T[]) =>
	describe(z.enum(options), `${what}: ${options.join(', ')}`);
const slugOf = (what: string) =>
	describe(
		z.string().regex(SLUG),
		`${what} in lower-case letters and digits joined by hyphens, such as "mi-mix-4"`
	);
const edtf = describe(
	z.string().superRefine((value, context) => {
		try {
			parseDate(value);
		} catch (error) {
			context.addIssue({ code: 'custom', message: (error as Error).message });
		}
	}),
	'an EDTF date (ISO 8601-2) such as "2010-04-06", "2010-04" or "2010-10~"'
);
const version = describe(z.string().regex(/^\d+\.\d+\.\d+$/), 'a version such as "1.0.0"');
const day = describe(z.iso.date(), 'a day such as "2010-04-06"');
const url = describe(z.url(), 'an address in full, such as "https://example.org/page"');
const sha256 = describe(
	z.string().regex(/^[0-9a-f]{64}$/),
	'a SHA-256 in 64 lower-case hexadecimal digits'
);
const digest = describe(
	z.string().regex(new RegExp(`^[0-9a-f]{${LIMITS.digest}}$`)),
	`a digest of ${LIMITS.digest} hexadecimal digits`
);
const context = describe(
	z.string().max(LIMITS.context),
	`at most ${LIMITS.context} characters of the article`
);
const count = describe(z.int().positive(), 'a number of characters');
const position = describe(z.int().nonnegative(), 'a position, counted from 0');
const note = describe(text('an editor’s remark').nullable().default(null), 'an editor’s remark');

// The parts that a record and its compiled form share.

export const lineRecord = z.strictObject({
	id: slugOf('an id'),
	label: text('the product line’s name')
});

export const chapterRecord = z.strictObject({
	id: slugOf('an id'),
	title: title('a title', LIMITS.title),
	summary: text('two or three sentences that say only what the evidence says'),
	from: day,
	to: day
});

const relation = z.strictObject({
	type: oneOf('what this event does to that one', RELATIONS),
	event: slugOf('the id of another event')
});

const timelineHead = {
	title: text('the timeline’s title'),
	company: text('the company’s name'),
	version,
	updated: day,
	license: text('the licence of the data'),
	introduction: text('an introduction'),
	lines: describe(z.array(lineRecord).min(1), 'a product line or more'),
	chapters: describe(z.array(chapterRecord).min(1), 'a chapter or more')
};

const bcp47 = describe(
	z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
	'a BCP 47 language such as "en" or "zh-Hans"'
);

const sourceHead = {
	id: slugOf('an id (the article’s file name)'),
	title: text('the article’s title'),
	publisher: text('the publisher’s name'),
	author: text('the author’s name').nullable().default(null),
	kind: oneOf('the kind of source', SOURCE_KINDS),
	url,
	archive: url,
	published: edtf,
	language: bcp47,
	note,
	omitted: describe(
		z.array(
			text('a sentence of ours on what the article says that became no event, with the reason')
		),
		'a sentence or more of ours on what the article says that became no event'
	).default([])
};

const evidenceHead = {
	source: slugOf('the id of a source'),
	voice: oneOf('who speaks', VOICES).default('article'),
	stance: oneOf('the stance', STANCES).default('supports'),
	reading: title('what this source says of the matter, in words', LIMITS.title)
		.nullable()
		.default(null),
	exact: title('the quoted words', LIMITS.quotation),
	translation: text('our English translation').nullable().default(null),
	date: edtf.nullable().default(null)
};

const eventHead = {
	id: slugOf('an id'),
	title: title('a title', LIMITS.title),
	short: title('a short title', LIMITS.short).nullable().default(null),
	summary: text('one or two sentences of ours'),
	status: oneOf('the status', STATUSES),
	lines: describe(z.array(slugOf('the id of a product line')).min(1), 'a product line or more'),
	importance: describe(z.literal([1, 2, 3]), 'the importance: 1, 2 or 3 (the highest)'),
	chapter: slugOf('the id of a chapter'),
	by: text('who said or did it').nullable().default(null),
	relations: z.array(relation).default([]),
	note
};

// The records, as written in data/*.yaml.

export const timelineRecord = z.strictObject(timelineHead);

export const sourceRecord = z.strictObject({
	...sourceHead,
	characters: count.optional(),
	sha256: sha256.optional()
});

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
	evidence: describe(z.array(evidenceRecord).min(1), 'a quotation or more')
});

/** One change of the dataset, as written in data/changelog.yaml and told in the feed. */
export const changeRecord = z.strictObject({
	version,
	date: day,
	title: title('a title', LIMITS.title),
	summary: text('a sentence or more of ours on what changed'),
	events: z.array(slugOf('the id of an event')).default([])
});

const newIds = describe(
	z.record(slugOf('an id'), slugOf('an id')),
	'a mapping of old ids to what they are now'
);

/** Ids that were published once, as written in data/renamed.yaml: what each is called now. */
export const renamedRecord = z.strictObject({
	events: newIds.default({}),
	lines: newIds.default({}),
	sources: newIds.default({})
});

export type TimelineRecord = z.output<typeof timelineRecord>;
export type SourceRecord = z.output<typeof sourceRecord>;
export type EvidenceRecord = z.output<typeof evidenceRecord>;
export type EventRecord = z.output<typeof eventRecord>;
export type Change = z.output<typeof changeRecord>;
export type Renamed = z.output<typeof renamedRecord>;

// The compiled dataset, as served at /data/timeline.json.

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
	evidence: z.array(compiledEvidence).min(1)
});

export const compiledTimeline = z
	.strictObject({
		...timelineHead,
		language: describe(bcp47, 'the language of all words but the quotations, in BCP 47'),
		sources: z.array(compiledSource),
		events: z.array(compiledEvent),
		renamed: describe(
			renamedRecord,
			'ids that were published once, and what they are now'
		).optional()
	})
	.meta({
		title: 'Company timeline',
		description:
			'A company timeline in which every event rests on quotations. Positions count UTF-16 code units of the article’s normalised text (NFC, white space folded to one space, trimmed); sha256 is of its UTF-8.'
	});

export type Timeline = z.output<typeof compiledTimeline>;
export type Line = Timeline['lines'][number];
export type Chapter = Timeline['chapters'][number];
export type Source = z.output<typeof compiledSource>;
export type TimelineEvent = z.output<typeof compiledEvent>;
export type EventDate = z.output<typeof compiledDate>;
export type Evidence = z.output<typeof compiledEvidence>;
export type Relation = TimelineEvent['relations'][number];
export type Status = TimelineEvent['status'];

/** @returns the JSON Schema (2020-12) of `/data/timeline.json` */
export function toJsonSchema(): object {
	return z.toJSONSchema(compiledTimeline, { target: 'draft-2020-12' });
}
