/**
 * This site stores nothing on the reader's machine. Kit would keep scroll positions in the session storage whenever a
 * page is hidden, and passes over one that refuses. Nothing is lost: browsers restore the place after a reload by
 * themselves, and for back and forward Kit has its list in memory.
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
