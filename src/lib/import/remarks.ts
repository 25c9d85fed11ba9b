import type { Fix, Remark, RemarkKind, Role } from './types.ts';

interface Details {
	values?: Remark['values'];
	role?: Role;
	fixes?: Fix[];
}

/** What is missing or wrong. */
export function fault(kind: RemarkKind, { values = {}, role, fixes = [] }: Details = {}): Remark {
	return { kind, values, ...(role && { role }), fixes, isNote: false };
}

/** How something was read. */
export function note(kind: RemarkKind, details: Details = {}): Remark {
	return { ...fault(kind, details), isNote: true };
}
