/** Allowed values and limits of a record's fields. */

export const LIMITS = {
	/** characters, as counted by JavaScript (UTF-16 code units) */
	title: 60,
	short: 26,
	quotation: 300,
	context: 32,
	/** largest fraction of an article that its quotations, prefixes and suffixes may cover */
	share: 0.5,
	/** hexadecimal digits of a quotation's digest */
	digest: 16,
	/** hexadecimal digits of the digest of the text that a translation was made from */
	original: 8
} as const;

/** In display order. */
export const STATUSES = ['happened', 'announced', 'planned', 'rumoured', 'context'] as const;
export const BASES = ['stated', 'derived', 'inferred', 'outside'] as const;
export const STANCES = ['supports', 'disputes'] as const;
export const VOICES = ['article', 'letter', 'comment'] as const;
export const SOURCE_KINDS = [
	'news',
	'blog',
	'fan-site',
	'press-release',
	'report',
	'book',
	'encyclopedia',
	'interview',
	'video',
	'post'
] as const;
export const RELATIONS = ['announces', 'rumours', 'fulfils', 'follows', 'contradicts'] as const;
