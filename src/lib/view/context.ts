import { createContext } from 'svelte';
import type { TimelineState } from '../state/timeline.svelte.ts';

/** The timeline that a page shows, for the components below it. */
export const [getTimeline, setTimeline] = createContext<TimelineState>();
