/**
 * A pseudo-language generated from the English: its Hebrew letters make it right-to-left, and its words are a third
 * longer. It is added to a copy of the project by the steps in CONTRIBUTING.
 */
import { readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

const LETTERS = 'אבגדהוזחטיכלמנסעפצקרשת';
/** Names that stay in Latin letters: right-to-left languages have bidirectional lines. */
const NAMES = /^(Xiaomi|MIUI|Mi|MIX|Foxconn|Lei|Jun|APA|MLA|BibTeX|RIS|CSV|JSON|EDTF|TimelineJS)$/;

const transliterate = (word: string) =>
	[...word.toLowerCase()].map((letter) => LETTERS[letter.charCodeAt(0) % LETTERS.length]).join('');

/**
 * Transliterates and lengthens a text; placeholders in braces and names are kept.
 * @param most maximum length, characters
 */
export function pseudoTranslate(text: string, most = Infinity): string {
	const turned = text.replace(/\{[^}]*\}|[a-z]+/gi, (word) => {
		if (word.startsWith('{') || NAMES.test(word)) return word;
		const longer = word + word.slice(0, Math.round(0.34 * word.length));
		return transliterate(longer);
	});
	return turned.length > most ? turned.slice(0, most).trimEnd() : turned;
}

type Json = string | string[] | { [key: string]: Json } | Json[];

/** Translates a message or its variants; the selectors of variants are kept. */
function pretendMessage(message: Json): Json {
	if (typeof message === 'string') return pseudoTranslate(message);
	return (message as { match: Record<string, string> }[]).map((variants) => ({
		...variants,
		match: Object.fromEntries(
			Object.entries(variants.match).map(([when, text]) => [when, pseudoTranslate(text)])
		)
	}));
}

/** Maximum lengths, characters. */
const MAX_LENGTH: Record<string, number> = { title: 60, short: 26 };
/** Keys of a translation's record that are not shown to readers. */
const METADATA_KEYS = ['id', 'version', 'begins', 'english'];

type Words = Record<string, unknown> & { id?: string; version?: string; evidence?: Words[] };

/**
 * @param record the record in another translation, whose keys are the ones to translate
 * @param english the record in English
 */
function pretendRecord(record: Words, english: Words): Words {
	const entries = Object.entries(record).map(([key, value]) => {
		if (METADATA_KEYS.includes(key)) return [key, value];
		if (key === 'evidence')
			return [key, (value as Words[]).map((one) => pretendEvidence(one, english.evidence!))];
		const words = key === 'reasoning' ? (english.date as Words).note : english[key];
		if (Array.isArray(words)) return [key, (words as string[]).map((one) => pseudoTranslate(one))];
		return [key, words && pseudoTranslate(words as string, MAX_LENGTH[key])];
	});
	const made = Object.fromEntries(entries) as Words;
	const needsShort = 'short' in english || String(made.title).length > MAX_LENGTH.short!;
	if (!record.evidence) return made;
	// a short title is needed if English has one, or if this title is too long
	const short = (english.short ?? english.title) as string;
	return { ...made, short: needsShort ? pseudoTranslate(short, MAX_LENGTH.short) : undefined };
}

function pretendEvidence(record: Words, quotations: Words[]): Words {
	const quoted = quotations.find(({ exact }) =>
		(exact as string).replace(/\s+/g, ' ').startsWith(record.begins as string)
	)!;
	return {
		begins: record.begins,
		translation: pseudoTranslate(quoted.exact as string),
		...(quoted.reading ? { reading: pseudoTranslate(quoted.reading as string) } : {})
	};
}

const LISTS = ['lines', 'chapters', 'sources', 'events', 'changes'] as const;

/**
 * @param folder of the data
 * @param like an existing language whose translation is complete
 */
function pretendData(folder: string, like: string): string {
	const read = (path: string) => parse(readFileSync(join(folder, path), 'utf8')) as unknown;
	const head = read('timeline.yaml') as Words & Record<string, Words[]>;
	const english: Record<(typeof LISTS)[number], Words[]> = {
		lines: head.lines!,
		chapters: head.chapters!,
		sources: read('sources.yaml') as Words[],
		events: readdirSync(join(folder, 'events')).flatMap(
			(file) => read(join('events', file)) as Words[]
		),
		changes: read('changelog.yaml') as Words[]
	};
	const other = read(join('translations', `${like}.yaml`)) as Words & Record<string, Words[]>;
	const made: Record<string, unknown> = {
		timeline: pretendRecord(other.timeline as unknown as Words, head)
	};
	for (const list of LISTS)
		made[list] = other[list]!.map((record) =>
			pretendRecord(
				record,
				english[list].find(({ id, version }) => id === record.id && version === record.version)!
			)
		);
	return stringify(made);
}

/** Adds the language to a copy of the project: messages, a translation of the data, and an entry in the settings. */
export function addPseudoLanguage(copy: string, id: string): void {
	const [data, language] = [join(copy, 'data'), join(copy, 'src/lib/language')];
	const [english, folder] = [join(language, 'en'), join(language, id)];
	mkdirSync(folder);
	for (const name of readdirSync(english)) {
		const words = JSON.parse(readFileSync(join(english, name), 'utf8')) as Record<string, Json>;
		const made = Object.entries(words).map(([key, message]) => [key, pretendMessage(message)]);
		writeFileSync(join(folder, name), JSON.stringify(Object.fromEntries(made)));
	}
	const properties = {
		language_tag: id,
		language_name: pseudoTranslate('Pretence'),
		direction: 'rtl',
		format_locale: id
	};
	writeFileSync(join(folder, 'language.json'), JSON.stringify(properties));
	writeFileSync(join(data, 'translations', `${id}.yaml`), pretendData(data, 'zh'));
	const settings = join(language, 'project.inlang/settings.json');
	const { locales, ...rest } = JSON.parse(readFileSync(settings, 'utf8')) as { locales: string[] };
	writeFileSync(settings, JSON.stringify({ ...rest, locales: [...locales, id] }));
}
