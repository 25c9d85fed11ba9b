/**
 * A language that nobody speaks, made of the English: its letters are Hebrew ones, so that it runs from right to left,
 * and it is a third longer. It is added to a copy of the project as CONTRIBUTING says.
 */
import { readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

const LETTERS = 'אבגדהוזחטיכלמנסעפצקרשת';
/** Names stay as they are: lines that run both ways are part of such a language. */
const NAMES = /^(Xiaomi|MIUI|Mi|MIX|Foxconn|Lei|Jun|APA|MLA|BibTeX|RIS|CSV|JSON|EDTF|TimelineJS)$/;

const turn = (word: string) =>
	[...word.toLowerCase()].map((letter) => LETTERS[letter.charCodeAt(0) % LETTERS.length]).join('');

/** @param most characters that there is room for */
export function pretend(text: string, most = Infinity): string {
	const turned = text.replace(/\{[^}]*\}|[a-z]+/gi, (word) => {
		if (word.startsWith('{') || NAMES.test(word)) return word;
		const longer = word + word.slice(0, Math.round(0.34 * word.length));
		return turn(longer);
	});
	return turned.length > most ? turned.slice(0, most).trimEnd() : turned;
}

type Json = string | string[] | { [key: string]: Json } | Json[];

/** A message, or its variants; what they are chosen by stays. */
function pretendMessage(message: Json): Json {
	if (typeof message === 'string') return pretend(message);
	return (message as { match: Record<string, string> }[]).map((variants) => ({
		...variants,
		match: Object.fromEntries(
			Object.entries(variants.match).map(([when, text]) => [when, pretend(text)])
		)
	}));
}

const ROOM: Record<string, number> = { title: 60, short: 26 };
/** What a record of a translation says of itself, not to readers. */
const OWN = ['id', 'version', 'begins', 'english'];

type Words = Record<string, unknown> & { id?: string; version?: string; evidence?: Words[] };

/** @param record of another translation: it tells what there is to say @param english the same in English */
function pretendRecord(record: Words, english: Words): Words {
	const said = Object.entries(record).map(([key, value]) => {
		if (OWN.includes(key)) return [key, value];
		if (key === 'evidence')
			return [key, (value as Words[]).map((one) => pretendEvidence(one, english.evidence!))];
		const words = key === 'reasoning' ? (english.date as Words).note : english[key];
		if (Array.isArray(words)) return [key, (words as string[]).map((one) => pretend(one))];
		return [key, words && pretend(words as string, ROOM[key])];
	});
	const made = Object.fromEntries(said) as Words;
	const isTooLong = 'short' in english || String(made.title).length > ROOM.short!;
	if (!record.evidence) return made;
	// whether there is a short title depends on the language
	const short = (english.short ?? english.title) as string;
	return { ...made, short: isTooLong ? pretend(short, ROOM.short) : undefined };
}

function pretendEvidence(record: Words, quotations: Words[]): Words {
	const quoted = quotations.find(({ exact }) =>
		(exact as string).replace(/\s+/g, ' ').startsWith(record.begins as string)
	)!;
	return {
		begins: record.begins,
		translation: pretend(quoted.exact as string),
		...(quoted.reading ? { reading: pretend(quoted.reading as string) } : {})
	};
}

const LISTS = ['lines', 'chapters', 'sources', 'events', 'changes'] as const;

/** @param folder of the data @param like a language that is there, whose records have all that is to be said */
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

/** Adds the language to a copy of the project: a folder, and a word in the settings. */
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
		language_name: pretend('Pretence'),
		direction: 'rtl',
		format_locale: id
	};
	writeFileSync(join(folder, 'language.json'), JSON.stringify(properties));
	writeFileSync(join(data, 'translations', `${id}.yaml`), pretendData(data, 'zh'));
	const settings = join(language, 'project.inlang/settings.json');
	const { locales, ...rest } = JSON.parse(readFileSync(settings, 'utf8')) as { locales: string[] };
	writeFileSync(settings, JSON.stringify({ ...rest, locales: [...locales, id] }));
}
