/** PNG pictures for link previews. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
import { drawEventCard } from '../export/event-card.ts';
import { drawPoster } from '../export/poster.ts';
import * as m from '../language/messages.ts';
import { sourcesOf } from '../model/citation.ts';
import { numberWord, statusWord } from '../view/ui/names.ts';
import { timeline } from './dataset.ts';

/** Id of the picture of the whole timeline. */
export const WHOLE = 'timeline';

const find = createRequire(import.meta.url).resolve;
const WEIGHTS = ['400Regular', '600SemiBold', '700Bold'];
/** Latin, Greek and Cyrillic. */
const INTER = { family: 'Inter', files: filesOf('inter', 'Inter') };
/** Fonts for other scripts; each has Latin letters, too. */
const SCRIPTS = [
	{
		script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
		family: 'Noto Sans SC',
		files: filesOf('noto-sans-sc', 'NotoSansSC')
	},
	{
		script: /\p{Script=Hebrew}/u,
		family: 'Noto Sans Hebrew',
		files: filesOf('noto-sans-hebrew', 'NotoSansHebrew')
	},
	{
		script: /\p{Script=Arabic}/u,
		family: 'Noto Sans Arabic',
		files: filesOf('noto-sans-arabic', 'NotoSansArabic')
	}
];

/** @param name of the package @param prefix of its files @returns paths, a weight each */
function filesOf(name: string, prefix: string): string[] {
	return WEIGHTS.map((weight) =>
		find(`@expo-google-fonts/${name}/${weight}/${prefix}_${weight}.ttf`)
	);
}

interface Pictures {
	/** SVG by id */
	drawings: Map<string, string>;
	font: { defaultFontFamily: string; fontFiles: string[] };
}

let pictures: Promise<Pictures> | undefined;

/** @returns null for an unknown id */
export async function renderPicture(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
	const { drawings, font } = await (pictures ??= drawAll());
	const svg = drawings.get(id);
	if (!svg) return null;
	const picture = new Resvg(svg, { font: { loadSystemFonts: false, ...font } });
	return new Uint8Array(picture.render().asPng());
}

/** Draws all pictures first, so that the fonts are subset to their characters once: a whole Chinese font takes 10 MB. */
async function drawAll(): Promise<Pictures> {
	const host = SITE_ORIGIN && new URL(SITE_ORIGIN).host;
	const { events, company } = timeline;
	const count = events.length;
	const articleCount = sourcesOf(events).length;
	const dek = articleCount
		? m.poster_dek({ count, articles: numberWord(articleCount), articleCount })
		: m.home_drafts({ count, company });
	const drawings = new Map([[WHOLE, drawPoster(timeline, dek, host)]]);
	for (const event of events) {
		const status = statusWord(event.status, company);
		drawings.set(event.id, drawEventCard(event, timeline, { status, host }));
	}
	const text = [...drawings.values()].join('');
	const wanted = SCRIPTS.filter(({ script }) => script.test(text));
	const files = [...wanted, INTER].flatMap((font) => font.files);
	const folder = mkdtempSync(join(tmpdir(), 'timeline-fonts-'));
	const fontFiles = files.map((_, index) => join(folder, `${index}.ttf`));
	for (const [index, file] of files.entries()) {
		const subset = await subsetFont(readFileSync(file), text, { targetFormat: 'truetype' });
		writeFileSync(fontFiles[index]!, subset);
	}
	// for what this font lacks, the renderer looks through the others
	const { family } = wanted[0] ?? INTER;
	return { drawings, font: { defaultFontFamily: family, fontFiles } };
}
