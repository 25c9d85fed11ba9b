/** Ids from names: slugs of Latin letters and digits, the same for the same name. */
import transliterate from '@sindresorhus/transliterate';

/** Most characters of an id made from a name. */
const LENGTH = 48;

/** @returns `great-eastern-sails`; `kind` and a hash of the name for scripts without letters, such as Chinese */
export function slugOf(name: string, kind: string): string {
	const latin = /^[\x20-\x7e]*$/.test(name) ? name : transliterate(name);
	const words = latin
		.toLowerCase()
		.replace(/['’]/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	// less than half of a name in letters would not tell it from others
	if (words.length * 2 < name.trim().length || !words) return `${kind}-${hashOf(name)}`;
	if (words.length <= LENGTH) return words;
	const cut = words.lastIndexOf('-', LENGTH);
	return words.slice(0, cut > LENGTH / 2 ? cut : LENGTH).replace(/-$/, '');
}

/** FNV-1a, 32 bits, of UTF-16 code units, in hexadecimal: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(name: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < name.length; at++)
		hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0;
	return hash.toString(16).padStart(8, '0');
}

/** Gives each id once: the second `kite` is `kite-2`. */
export class UniqueIds {
	#taken = new Set<string>();
	#last = new Map<string, number>();

	/** @param taken ids that are in use already */
	constructor(taken: Iterable<string> = []) {
		for (const id of taken) this.#taken.add(id);
	}

	has(id: string): boolean {
		return this.#taken.has(id);
	}

	take(wanted: string): string {
		if (!this.#taken.has(wanted)) {
			this.#taken.add(wanted);
			return wanted;
		}
		let count = this.#last.get(wanted) ?? 1;
		let id: string;
		do id = `${wanted}-${++count}`;
		while (this.#taken.has(id));
		this.#last.set(wanted, count);
		this.#taken.add(id);
		return id;
	}
}
