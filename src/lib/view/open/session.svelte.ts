/** What is open on `/open/`: the file, how it is read, and what came of it. */
import { applyFix } from '../../import/options.ts';
import type { CheckedQuotation } from '../../import/worker.ts';
import type {
	Fix,
	ImportedSource,
	ImportedTimeline,
	Reading,
	ReadOptions,
	Row
} from '../../import/types.ts';
import type { Reader } from './reader.ts';

/** @param library text of `/lib/timeline.js` @returns a page that needs no other file */
export type FormatPage = (
	timeline: ImportedTimeline,
	sources: ImportedSource[],
	library: string
) => Promise<string>;

export class Session {
	readonly #reader: Reader;
	#input: string | Uint8Array | null = null;
	#options = $state.raw<ReadOptions>({});
	/** number of files opened so far */
	opened = $state(0);
	/** of the file */
	name = $state('');
	reading = $state.raw<Reading | null>(null);
	/** share of the rows that are read; null when nothing is being read */
	progress = $state<number | null>(null);
	/** why the reader itself failed */
	failure = $state<string | null>(null);
	/** written by the user; empty for that of the file */
	title = $state('');
	/** whether there are changes that were not saved to a file */
	isDirty = $state(false);
	/** quotations that were checked, by source */
	checked = $state.raw<Record<string, CheckedQuotation[]>>({});
	/** texts of articles, by source */
	#articles: Record<string, string> = {};

	readonly timeline = $derived.by((): ImportedTimeline | null => {
		const timeline = this.reading?.timeline ?? null;
		return timeline && this.title.trim() ? { ...timeline, title: this.title.trim() } : timeline;
	});
	/** rows by the index of their event */
	readonly rowOfEvent = $derived.by(() => {
		const rows: Row[] = [];
		for (const row of this.reading?.rows ?? []) if (row.event !== null) rows[row.event] = row;
		return rows;
	});

	constructor(reader: Reader) {
		this.#reader = reader;
	}

	/** @param title of a timeline that has none of its own */
	async open(name: string, input: string | Uint8Array, title?: string): Promise<void> {
		this.close();
		this.opened++;
		this.#options = { title };
		this.name = name;
		this.#input = input;
		await this.#read();
	}

	close(): void {
		this.#input = null;
		this.#options = {};
		this.#articles = {};
		this.name = this.title = '';
		this.reading = this.failure = null;
		this.checked = {};
		this.isDirty = false;
	}

	async fix(fix: Fix): Promise<void> {
		this.#options = applyFix(this.#options, fix);
		this.isDirty = true;
		await this.#read();
		await Promise.all(Object.keys(this.#articles).map((source) => this.#check(source)));
	}

	rename(title: string): void {
		this.title = title;
		this.isDirty = true;
	}

	/** Checks the quotations of a source against the text of its article. */
	async compare(source: string, article: string): Promise<void> {
		this.#articles[source] = article;
		this.isDirty = true;
		await this.#check(source);
	}

	/** @returns the quotations of a source, with the rows that have them */
	quotationsOf(source: string): { row: number; exact: string }[] {
		const events = this.reading?.timeline?.events ?? [];
		return events.flatMap(({ evidence }, index) =>
			evidence
				.filter((quotation) => quotation.source === source)
				.map(({ exact }) => ({ row: this.rowOfEvent[index]?.number ?? 0, exact }))
		);
	}

	async #check(source: string): Promise<void> {
		const quotations = this.quotationsOf(source);
		const checked = await this.#reader.check(this.#articles[source]!, quotations);
		this.checked = { ...this.checked, [source]: checked };
	}

	async #read(): Promise<void> {
		this.progress = 0;
		try {
			const reading = await this.#reader.read(
				this.#input!,
				this.#options,
				(share) => (this.progress = share)
			);
			if (!reading) return;
			this.reading = reading;
		} catch (error) {
			this.failure = (error as Error).message;
		}
		this.progress = null;
	}
}
