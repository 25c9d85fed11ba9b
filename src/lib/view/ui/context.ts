import { createContext } from 'svelte';
import type { TimelineState } from '../../state/timeline.svelte.ts';

/** The timeline of the page, for all components below it. */
export const [getTimeline, setTimeline] = createContext<TimelineState>();
