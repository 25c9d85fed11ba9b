/** Ids of a page's own elements, and of the timeline's picture. Svelte numbers the ids of its components: `s1`, `c1`. */
const PAGE_ID = /^(?:main|timeline|[cs]\d+)$/;

/** Whether pages use the id themselves, so that no event may have it: it would be that of the event's entry, too. */
export function isPageId(id: string): boolean {
	return PAGE_ID.test(id);
}

/** @returns for each index whose id an earlier record has, the index of that record; records may lack an id */
export function findRepeatedIds(ids: unknown[]): Map<number, number> {
	const repeated = new Map<number, number>();
	if (new Set(ids).size === ids.length) return repeated;
	const seen = new Map<unknown, number>();
	ids.forEach((id, index) => {
		if (!id) return;
		const first = seen.get(id);
		if (first === undefined) seen.set(id, index);
		else repeated.set(index, first);
	});
	return repeated;
}
