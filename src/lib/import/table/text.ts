/** From bytes to text. */

export interface Decoded {
	text: string;
	encoding: string;
	fault: 'unknown-encoding' | 'binary-file' | null;
	/** whether bytes were replaced, because the file is not in the encoding that was assumed */
	isDamaged: boolean;
}

const MARKS: [encoding: string, bytes: number[]][] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
];

/** Bytes that are looked at for a NUL, which no text has. */
const PROBE = 4096;

/** @param told label of the encoding; by default what the byte order mark says, else UTF-8 */
export function decode(input: string | Uint8Array, told?: string): Decoded {
	if (typeof input === 'string') return finish(input, 'utf-8');
	const marked = MARKS.find(([, bytes]) => bytes.every((byte, index) => input[index] === byte));
	const label = marked?.[0] ?? told ?? 'utf-8';
	let decoder: TextDecoder;
	try {
		decoder = new TextDecoder(label, { ignoreBOM: false });
	} catch {
		return { text: '', encoding: label, fault: 'unknown-encoding', isDamaged: false };
	}
	return finish(decoder.decode(input), decoder.encoding);
}

function finish(decoded: string, encoding: string): Decoded {
	const text = decoded.replace(/^\ufeff/, '');
	const fault = text.slice(0, PROBE).includes('\0') ? 'binary-file' : null;
	return { text, encoding, fault, isDamaged: text.includes('\ufffd') };
}
