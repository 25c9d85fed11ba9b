/** @returns the full address of an event's page */
export type LinkTo = (id: string) => string;
