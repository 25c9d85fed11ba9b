import * as m from '../../language/messages.ts';
import type { Sign } from '../../layout/marks/legend.ts';
import { statusInText } from '../ui/names.ts';

export interface LegendItem {
	sign: Sign;
	words: string;
}

/**
 * @param legend the signs to explain
 * @param compact as in a frame, where the sign of a single day goes without saying
 * @returns the items of the legend, in groups with a title; groups without items are left out
 */
export function listLegendItems(
	legend: Set<Sign>,
	company: string,
	compact: boolean
): { title: string; items: LegendItem[] }[] {
	const isExplained = ({ sign }: LegendItem) =>
		legend.has(sign) &&
		!(compact && sign === 'point') &&
		!(sign === 'bar' && legend.has('ongoing'));
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
