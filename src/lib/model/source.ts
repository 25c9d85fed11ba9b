import type { Evidence, TimelineEvent } from './types.ts';

/** A passage of an article, the events that rest on it, and those that it speaks against. */
export interface Quoted {
	evidence: Evidence;
	supports: TimelineEvent[];
	disputes: TimelineEvent[];
}

/** @returns the quotations of one article in reading order; the same words quoted twice are one */
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

/** An address as paper has room for it: `www.example.org/2011/a` */
export function shortenAddress(address: string): string {
	return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
