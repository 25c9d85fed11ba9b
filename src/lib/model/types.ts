/** Types of the dataset, inferred from the schema; no runtime code. */
import type { z } from 'zod';
import type {
	compiledDate,
	compiledEvent,
	compiledEvidence,
	compiledSource,
	compiledTimeline
} from './schema/compiled.ts';
import type {
	changeRecord,
	eventRecord,
	evidenceRecord,
	renamedRecord,
	sourceRecord,
	timelineRecord
} from './schema/records.ts';

// records, as written in YAML

export type TimelineRecord = z.output<typeof timelineRecord>;
export type SourceRecord = z.output<typeof sourceRecord>;
export type EvidenceRecord = z.output<typeof evidenceRecord>;
export type EventRecord = z.output<typeof eventRecord>;
export type Change = z.output<typeof changeRecord>;
export type Renamed = z.output<typeof renamedRecord>;

// the compiled dataset

export type Timeline = z.output<typeof compiledTimeline>;
export type Line = Timeline['lines'][number];
export type Chapter = Timeline['chapters'][number];
export type Source = z.output<typeof compiledSource>;
export type TimelineEvent = z.output<typeof compiledEvent>;
export type EventDate = z.output<typeof compiledDate>;
export type Evidence = z.output<typeof compiledEvidence>;
export type Relation = TimelineEvent['relations'][number];
export type Status = TimelineEvent['status'];
