import { createContext } from 'svelte';
import type { TimelineState } from '../../state/timeline.svelte.ts';

/** Context with the page's timeline, for all descendants of the component that sets it. */
export const [getTimeline, setTimeline] = createContext<TimelineState>();
