import type { Component } from 'svelte';
import { render } from 'vitest-browser-svelte';
import type { Timeline } from '../../src/lib/model/types.ts';
import { readAddress, type Ignored, type View } from '../../src/lib/model/address.ts';
import { MemoryAddress } from '../../src/lib/state/address.svelte.ts';
import { TimelineState } from '../../src/lib/state/timeline.svelte.ts';
import Given from './Given.svelte';

/** An in-memory address, initialised from a query. */
class QueryAddress extends MemoryAddress {
	override readonly ignored: Ignored[];

	constructor(view: View, ignored: Ignored[]) {
		super();
		this.view = view;
		this.ignored = ignored;
	}
}

/** @param query query string of an address, without `?` */
export function timelineAt(data: Timeline, query = ''): TimelineState {
	const { view, ignored } = readAddress(new URLSearchParams(query), data);
	return new TimelineState(data, new QueryAddress(view, ignored));
}

/** Renders a component with the timeline in context. */
export async function show<Props extends object>(
	shown: Component<Props>,
	timeline: TimelineState,
	props: Partial<Props> = {},
	target?: HTMLElement
) {
	const wrapperProps = {
		timeline,
		shown: shown as unknown as Component<Record<string, unknown>>,
		props: props as Record<string, unknown>
	};
	return render(Given, target ? { target, props: wrapperProps } : { props: wrapperProps });
}
