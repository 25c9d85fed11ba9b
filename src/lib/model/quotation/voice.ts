import type { Evidence, Source } from '../types.ts';
import * as m from '../../language/messages.ts';

/**
 * Who speaks in a quotation, if it is not the article itself; else empty. A letter is its signatory’s as far as the source
 * names one; whose a comment is, is not recorded.
 */
export function voiceWords({ voice }: Evidence, { author }: Source): string {
	if (voice === 'comment') return m.voice_comment();
	if (voice === 'letter') return author ? m.voice_letter({ author }) : m.voice_letter_unnamed();
	return '';
}
