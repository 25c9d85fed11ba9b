/** What a column may hold, and the headings by which it is known. */
import { findClosest } from '../../model/spelling.ts';

/** In the order in which a menu lists them. The last are recognised, and have no place in a timeline yet. */
export const ROLES = [
	'title',
	'short',
	'summary',
	'date',
	'start',
	'end',
	'label',
	'year',
	'month',
	'day',
	'time',
	'end-year',
	'end-month',
	'end-day',
	'end-time',
	'line',
	'status',
	'importance',
	'by',
	'quotation',
	'translation',
	'stance',
	'source',
	'source-title',
	'published',
	'url',
	'note',
	'id',
	'type',
	'chapter',
	'basis',
	'date-note',
	'media',
	'media-credit',
	'media-caption',
	'media-thumbnail',
	'background',
	'place',
	'problem'
] as const;

/** What a column holds. */
export type Role = (typeof ROLES)[number];

/** Roles whose cells are listed as left out: a timeline has no place for them. */
export const WITHOUT_PLACE: ReadonlySet<Role> = new Set<Role>([
	'media',
	'media-credit',
	'media-caption',
	'media-thumbnail',
	'background',
	'place',
	'chapter'
]);

/** Headings in English, Italian, Chinese and German, folded as `foldHeading` does. */
const HEADINGS: Record<Role, string> = {
	title:
		'title, headline, event, name, what, what happened, titolo, evento, nome, cosa, 标题, 事件, 名称, 标题名, titel, überschrift, ereignis, schlagzeile',
	short: 'short, short title, titolo breve, 短标题, kurztitel',
	summary:
		'summary, text, description, details, body, content, abstract, story, testo, descrizione, dettagli, riassunto, sommario, 摘要, 说明, 描述, 内容, 正文, 简介, beschreibung, zusammenfassung, inhalt',
	date: 'date, when, dates, data, quando, 日期, 时间, datum, wann, zeitpunkt',
	start:
		'start, start date, from, begin, beginning, begins, since, inizio, data inizio, data di inizio, dal, da, 开始, 开始日期, 起始日期, 开始时间, beginn, anfang, startdatum, von, ab',
	end: 'end, end date, to, until, ends, fine, data fine, data di fine, al, 结束, 结束日期, 结束时间, ende, enddatum, bis',
	label:
		'display date, date in words, displayed date, data visualizzata, data in parole, 显示日期, datumsanzeige, angezeigtes datum',
	year: 'year, start year, anno, 年, 年份, jahr',
	month: 'month, start month, mese, 月, 月份, monat',
	day: 'day, start day, giorno, 日, tag',
	time: 'time, start time, time of day, ora, orario, 时刻, uhrzeit',
	'end-year': 'end year, anno fine, anno di fine, 结束年, 结束年份, endjahr',
	'end-month': 'end month, mese fine, mese di fine, 结束月, 结束月份, endmonat',
	'end-day': 'end day, giorno fine, giorno di fine, 结束日, endtag',
	'end-time': 'end time, ora fine, ora di fine, 结束时刻, endzeit',
	line: 'line, lines, group, product line, lane, thread, track, category, series, linea, linee, gruppo, categoria, filone, serie, linea di prodotti, 产品线, 分组, 组, 类别, 分类, 线, linie, gruppe, kategorie, reihe, sparte',
	status: 'status, stato, 状态, zustand',
	importance: 'importance, importanza, 重要性, 重要程度, wichtigkeit, bedeutung',
	by: 'by, who, person, author of the statement, chi, persona, 人物, 谁, wer',
	quotation:
		'quote, quotation, quotations, quoted, quoted words, exact, evidence, citazione, citazioni, virgolettato, prova, 引文, 引用, 原文, 证据, zitat, zitate, beleg, wortlaut',
	translation: 'translation, translations, traduzione, traduzioni, 译文, 翻译, übersetzung',
	stance: 'stance, stances',
	source:
		'source, sources, publisher, publication, newspaper, reference, references, fonte, fonti, testata, editore, giornale, 来源, 出处, 媒体, 出版者, quelle, quellen, verlag, zeitung',
	'source-title':
		'source title, article, article title, titolo della fonte, titolo articolo, articolo, 文章, 文章标题, artikel, quellentitel',
	published:
		'published, publication date, source date, date of publication, pubblicato, data di pubblicazione, data fonte, 发表日期, 出版日期, 发布日期, veröffentlicht, erschienen',
	url: 'url, link, links, address, addresses, source url, source link, web address, web page, indirizzo, indirizzi, collegamento, url fonte, 网址, 链接, 地址, adresse, adressen, webadresse',
	note: 'note, notes, remark, remarks, comment, comments, editors note, nota, note del curatore, osservazioni, commento, 备注, 注释, 注, anmerkung, anmerkungen, notiz, bemerkung',
	id: 'id, identifier, slug, unique id, identificativo, 编号, 标识, kennung',
	type: 'type, tipo, 类型, typ',
	chapter: 'chapter, capitolo, 章节, 章, kapitel',
	basis: 'basis of the date, basis, base della data, 日期依据, grundlage des datums',
	'date-note': 'note on the date, nota sulla data, 日期说明, anmerkung zum datum',
	media: 'media, image, picture, photo, video, immagine, foto, 媒体链接, 图片, 照片, 视频, bild',
	'media-credit': 'media credit, credit, image credit, crediti, 图片来源, bildnachweis',
	'media-caption': 'media caption, caption, didascalia, 图片说明, bildunterschrift',
	'media-thumbnail': 'media thumbnail, thumbnail, miniatura, 缩略图, vorschaubild',
	background: 'background, sfondo, 背景, hintergrund',
	place: 'place, location, where, luogo, dove, 地点, ort',
	problem: 'problem, problems, problema, 问题'
};

const byHeading = new Map<string, Role>(
	ROLES.flatMap((role) => HEADINGS[role].split(', ').map((name) => [foldHeading(name), role]))
);

/** @returns the heading without case, accents and punctuation: `End Date:` and `end_date` are `end date` */
export function foldHeading(heading: string): string {
	return heading
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
		.toLowerCase()
		.replace(/['’]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

export function findRole(heading: string): Role | null {
	return byHeading.get(foldHeading(heading)) ?? null;
}

/** @returns the role that an unknown heading may have meant, by spelling or by one of its words */
export function suggestRole(heading: string): Role | null {
	const folded = foldHeading(heading);
	const closest = folded.length > 2 ? findClosest(folded, byHeading.keys()) : null;
	if (closest !== null) return byHeading.get(closest)!;
	const words = folded.split(' ').flatMap((word) => byHeading.get(word) ?? []);
	return words.at(-1) ?? null;
}
