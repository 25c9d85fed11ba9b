/** Remarks, corrections and roles in the words of the interface. */
import * as m from '../language/messages.ts';
import type { Fix, Remark, RemarkKind, Role } from './types.ts';

/** Every message takes its inputs from a remark's values, whose names are the same. */
const SENTENCES: Record<RemarkKind, (values: never) => string> = {
	'no-date': m.remark_no_date,
	'no-title': (values: { date: string }) =>
		values.date ? m.remark_no_title_dated(values) : m.remark_no_title(),
	'not-a-date': m.remark_not_a_date,
	'two-readings': m.remark_two_readings,
	'write-instead': m.remark_write_instead,
	'order-unknown': m.remark_order_unknown,
	'no-earliest': m.remark_no_earliest,
	'no-latest': m.remark_no_latest,
	'no-start': m.remark_no_start,
	reversed: m.remark_reversed,
	'two-ends': m.remark_two_ends,
	'end-alone': m.remark_end_alone,
	'end-without-year': m.remark_end_without_year,
	'left-out': m.remark_left_out,
	'invalid-event': m.remark_invalid_event,
	'invalid-timeline': m.remark_invalid_timeline,
	'no-quotation': m.remark_no_quotation,
	'no-source': m.remark_no_source,
	'sources-unmatched': m.remark_sources_unmatched,
	'lone-translation': m.remark_lone_translation,
	'long-quotation': m.remark_long_quotation,
	about: m.remark_about,
	uncertain: m.remark_uncertain,
	period: m.remark_period,
	'read-as': m.remark_read_as,
	'time-dropped': m.remark_time_dropped,
	'year-bce': m.remark_year_bce,
	'other-order': m.remark_other_order,
	'long-title': m.remark_long_title,
	'long-short': m.remark_long_short,
	'unknown-status': m.remark_unknown_status,
	'unknown-importance': m.remark_unknown_importance,
	'not-an-address': m.remark_not_an_address,
	'extra-cells': m.remark_extra_cells,
	'misplaced-quote': m.remark_misplaced_quote,
	'is-title': m.remark_is_title,
	'is-era': m.remark_is_era,
	'id-repeated': m.remark_id_repeated,
	'empty-file': m.remark_empty_file,
	'binary-file': m.remark_binary_file,
	'not-json': m.remark_not_json,
	'unknown-json': m.remark_unknown_json,
	'unknown-encoding': m.remark_unknown_encoding,
	'not-utf8': m.remark_not_utf8,
	'no-columns': m.remark_no_columns,
	'no-title-column': m.remark_no_title_column,
	'no-date-column': m.remark_no_date_column
};

/** Longest part of a cell that a sentence repeats. */
const EXCERPT = 80;

/** @returns a sentence */
export function describeRemark({ kind, values }: Remark): string {
	const short = Object.fromEntries(
		Object.entries(values).map(([key, value]) => [
			key,
			typeof value === 'string' && value.length > EXCERPT
				? `${value.slice(0, EXCERPT - 1)}…`
				: value
		])
	);
	return SENTENCES[kind](short as never);
}

const ASKING: Partial<Record<Role, () => string>> = {
	title: m.fix_write_title,
	date: m.fix_write_date,
	quotation: m.fix_write_quotation,
	url: m.fix_write_address
};

/** @returns the label of the button */
export function describeFix(fix: Fix): string {
	switch (fix.kind) {
		case 'cell':
			return m.fix_use({ value: fix.value });
		case 'ask':
			return (ASKING[fix.role] ?? m.fix_write)();
		case 'omit':
			return m.fix_omit();
		case 'dates':
			return fix.dates === 'dmy' ? m.fix_day_first() : m.fix_month_first();
		case 'encoding':
			return m.fix_encoding({ encoding: fix.encoding });
		case 'column': {
			const { heading, role } = fix;
			return role
				? m.fix_column({ heading, role: nameRole(role) })
				: m.fix_column_unused({ heading });
		}
	}
}

const ROLE_NAMES: Record<Role, () => string> = {
	title: m.role_title,
	short: m.role_short,
	summary: m.role_summary,
	date: m.role_date,
	start: m.role_start,
	end: m.role_end,
	label: m.role_label,
	year: m.role_year,
	month: m.role_month,
	day: m.role_day,
	time: m.role_time,
	'end-year': m.role_end_year,
	'end-month': m.role_end_month,
	'end-day': m.role_end_day,
	'end-time': m.role_end_time,
	line: m.role_line,
	status: m.role_status,
	importance: m.role_importance,
	by: m.role_by,
	quotation: m.role_quotation,
	translation: m.role_translation,
	stance: m.role_stance,
	source: m.role_source,
	'source-title': m.role_source_title,
	published: m.role_published,
	url: m.role_url,
	note: m.role_note,
	id: m.role_id,
	type: m.role_type,
	chapter: m.role_chapter,
	basis: m.role_basis,
	'date-note': m.role_date_note,
	media: m.role_media,
	'media-credit': m.role_media_credit,
	'media-caption': m.role_media_caption,
	'media-thumbnail': m.role_media_thumbnail,
	background: m.role_background,
	place: m.role_place,
	problem: m.role_problem
};

/** @returns what a column of that role holds: `publisher of the source` */
export function nameRole(role: Role): string {
	return ROLE_NAMES[role]();
}
