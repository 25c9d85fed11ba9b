/** Who made a claim, when, and who gave the time that it is for: each from the quotations of its own event. */
import type { Evidence, Source, TimelineEvent } from './types.ts';
import type { Promised } from './outcome.ts';

/** What a person or an article says. */
export interface Telling {
	/** a date or, where quotations of one event read differently, a reading */
	words: string | null;
	/** who says it, if the event names somebody; else the sources do */
	by: string | null;
	/** the articles that the words are from */
	sources: Source[];
	/** one of the quotations that say so */
	quotation: Evidence;
}

/** The statement of a claim; `words` is its date. */
export interface Claim extends Telling {
	/** whether that date is the article's, which reports what `by` said on a day that is not given */
	isReport: boolean;
}

/** @returns who made the claim, and when, as far as that is known */
export function claimOf({ said, due }: Pick<Promised, 'said' | 'due'>, sources: Source[]): Claim {
	const supporting = supportsOf(said);
	const publicationOf = ({ source }: Evidence) => find(sources, source).publication;
	const isDated = (quotation: Evidence) => {
		const { start, end } = publicationOf(quotation);
		return isArticles(quotation) && start === said.date.start && end === said.date.end;
	};
	// A claim that announces itself has the due date as its date, and an inferred date may be its article's: in both
	// cases the quotation dates the claim.
	const dating =
		said === due
			? supporting[0]!
			: said.date.basis === 'inferred'
				? supporting.find(isDated)
				: undefined;
	if (!dating) return { ...tell(said.date.label, said.by, supporting, sources), isReport: false };
	const words = dating.dateLabel ?? (isArticles(dating) ? publicationOf(dating).label : null);
	const { publisher } = find(sources, dating.source);
	const isReport = isArticles(dating) && said.by !== null && said.by !== publisher;
	return { ...tell(words, said.by, [dating], sources), isReport };
}

/**
 * @returns when the event is due, and who says so; where its supporting quotations have different readings, what each of
 * them says, so that no source is credited with another's reading
 */
export function deadlinesOf(due: TimelineEvent, sources: Source[]): Telling[] {
	const byReading = new Map<string | null, Evidence[]>();
	for (const quotation of supportsOf(due)) {
		const { reading } = quotation;
		byReading.set(reading, [...(byReading.get(reading) ?? []), quotation]);
	}
	const isOne = byReading.size === 1;
	return [...byReading].map(([reading, quotations]) =>
		isOne
			? tell(due.date.label, due.by, quotations, sources)
			: tell(reading ?? due.date.label, null, quotations, sources)
	);
}

function tell(
	words: string | null,
	by: string | null,
	quotations: Evidence[],
	sources: Source[]
): Telling {
	const ids = new Set(quotations.map(({ source }) => source));
	return {
		words,
		by,
		sources: [...ids].map((id) => find(sources, id)),
		quotation: quotations[0]!
	};
}

/** @returns the quotations that support the event; all if none does */
function supportsOf({ evidence }: TimelineEvent): Evidence[] {
	const supporting = evidence.filter(({ stance }) => stance === 'supports');
	return supporting.length ? supporting : evidence;
}

/** Whether a quotation is as old as its article: a comment may be younger, and some have dates of their own. */
function isArticles({ voice, date }: Evidence): boolean {
	return voice !== 'comment' && date === null;
}

function find(sources: Source[], id: string): Source {
	return sources.find((source) => source.id === id)!;
}
