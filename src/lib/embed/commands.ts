/** What a host asks of an embed. It is somebody else's word: nothing in it is trusted. */
import type { Timeline } from '../model/types.ts';
import { readAddress, type View } from '../model/address.ts';

/** The change that is asked for, and a sentence on what of it means nothing. */
export interface Command {
	change: Partial<View>;
	problem?: string;
}

/** Parameters of the address, by the names that a filter has in messages. */
const PARAMETERS = {
	lines: 'line',
	status: 'status',
	sources: 'source',
	from: 'from',
	to: 'to',
	q: 'q'
} as const;
/** A filter has at most so many values. */
const MOST = 100;

/** @param message one of ours, by its type */
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
		return { change, problem: `The ${first.parameter} “${first.value}” means nothing here.` };
	};
	switch (data.type) {
		case 'timeline:filter': {
			if (!isRecord(data.filter))
				return refuse('“timeline:filter” needs a “filter”, which may be empty.');
			for (const [key, parameter] of Object.entries(PARAMETERS)) {
				const value = textOf(data.filter[key]);
				if (value) query.set(parameter, value);
			}
			return read(['filter']);
		}
		case 'timeline:select': {
			if (data.event === null) return { change: { event: null } };
			if (typeof data.event !== 'string')
				return refuse('“timeline:select” needs an “event”: its id, or null for none.');
			query.set('event', data.event);
			const order = read(['event']);
			return order.problem ? refuse(order.problem) : order;
		}
		default: {
			query.set('view', `${textOf(data.from)}..${textOf(data.to)}`);
			const order = read(['window']);
			return order.change.window
				? order
				: refuse(
						'“timeline:show” needs “from” and “to”: two days such as 2017-09-11, in their order.'
					);
		}
	}
}

const refuse = (problem: string): Command => ({ change: {}, problem });

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** A text, or a list of them; anything else is nothing. */
function textOf(value: unknown): string {
	const list: unknown[] = Array.isArray(value) ? value.slice(0, MOST) : [value];
	return list
		.filter((one) => typeof one === 'string')
		.map((one) => one.slice(0, 200))
		.join(',');
}
