/** Reads a text file in UTF-8, or says why it cannot be read. */
import { readFileSync, statSync } from 'node:fs';

export type ReadText =
	| { text: string }
	| {
			text: null;
			/** a clause, without a full stop */
			fault: string;
			/** 1-based; null for the file as a whole */
			line: number | null;
			isMissing: boolean;
	  };

const FAULTS: Record<string, string> = {
	ENOENT: 'is missing',
	EISDIR: 'is a folder, not a file',
	EACCES: 'cannot be read: permission denied'
};

export function readText(path: string): ReadText {
	let bytes: Buffer;
	try {
		bytes = readFileSync(path);
	} catch (error) {
		const { code = '', message } = error as NodeJS.ErrnoException;
		const fault = FAULTS[code] ?? `cannot be read: ${message}`;
		return { text: null, fault, line: null, isMissing: code === 'ENOENT' };
	}
	const text = decode(bytes);
	if (text !== null) return { text };
	const isUtf16 = /^(?:fffe|feff)/.test(bytes.toString('hex', 0, 2));
	const fault = `is not in UTF-8${isUtf16 ? ' but in UTF-16' : ''}: save it as UTF-8`;
	return { text: null, fault, line: isUtf16 ? null : findBrokenLine(bytes), isMissing: false };
}

/** @returns whether the path is a folder; false for anything that cannot be looked up */
export function isFolder(path: string): boolean {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}

/** @returns null if it is not UTF-8; a byte order mark is kept */
function decode(bytes: Buffer): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}

function findBrokenLine(bytes: Buffer): number {
	let line = 1;
	for (let from = 0; from < bytes.length; line++) {
		const newline = bytes.indexOf('\n', from);
		const to = newline < 0 ? bytes.length : newline + 1;
		if (decode(bytes.subarray(from, to)) === null) break;
		from = to;
	}
	return line;
}
