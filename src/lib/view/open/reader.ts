/** The page's side of the worker that reads. */
import type { Answer, CheckedQuotation, QuotationToCheck, Task } from '../../import/worker.ts';
import { unpack } from '../../import/packing.ts';
import type { ImportedEvent, Reading, ReadOptions, Row } from '../../import/types.ts';

type Part = (answer: Answer) => void;
type Unsent = Task extends infer T ? (T extends Task ? Omit<T, 'id'> : never) : never;

/** Reads files and checks quotations in a worker. Of two readings, only the later one is answered. */
export class Reader {
	readonly #worker: Worker;
	readonly #waiting = new Map<number, Part>();
	#count = 0;
	#reading = 0;

	/** @param worker that runs import/worker.ts */
	constructor(worker: Worker) {
		this.#worker = worker;
		worker.addEventListener('message', ({ data }: MessageEvent<Answer>) =>
			this.#waiting.get(data.id)?.(data)
		);
	}

	/**
	 * @param onprogress share of the rows, 0 to 1
	 * @returns null if another reading was begun since
	 */
	read(
		input: string | Uint8Array,
		options: ReadOptions,
		onprogress: (share: number) => void
	): Promise<Reading | null> {
		this.#waiting.delete(this.#reading);
		const rows: Row[] = [];
		const events: ImportedEvent[] = [];
		return this.#ask(
			(id) => (this.#reading = id),
			{ kind: 'read', input, options },
			(answer) => {
				if ('progress' in answer) onprogress(answer.progress);
				else if ('rows' in answer) rows.push(...(unpack(answer.rows, answer.count) as Row[]));
				else if ('events' in answer)
					events.push(...(unpack(answer.events, answer.count) as ImportedEvent[]));
				else if ('reading' in answer) {
					const { timeline } = answer.reading;
					return { ...answer.reading, rows, timeline: timeline && { ...timeline, events } };
				}
			}
		);
	}

	check(article: string, quotations: QuotationToCheck[]): Promise<CheckedQuotation[]> {
		return this.#ask(
			() => {},
			{ kind: 'check', article, quotations },
			(answer) => ('checked' in answer ? answer.checked : undefined)
		);
	}

	stop(): void {
		this.#worker.terminate();
	}

	#ask<Result>(
		begin: (id: number) => void,
		task: Unsent,
		take: (answer: Answer) => Result | undefined
	): Promise<Result> {
		const id = ++this.#count;
		begin(id);
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, (answer) => {
				const result = take(answer);
				if (result === undefined && !('error' in answer)) return;
				this.#waiting.delete(id);
				if ('error' in answer) reject(new Error(answer.error));
				else resolve(result!);
			});
			this.#worker.postMessage({ ...task, id });
		});
	}
}
