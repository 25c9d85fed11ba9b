/** Between neighbours in a row, px. */
export const GAP = 9;
/** The widest that a cluster's mark gets, px. */
export const CLUSTER = 30;
