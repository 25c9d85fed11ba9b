/**
 * The entry of `/lib/timeline.js`: `mountTimeline` with its styles inside, in one file that any page may import.
 * scripts/library.js builds it; timeline.d.ts has its types.
 */
import * as chart from './index.ts';

/** Sheets are constructed once per document, since no other document can adopt them. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

/** Draws an interactive timeline into an element of a document or of a shadow root, and adopts the styles there. */
export function mountTimeline(
	...[target, timeline, options]: Parameters<typeof chart.mountTimeline>
): chart.MountedTimeline {
	if (target?.nodeType === 1) adoptStyles(target);
	return chart.mountTimeline(target, timeline, options);
}

function adoptStyles(target: HTMLElement): void {
	const { ownerDocument } = target;
	const root = target.getRootNode();
	const place = 'adoptedStyleSheets' in root ? (root as Document | ShadowRoot) : ownerDocument;
	let sheet = sheets.get(ownerDocument);
	if (!sheet) {
		sheet = new (ownerDocument.defaultView ?? window).CSSStyleSheet();
		sheet.replaceSync(LIBRARY_STYLES);
		sheets.set(ownerDocument, sheet);
	}
	if (!place.adoptedStyleSheets.includes(sheet)) place.adoptedStyleSheets.push(sheet);
}
