import * as v from 'valibot';
import { type RegulationEdit, TERM_UNITS } from '#lib/domain/regulation/regulation-edit.ts';
import { LIMIT_UNITS } from '#lib/domain/regulation/vocabulary.ts';

export const REGULATION_EDIT_DRAFT = 'regulation-edit';

/** One draft of each regulation: administrators of a device go on where the other one stopped. */
export const regulationEditDraftId = (id: string): string => `${REGULATION_EDIT_DRAFT}:${id}`;

const text = v.fallback(v.string(), '');
const flag = v.fallback(v.boolean(), false);
const ground = { key: v.string(), kk: text, ru: text, example: flag, source: text };
const LetterSchema = v.object({ kk: text, ru: text, example: flag, source: text });
const TermSchema = v.object({
	given: flag,
	amount: text,
	unit: v.fallback(v.picklist(LIMIT_UNITS), TERM_UNITS[0]!),
	literal: text,
	source: text
});

/** What was stored, read part by part: what an older or a damaged draft does not have begins as in the blank one. */
export function readRegulationEdit(stored: unknown, blank: RegulationEdit): RegulationEdit {
	const letters = v.fallback(
		v.object({
			notice: v.fallback(LetterSchema, blank.letters.notice),
			refusal: v.fallback(LetterSchema, blank.letters.refusal),
			appeal: v.fallback(LetterSchema, blank.letters.appeal)
		}),
		blank.letters
	);
	const schema = v.object({
		begunOn: v.fallback(v.pipe(v.number(), v.integer()), blank.begunOn),
		validFrom: v.fallback(v.string(), blank.validFrom),
		requiredDocuments: v.fallback(
			v.array(v.object({ ...ground, defaultForm: v.fallback(v.picklist(['original', 'copy']), 'copy') })),
			blank.requiredDocuments
		),
		refusalGrounds: v.fallback(v.array(v.object(ground)), blank.refusalGrounds),
		totalTerm: v.fallback(TermSchema, blank.totalTerm),
		letters
	});
	const read = v.safeParse(schema, stored);
	return read.success ? read.output : blank;
}
