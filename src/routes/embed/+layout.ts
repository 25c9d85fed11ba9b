/** A frame never navigates: hydrate.ts hydrates it without Kit's client. */
export const csr = false;
