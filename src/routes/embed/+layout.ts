/** A frame never navigates: it comes alive by alive.ts, without Kit's own client. */
export const csr = false;
