import { timeline } from 'virtual:timeline';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () => timeline.events.map(({ id }) => ({ id }));
