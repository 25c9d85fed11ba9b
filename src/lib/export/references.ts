import type { Citations } from '../model/citation.ts';

export const REFERENCE_FORMATS = ['bib', 'ris', 'csl.json'] as const;
export type ReferenceFormat = (typeof REFERENCE_FORMATS)[number];

/** @param ids of sources, in order @returns a file of the entries that the build made for them */
export function formatReferences(
	{ sources }: Pick<Citations, 'sources'>,
	ids: string[],
	format: ReferenceFormat
): string {
	const entries = ids.map((id) => sources[id]!);
	if (format === 'bib') return entries.map(({ bibtex }) => `${bibtex}\n`).join('\n');
	if (format === 'csl.json')
		return `${JSON.stringify(
			entries.map(({ csl }) => csl),
			null,
			'\t'
		)}\n`;
	return entries.map(({ ris }) => `${ris.replaceAll('\n', '\r\n')}\r\n`).join('\r\n');
}
