declare module 'virtual:timeline' {
	/** The compiled dataset. Only the server's side may read it. */
	export const timeline: import('./schema.ts').Timeline;
	/** What changed in it, the newest first. */
	export const changes: import('./schema.ts').Change[];
}
