/** Whether the code runs on the server. */
export const IS_SERVER = typeof document === 'undefined';
