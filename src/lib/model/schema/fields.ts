/**
 * Fields shared by records and the compiled dataset.
 *
 * A description is a noun phrase for the expected value: error messages quote it.
 */
import { z } from 'zod';
import { parseDate } from '../edtf/edtf.ts';
import { list } from '../error-text.ts';
import {
	BASES,
	LIMITS,
	RELATIONS,
	SOURCE_KINDS,
	STANCES,
	STATUSES,
	VOICES
} from '../vocabulary.ts';
import { isLanguageTag } from '../language-tag.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const describe = <T extends z.ZodType>(schema: T, description: string): T =>
	schema.meta({ description }) as T;
export const filled = z.string().regex(/\S/);
export const text = (description: string) => describe(filled, description);
export const title = (description: string, limit: number) =>
	describe(filled.max(limit), `${description} of at most ${limit} characters`);
export const oneOf = <T extends string>(what: string, options: readonly T[]) =>
	describe(z.enum(options), `${what} (${list([...options], 'or')})`);
export const slugOf = (what: string) =>
	describe(
		z.string().regex(SLUG),
		`${what} in lower-case letters and digits joined by hyphens, such as "first-kite"`
	);
export const edtf = describe(
	z.string().superRefine((value, context) => {
		try {
			parseDate(value);
		} catch (error) {
			context.addIssue({ code: 'custom', message: (error as Error).message });
		}
	}),
	'an EDTF date (ISO 8601-2) such as "2010-04-06", "2010-04" or "2010-10~"'
);
const bcp47 = describe(
	z
		.string()
		.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
		.refine(
			isLanguageTag,
			'is not a language that browsers know: write BCP 47 such as "en" or "zh-Hans"'
		),
	'a BCP 47 language such as "en" or "zh-Hans"'
);

export const version = describe(z.string().regex(/^\d+\.\d+\.\d+$/), 'a version such as "1.0.0"');
/** A day of EDTF's years, -9999 to 9999, where the year 0 is 1 BCE. */
export const day = describe(
	z.union([
		z.iso.date(),
		z.string().regex(/^-(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
	]),
	'a day such as "2010-04-06"'
);
const url = describe(
	z.url({ protocol: /^https?$/ }),
	'an http or https address in full, such as "https://example.org/page"'
);
export const sha256 = describe(
	z.string().regex(/^[0-9a-f]{64}$/),
	'a SHA-256 in 64 lower-case hexadecimal digits'
);
export const digest = describe(
	z.string().regex(new RegExp(`^[0-9a-f]{${LIMITS.digest}}$`)),
	`a digest of ${LIMITS.digest} hexadecimal digits`
);
export const context = describe(
	z.string().max(LIMITS.context),
	`at most ${LIMITS.context} characters of the article`
);
export const count = describe(z.int().positive(), 'a number of characters');
export const position = describe(z.int().nonnegative(), 'a position, counted from 0');
export const note = describe(
	text('an editor’s remark').nullable().default(null),
	'an editor’s remark'
);

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

/** A search ignores all but letters and digits. Without `\p`, which not every reader of a JSON Schema knows. */
const name = describe(
	z.string().regex(/[A-Za-z0-9\u0080-\uffff]/),
	'a name with letters or digits'
);

const aliasRecord = z
	.strictObject({
		names: describe(z.array(name).min(1), 'at least one name'),
		line: slugOf('the id of the product line that has these names,').nullable().default(null)
	})
	.superRefine(({ names, line }, context) => {
		const report = (path: (string | number)[], message: string) =>
			context.addIssue({ code: 'custom', path, message });
		names.forEach((name, index) => {
			if (names.indexOf(name) < index)
				report(['names', index], `${JSON.stringify(name)} is listed twice`);
		});
		if (names.length === 1 && line === null)
			report(['names'], 'has one name only: add another name of the same thing, or its "line"');
	})
	.meta({ description: 'the names of one thing, such as "names: [Ada Kite, A. Kite]"' });

const relation = z.strictObject({
	type: oneOf('what this event does to that one', RELATIONS),
	event: slugOf('the id of another event')
});

export const timelineHead = {
	title: text('the timeline’s title'),
	company: text('the company’s name'),
	language: describe(
		bcp47,
		'the language of the data in BCP 47, such as "en" or "zh-Hans"'
	).default('en'),
	version,
	updated: day,
	license: text('the licence of the data'),
	introduction: text('an introduction'),
	dek: text('a sentence on whose events these are, and which articles tell them').nullish(),
	contact: describe(
		z
			.string()
			.regex(/^(?:[^\s@:/?&]+@[^\s@:/?&]+|https?:\/\/[^\s/]+\S*)$/)
			.nullable()
			.default(null),
		'a mail address, or an http or https address in full, for reports of errors'
	),
	lines: describe(z.array(lineRecord).min(1), 'at least one product line'),
	chapters: describe(z.array(chapterRecord).min(1), 'at least one chapter'),
	aliases: describe(
		z.array(aliasRecord),
		'a list of things with several names, such as "- names: [Ada Kite, A. Kite]"'
	).default([])
};

export const sourceHead = {
	id: slugOf('an id (the article’s file name)'),
	title: text('the article’s title'),
	publisher: text('the publisher’s name'),
	author: text('the author’s name').nullable().default(null),
	kind: oneOf('the kind of source', SOURCE_KINDS),
	url,
	archive: url.nullable().default(null),
	published: edtf,
	publishedBasis: oneOf('the basis of the publication date', BASES).default('stated'),
	language: bcp47,
	note,
	omitted: describe(
		z.array(
			text(
				'a sentence in our own words on what the article says that did not become an event, and why'
			)
		),
		'a list of sentences in our own words on what the article says that did not become an event'
	).default([])
};

export const evidenceHead = {
	source: slugOf('the id of a source'),
	voice: oneOf('who speaks', VOICES).default('article'),
	stance: oneOf('the stance', STANCES).default('supports'),
	reading: title('what this source says on the matter', LIMITS.title).nullable().default(null),
	exact: title('the quoted words', LIMITS.quotation),
	translation: text('our translation into the language of the data').nullable().default(null),
	date: edtf.nullable().default(null)
};

export const eventHead = {
	id: slugOf('an id'),
	title: title('a title', LIMITS.title),
	short: title('a short title', LIMITS.short).nullable().default(null),
	summary: text('one or two sentences in our own words'),
	status: oneOf('the status', STATUSES),
	lines: describe(z.array(slugOf('the id of a product line')).min(1), 'at least one product line'),
	importance: describe(z.literal([1, 2, 3]), 'the importance (1, 2 or 3, the highest)'),
	chapter: slugOf('the id of a chapter'),
	by: text('who said or did it').nullable().default(null),
	relations: z.array(relation).default([]),
	note
};
