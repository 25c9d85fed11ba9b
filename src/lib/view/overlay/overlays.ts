/** What lies over a chart: what a mark is about, and the events of a cluster. */
export { default as ClusterList } from './ClusterList.svelte';
export { default as Tooltip } from './Tooltip.svelte';
