/** The words of events that a query is compared with. */
import * as m from '../../language/messages.ts';
import type { ChartEvent } from '../event.ts';
import type { DatedDays } from '../date.ts';
import { statusWord } from '../status-words.ts';
import type { Timeline, TimelineEvent } from '../types.ts';
import type { Words } from './term.ts';
import { splitWords } from './words.ts';

/** What a timeline has beside its events that is found with them; may lack anything. */
export type Surroundings = Partial<
	Pick<Timeline, 'company' | 'language' | 'lines' | 'chapters' | 'sources' | 'aliases'>
> & { events?: ChartEvent[] };

/** Folded words, a list for each text: no phrase goes on from one to the next. */
export interface EventWords {
	/** always shown: title, summary, date, status, lines */
	outside: Words[];
	/** those, and what is shown once the event is opened: quotations and who published them, notes */
	all: Words[];
	/** all, and the titles of its chapter and its articles, which it shares with many others */
	wide: Words[];
}

/** Splits the texts of each event into words when they are first needed. */
export class WordIndex {
	#company: string | undefined;
	#labels: Map<string, string>;
	#chapters: Map<string, string>;
	#publishers: Map<string, string>;
	#titles: Map<string, string>;
	#byEvent = new WeakMap<ChartEvent, EventWords>();
	/** by text: of those that many events share */
	#shared = new Map<string, Words>();
	#months = new Map<string, Words>();

	constructor({ company, lines, chapters, sources }: Surroundings) {
		this.#company = company;
		this.#labels = mapOf(lines, ({ label }) => label);
		this.#chapters = mapOf(chapters, ({ title }) => title);
		this.#publishers = mapOf(sources, ({ publisher }) => publisher);
		this.#titles = mapOf(sources, ({ title }) => title);
	}

	of(event: ChartEvent): EventWords {
		let words = this.#byEvent.get(event);
		if (!words) this.#byEvent.set(event, (words = this.#read(event)));
		return words;
	}

	#read(event: ChartEvent): EventWords {
		const { title, short, summary, note, by, chapter, evidence, date } =
			event as Partial<TimelineEvent>;
		const own = (...texts: unknown[]) =>
			texts.flatMap((text) => (isText(text) ? [splitWords(text)] : []));
		const shared = (...texts: unknown[]) =>
			texts.flatMap((text) => (isText(text) ? [this.#share(text)] : []));
		const outside = [
			...own(title, short, summary, date!.note),
			...this.#readDate(event.date),
			...shared(statusWord(event.status, this.#company)),
			...shared(...event.lines.map((line) => this.#labels.get(line)))
		];
		const inside = (evidence ?? []).flatMap(
			({ exact, translation, reading, source, dateLabel }) => [
				...own(exact, translation, reading),
				...shared(dateLabel, this.#publishers.get(source))
			]
		);
		const all = [...outside, ...own(note), ...shared(by), ...inside];
		const articles = new Set((evidence ?? []).map(({ source }) => this.#titles.get(source)));
		return { outside, all, wide: [...all, ...shared(this.#chapters.get(chapter!), ...articles)] };
	}

	/** The date's label or, as shown without one, its first and last day. */
	#readDate(date: DatedDays): Words[] {
		if (date.label) return [this.#share(date.label)];
		const last = date.end ?? date.asOf ?? date.start;
		return [date.start, ...(last === date.start ? [] : [last])].map((day) => [
			String(Number(day.slice(-'dd'.length))),
			...this.#readMonth(day.slice(0, -'-dd'.length))
		]);
	}

	#readMonth(month: string): Words {
		let words = this.#months.get(month);
		if (!words) this.#months.set(month, (words = splitWords(monthInWords(month))));
		return words;
	}

	#share(text: string): Words {
		let words = this.#shared.get(text);
		if (!words) this.#shared.set(text, (words = splitWords(text)));
		return words;
	}
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

/** @returns a text of each record, by id */
function mapOf<T extends { id: string }>(
	records: T[] | null | undefined,
	textOf: (record: T) => string
): Map<string, string> {
	return new Map(Array.isArray(records) ? records.map((one) => [one.id, textOf(one)]) : []);
}

/** @param month `2018-03`; with sign and six digits outside of the years 0 to 9999 @returns `March 2018` */
function monthInWords(month: string): string {
	const time = new Date(`${month}-01`);
	const year = time.getUTCFullYear();
	const format = new Intl.DateTimeFormat(m.format_locale(), {
		...(year > 0 && { year: 'numeric' }),
		month: 'long',
		timeZone: 'UTC'
	});
	return format.format(time) + (year > 0 ? '' : ` ${m.year_bce({ year: 1 - year })}`);
}

/** @returns the languages whose words for dates are understood: of the page, the data and the articles */
export function languagesOf({ language, sources }: Surroundings): Set<string> {
	const found = [m.format_locale(), language, ...(sources ?? []).map((source) => source.language)];
	const tags = found.filter((one) => typeof one === 'string');
	// without its region, too: abbreviations differ, such as Sept and Sep
	return new Set(tags.flatMap((tag) => [tag, tag.split('-')[0]!]));
}
