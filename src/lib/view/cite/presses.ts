/**
 * What the controls inside events and quotations do. These are plain HTML, hundreds of them on a page: presses are handled
 * once, at the element around them all. `data-press` says what a control does:
 * - `cite` opens a dialog with the citations of the quotation's article or, outside quotations, of the event
 * - `quote` copies the quotation with a citation of its article
 * - `link` copies the address of the event's page, `share` hands it to the platform's share sheet
 */
import * as m from '../../language/messages.ts';
import { toHtml, toPlainText, type Citable } from '../../model/citation.ts';
import { escapeMarkup } from '../../model/escape.ts';
import { voiceWords } from '../../model/quotation/voice.ts';
import type { Evidence, Source, Timeline, TimelineEvent } from '../../model/types.ts';
import { fetchCitations } from './fetch-citations.ts';

export interface DialogProps {
	what: Citable;
	/** URL of the citations made at build time */
	citations: string;
	/** position of the quotation in its article, in words */
	place?: string;
	onclose: () => void;
}

export interface Presses {
	timeline: () => Timeline;
	/** URL of the citations made at build time */
	citations: string;
	/** full URL of an event's page */
	address: (id: string) => string;
	/** opens the dialog */
	cite: (what: Citable, place?: string) => void;
	/** announces a sentence to assistive technology */
	tell: (words: string) => void;
}

/** How long a button says that it has copied something, ms. */
const SHOWN = 2000;

/** Does what a control with `data-press` is for. */
export async function handlePress(control: HTMLElement, presses: Presses): Promise<void> {
	const quoted = findQuotation(control, presses.timeline());
	const event = findEvent(control, presses.timeline());
	const address = event && presses.address(event.id);
	const { press } = control.dataset;
	if (press === 'cite' && quoted) {
		const { start, end } = quoted.evidence;
		const { id, characters } = quoted.source;
		const place = m.quotation_place_in_text({ start, end, characters });
		presses.cite({ kind: 'source', id }, place);
	} else if (press === 'cite' && event) presses.cite({ kind: 'event', event, address: address! });
	else if (press === 'quote' && quoted) {
		const isCopied = await copyQuotation(quoted.evidence, quoted.source, presses.citations);
		if (isCopied) showCopied(control, presses);
		else presses.tell(m.quotation_not_copied());
	} else if (press === 'link' && address) {
		const isCopied = await navigator.clipboard.writeText(address).then(
			() => true,
			() => false
		);
		if (isCopied) showCopied(control, presses);
		else presses.tell(m.link_not_copied({ address }));
	} else if (press === 'share' && event) {
		// the reader may close the sheet, which rejects
		await navigator.share({ title: event.title, url: address }).catch(() => {});
	}
}

function findEvent(control: HTMLElement, { events }: Timeline): TimelineEvent | undefined {
	const id = control.closest<HTMLElement>('article[data-event]')?.dataset.event;
	return events.find((event) => event.id === id);
}

function findQuotation(control: HTMLElement, { events, sources }: Timeline) {
	const { source: id, at } = control.closest<HTMLElement>('[data-source]')?.dataset ?? {};
	const source = sources.find((one) => one.id === id);
	const evidence = events
		.flatMap((event) => event.evidence)
		.find((one) => one.source === id && `${one.start}-${one.end}` === at);
	return source && evidence && { source, evidence };
}

/** Says “Copied” in place of the button's words, for a moment. */
function showCopied(button: HTMLElement, { tell }: Presses): void {
	const words = (button.dataset.words ??= button.textContent);
	button.textContent = m.copied();
	tell(m.copied());
	setTimeout(() => {
		button.textContent = words;
		tell('');
	}, SHOWN);
}

/**
 * Copies the words in quotation marks, and the citation of their article in APA style; as HTML too.
 * @returns whether they were copied
 */
async function copyQuotation(
	evidence: Evidence,
	source: Source,
	citations: string
): Promise<boolean> {
	const voice = voiceWords(evidence, source);
	const words = m.quoted({ words: evidence.exact });
	const cited = fetchCitations(citations).then(
		({ sources }) => sources[source.id]!.apa + (voice ? ` [${voice}]` : '')
	);
	const blob = (type: string, make: (apa: string) => string) =>
		cited.then((apa) => new Blob([make(apa)], { type }));
	try {
		// with promises: Safari allows copying only during the press
		await navigator.clipboard.write([
			new ClipboardItem({
				'text/plain': blob('text/plain', (apa) => `${words}\n${toPlainText(apa)}`),
				'text/html': blob(
					'text/html',
					(apa) =>
						`<blockquote lang="${escapeMarkup(source.language)}">${escapeMarkup(words)}</blockquote><p>${toHtml(apa)}</p>`
				)
			})
		]);
		return true;
	} catch {
		return false;
	}
}
