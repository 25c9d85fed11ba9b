import { flushSync } from 'svelte';
import { findNearest, SNAP, type Hit } from '../../layout/scene/hit.ts';
import type { PlacedCluster, Scene } from '../../layout/scene/types.ts';

interface Options {
	scene: () => Scene;
	/** whether marks are on a canvas, where what is under the pointer is drawn in SVG */
	onCanvas: () => boolean;
	/** whether a gesture moves the drawing */
	isMoving: () => boolean;
	/** called when a mark is chosen, returns whether its link is followed; undefined if all links are */
	choose: () => ((id: string, event: MouseEvent) => boolean | void) | undefined;
	/** called when a cluster is activated, with its box in the viewport, px; undefined if its first event is chosen */
	openCluster: () => ((cluster: PlacedCluster, box: DOMRect) => void) | undefined;
	/** called as the pointer moves over the canvas: id and box (viewport, px) of the mark there; null for none */
	point: (id: string | null, box: DOMRect) => void;
}

/** The pointer over a drawing: what is under it or near, in any host, scaled or zoomed. Its handlers are for the SVG. */
export class Pointing {
	/** Id of the event, or of a cluster's first event, that is under the pointer; null unless marks are on a canvas. */
	id = $state<string | null>(null);
	#options: Options;

	constructor(options: Options) {
		this.#options = options;
	}

	click = (event: MouseEvent): void => {
		if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
		const { scene, choose, openCluster } = this.#options;
		const svg = event.currentTarget as Element;
		const link = (event.target as Element).closest('a');
		const hit = link ? null : this.#hitAt(event);
		const chooseEvent = choose();
		if (!chooseEvent) {
			// the link handles its own clicks; a click near a mark is passed on to it
			if (hit) this.#linkOf(svg, hit)?.dispatchEvent(new MouseEvent('click', event));
			return;
		}
		const first = link?.dataset.first;
		const cluster =
			hit?.cluster ??
			(first ? scene().clusters.find((other) => other.first.id === first) : undefined);
		const id = link?.dataset.event ?? hit?.mark?.event.id ?? cluster?.first.id;
		if (!id) return;
		const open = openCluster();
		if (cluster && open) open(cluster, this.#boxOf(svg, cluster));
		else if (chooseEvent(id, event)) return;
		event.preventDefault();
	};

	/**
	 * On the canvas: draws the mark or cluster under the pointer in SVG, so that it looks and behaves as any other link.
	 * Ignored during a gesture, when each frame moves another mark under a resting pointer.
	 */
	move = (event: PointerEvent): void => {
		const { onCanvas, isMoving, point } = this.#options;
		if (!onCanvas() || isMoving() || event.pointerType === 'touch' || event.buttons) return;
		if ((event.target as Element).closest('a')) return;
		const svg = event.currentTarget as Element;
		const hit = this.#hitAt(event);
		if (!hit) return this.leave(event);
		const link = this.#linkOf(svg, hit);
		if (hit.mark && link) point(hit.mark.event.id, link.getBoundingClientRect());
	};

	leave = (event: PointerEvent): void => {
		if (this.id === null) return;
		this.id = null;
		this.#options.point(null, (event.currentTarget as Element).getBoundingClientRect());
	};

	/** The mark or cluster nearest to the pointer, or the mark whose label is under it. */
	#hitAt(event: MouseEvent): Hit | null {
		const scene = this.#options.scene();
		const labelled = (event.target as Element).closest<SVGElement>('[data-labels]');
		const mark =
			labelled && scene.marks.find((other) => other.event.id === labelled.dataset.labels);
		if (mark) return { mark };
		const { box, scale } = scaleOf(event.currentTarget as Element, scene);
		const isTouch = (event as PointerEvent).pointerType === 'touch';
		return findNearest(
			scene,
			(event.clientX - box.left) / scale,
			(event.clientY - box.top) / scale,
			(isTouch ? SNAP.touch : SNAP.mouse) / scale,
			box.width / scale / scene.width
		);
	}

	/** The link of a mark or cluster, which on the canvas is first drawn in SVG. */
	#linkOf(svg: Element, { mark, cluster }: Hit): SVGElement | null {
		const { id } = mark?.event ?? cluster!.first;
		if (this.#options.onCanvas()) flushSync(() => (this.id = id));
		const attribute = mark ? 'data-event' : 'data-first';
		return svg.querySelector<SVGElement>(`a[${attribute}="${CSS.escape(id)}"]`);
	}

	/** @returns the box of a cluster, in px of the viewport */
	#boxOf(svg: Element, cluster: PlacedCluster): DOMRect {
		const scene = this.#options.scene();
		const { box, scale } = scaleOf(svg, scene);
		const half = scene.geometry.radius * scale;
		const x = box.left + (cluster.x / scene.width) * box.width;
		return new DOMRect(x - half, box.top + cluster.y * scale - half, 2 * half, 2 * half);
	}
}

/** @returns the drawing's box in the viewport, and how many px of the viewport one of its own px has */
function scaleOf(svg: Element, { height }: Scene): { box: DOMRect; scale: number } {
	const box = svg.getBoundingClientRect();
	return { box, scale: box.height / (height + 1) || 1 };
}
