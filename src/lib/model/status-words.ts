import * as m from '../language/messages.ts';
import type { Status } from './types.ts';

/** Label of a status on its own, as in a badge. */
export function statusWord(status: Status, company: string = m.the_company()): string {
	return {
		happened: m.status_happened,
		announced: m.status_announced,
		planned: m.status_planned,
		rumoured: m.status_rumoured,
		context: m.status_context
	}[status]({ company });
}
