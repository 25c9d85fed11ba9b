import type { Evidence, TimelineEvent } from './types.ts';

/** A quoted passage of an article, with the events that it supports and those that it disputes. */
export interface Quoted {
	evidence: Evidence;
	supports: TimelineEvent[];
	disputes: TimelineEvent[];
}

/** @returns the quotations of one article in reading order; quotations of the same range are merged */
export function quotationsOf(source: string, events: TimelineEvent[]): Quoted[] {
	const passages = new Map<string, Quoted>();
	for (const event of events)
		for (const evidence of event.evidence) {
			if (evidence.source !== source) continue;
			const place = `${evidence.start}-${evidence.end}`;
			const passage = passages.get(place) ?? { evidence, supports: [], disputes: [] };
			passage[evidence.stance].push(event);
			passages.set(place, passage);
		}
	return [...passages.values()].toSorted(
		(a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end
	);
}

/** @returns an address shortened for print: `www.example.org/2011/a` */
export function shortenAddress(address: string): string {
	return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
