/**
 * In the place of d3-transition and d3-interpolate, of which d3-zoom wants one function each, for moves by d3's
 * transitions. There are none: ours are the viewport's, which `Viewport.stop` ends.
 */
export function interrupt(): void {}

export { interrupt as interpolateZoom };
