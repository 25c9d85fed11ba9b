/** Commands from a host to an embed. They are untrusted input: their values are validated and truncated. */
import type { Timeline } from '../model/types.ts';
import { readAddress, type View } from '../model/address.ts';

/** The requested change of the view, and a sentence about the first value that was not recognised. */
export interface Command {
	change: Partial<View>;
	problem?: string;
}

/** Parameters of the address, by a filter's keys in messages. */
const PARAMETERS = {
	lines: 'line',
	status: 'status',
	sources: 'source',
	from: 'from',
	to: 'to',
	q: 'q'
} as const;
/** Maximum number of values read per key of a filter. */
const MAX_VALUES = 100;

/** @param message a `timeline:filter`, `timeline:select` or `timeline:show` */
export function readCommand(
	message: unknown,
	known: Pick<Timeline, 'lines' | 'sources' | 'events'>
): Command {
	const data = message as Record<string, unknown>;
	const query = new URLSearchParams();
	const read = (keys: (keyof View)[]): Command => {
		const { view, ignored } = readAddress(query, known);
		const change = Object.fromEntries(keys.map((key) => [key, view[key]]));
		const [first] = ignored;
		if (!first) return { change };
		return { change, problem: `“${first.value}” is not a valid value of “${first.parameter}”.` };
	};
	switch (data.type) {
		case 'timeline:filter': {
			if (!isRecord(data.filter))
				return refuse('“timeline:filter” needs a “filter”, which may be empty.');
			for (const [key, parameter] of Object.entries(PARAMETERS)) {
				const value = textOf(data.filter[key]);
				if (value) query.set(parameter, value);
			}
			const command = read(['filter']);
			return { problem: filterFault(data.filter), ...command };
		}
		case 'timeline:select': {
			if (data.event === null) return { change: { event: null } };
			if (typeof data.event !== 'string')
				return refuse('“timeline:select” needs an “event”: its id, or null for none.');
			query.set('event', data.event);
			const command = read(['event']);
			return command.problem ? refuse(command.problem) : command;
		}
		default: {
			query.set('view', `${textOf(data.from)}..${textOf(data.to)}`);
			const command = read(['window']);
			return command.change.window
				? command
				: refuse(
						'“timeline:show” needs “from” and “to”: two dates such as 2017-09-11, the earlier one first.'
					);
		}
	}
}

const refuse = (problem: string): Command => ({ change: {}, problem });

/** @returns a sentence on the first key that a filter does not have, or whose value is no text; undefined if there is none */
function filterFault(filter: Record<string, unknown>): string | undefined {
	const isText = (value: unknown) => typeof value === 'string';
	for (const [key, value] of Object.entries(filter)) {
		if (!(key in PARAMETERS))
			return `“timeline:filter” has no “${key.slice(0, 60)}”, only ${Object.keys(PARAMETERS).join(', ')}.`;
		const isValid =
			(value ?? null) === null || isText(value) || (Array.isArray(value) && value.every(isText));
		if (!isValid) return `“${key}” of “timeline:filter” must be a text, or a list of texts.`;
	}
	return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns a string, or a list of them joined by commas; anything else is dropped */
function textOf(value: unknown): string {
	const list: unknown[] = Array.isArray(value) ? value.slice(0, MAX_VALUES) : [value];
	return list
		.filter((item) => typeof item === 'string')
		.map((item) => item.slice(0, 200))
		.join(',');
}
