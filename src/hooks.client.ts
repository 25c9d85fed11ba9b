/**
 * The site stores nothing on the reader's device. Kit saves scroll positions to `sessionStorage` whenever a page is
 * hidden, and ignores a storage that throws. Nothing is lost: browsers restore the scroll position after a reload by
 * themselves, and Kit keeps its own list in memory for back and forward.
 */
class RefusingStorage {
	get length(): number {
		return 0;
	}
	key(): null {
		return null;
	}
	getItem(): null {
		return null;
	}
	setItem(): void {}
	removeItem(): void {}
	clear(): void {}
}

Object.defineProperty(window, 'sessionStorage', { value: Object.freeze(new RefusingStorage()) });
