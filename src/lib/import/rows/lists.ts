/** Product lines and sources, collected from the rows. */
import * as m from '../../language/messages.ts';
import { slugOf, UniqueIds } from './ids.ts';
import type { ImportedSource } from '../types.ts';

/** The different values of one column, in the order in which they first appear. */
export class LineList {
	#ids = new UniqueIds();
	#lines = new Map<string, { id: string; label: string }>();

	/** @returns the line's id */
	add(label: string): string {
		const key = label.toLowerCase();
		let line = this.#lines.get(key);
		if (!line) {
			line = { id: this.#ids.take(slugOf(label, 'line')), label };
			this.#lines.set(key, line);
		}
		return line.id;
	}

	/** @returns one line or more, as a timeline needs */
	list(): { id: string; label: string }[] {
		if (this.#lines.size === 0) this.add(m.import_events());
		return [...this.#lines.values()];
	}
}

export interface SourceFields {
	title: string;
	publisher: string;
	url: string;
	published: { edtf: string; start: string; end: string } | null;
}

/** Each source once: those of one address are one, and those without an address of one publisher and title. */
export class SourceList {
	#ids = new UniqueIds();
	#sources = new Map<string, ImportedSource>();

	/** What an earlier row has left out is added to its source. @returns the source's id */
	add({ title, publisher, url, published }: SourceFields): string {
		const key = url || `${publisher}\n${title}\n${published?.edtf}`;
		let source = this.#sources.get(key);
		if (!source) {
			const name = publisher || hostOf(url) || title;
			const year = published ? `-${published.start.slice(0, 4)}` : '';
			source = {
				id: this.#ids.take(slugOf(name, 'source') + year),
				title: title || null,
				publisher: name,
				url: url || null,
				published: published?.edtf ?? null,
				publication: published && { start: published.start, end: published.end }
			};
			this.#sources.set(key, source);
		}
		source.title ??= title || null;
		if (publisher && source.publisher === hostOf(source.url)) source.publisher = publisher;
		if (published && !source.publication) {
			source.published = published.edtf;
			source.publication = { start: published.start, end: published.end };
		}
		return source.id;
	}

	list(): ImportedSource[] {
		return [...this.#sources.values()];
	}
}

/** @returns `bote.example` of `https://www.bote.example/1`; empty without an address */
function hostOf(url: string | null): string {
	return url ? new URL(url).hostname.replace(/^www\./, '') : '';
}
