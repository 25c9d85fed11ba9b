import * as m from '../../language/messages.ts';
import { isSameLanguage } from '../../model/language-tag.ts';
import { voiceWords } from '../../model/quotation/voice.ts';
import type { Evidence, Source } from '../../model/types.ts';
import { languageName } from '../ui/language-names.ts';

/** @param language of the data, BCP 47 @returns the text after the publisher's name of a quotation, with its comma */
export function originOf(evidence: Evidence, source: Source, language: string): string {
	const isForeign = !isSameLanguage(source.language, language);
	return [
		evidence.dateLabel ?? source.publication.label,
		isForeign && m.in_language({ language: languageName(source.language) }),
		voiceWords(evidence, source)
	]
		.filter(Boolean)
		.map((words) => m.comma() + words)
		.join('');
}
