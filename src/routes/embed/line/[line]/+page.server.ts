import { timeline } from 'virtual:timeline';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () => timeline.lines.map(({ id }) => ({ line: id }));
