import * as m from '../../language/messages.ts';
import type { Sign } from '../../layout/marks/legend.ts';
import { statusInText } from '../ui/names.ts';

export interface LegendItem {
	sign: Sign;
	words: string;
}

/** What a compact legend explains: above a frame's chart, below it, or with a picture, which has the whole. */
export type LegendPart = 'head' | 'foot' | 'whole';

/** Signs explained above a frame's chart: how sure an event is. */
const HEAD = new Set<Sign>([
	'happened',
	'announced',
	'planned',
	'rumoured',
	'context',
	'uncertain',
	'disputed'
]);

/**
 * @param legend the signs to explain
 * @param part of a compact legend, in which the sign of a single day goes without saying; default: that of a page
 * @returns the items of the legend, in groups with a title; groups without items are left out
 */
export function listLegendItems(
	legend: Set<Sign>,
	company: string,
	part?: LegendPart
): { title: string; items: LegendItem[] }[] {
	const isInPart = (sign: Sign) =>
		!part || (sign !== 'point' && (part === 'whole' || HEAD.has(sign) === (part === 'head')));
	const isExplained = ({ sign }: LegendItem) =>
		legend.has(sign) && isInPart(sign) && !(sign === 'bar' && legend.has('ongoing'));
	const groups: { title: string; items: LegendItem[] }[] = [
		{
			title: m.how_sure(),
			items: [
				{ sign: 'happened', words: m.sign_happened() },
				{ sign: 'announced', words: m.sign_announced() },
				{ sign: 'planned', words: m.sign_planned() },
				{ sign: 'rumoured', words: m.sign_rumoured() },
				{ sign: 'context', words: statusInText('context', company) }
			]
		},
		{
			title: m.how_exact(),
			items: [
				{ sign: 'point', words: m.sign_point() },
				{ sign: 'capsule', words: m.sign_capsule() },
				{ sign: 'fade', words: m.sign_fade() },
				{ sign: 'bar', words: m.sign_bar() },
				{ sign: 'ongoing', words: m.sign_ongoing() },
				{ sign: 'uncertain', words: m.sign_uncertain() }
			]
		},
		{
			title: m.what_came(),
			items: [
				{ sign: 'open', words: m.sign_open() },
				{ sign: 'kept', words: m.sign_kept() },
				{ sign: 'disputed', words: m.sign_disputed() },
				{ sign: 'draft', words: m.sign_draft() }
			]
		}
	];
	return groups
		.map(({ title, items }) => ({ title, items: items.filter(isExplained) }))
		.filter(({ items }) => items.length);
}
