/**
 * In the place of d3-transition, of which d3-zoom wants this one function: it ends the moves of an element. There are
 * none, since d3's transitions are not in use; `Viewport.stop` ends ours.
 */
export function interrupt(): void {}
