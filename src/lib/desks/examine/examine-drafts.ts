import * as v from 'valibot';
import { type CheckMark } from '#lib/domain/examination/checklist.ts';
import { type WorkingLetter } from '#lib/domain/examination/working-letter.ts';
import { CHECK_MARKS } from '#lib/domain/fact/application-facts.ts';

/** What is half done in an examination, each part a draft of its own: it becomes a fact of its own. */
export const EXAMINE_DRAFT = 'examine';
export type ExaminePart = 'check' | 'note' | 'letter' | 'reason';

/** One person's draft of one application: a reassignment never hands over what somebody has only begun to write. */
export const examineDraftId = (number: string, staff: string, part: ExaminePart | 'all'): string =>
	`${EXAMINE_DRAFT}:${number}:${staff}:${part}`;

export type MarksDraft = { marks: Record<string, CheckMark> };
export type NoteDraft = { text: string };

const text = v.fallback(v.string(), '');
const flag = v.fallback(v.boolean(), false);
const MarksSchema = v.object({ marks: v.record(v.string(), v.picklist(CHECK_MARKS)) });
const NoteSchema = v.object({ text });
const TextSchema = v.object({ kk: text, ru: text });
const GroundSchema = v.object({
	id: v.string(),
	kk: text,
	ru: text,
	explanation: text,
	explanationRu: text,
	example: flag,
	own: flag
});

/** What was stored, or the blank one where it cannot be read. Nothing ever throws. */
export function readMarks(stored: unknown, blank: MarksDraft): MarksDraft {
	const read = v.safeParse(MarksSchema, stored);
	return read.success ? read.output : blank;
}

export function readNote(stored: unknown, blank: NoteDraft): NoteDraft {
	const read = v.safeParse(NoteSchema, stored);
	return read.success ? read.output : blank;
}

/** Read part by part: what an older or a damaged draft does not have begins as in the blank one. */
export function readLetter(stored: unknown, blank: WorkingLetter): WorkingLetter {
	const schema = v.object({
		decision: v.fallback(v.picklist(['', 'notice', 'refusal']), blank.decision),
		notice: v.fallback(TextSchema, blank.notice),
		refusal: v.fallback(TextSchema, blank.refusal),
		fields: v.fallback(v.optional(v.record(v.string(), TextSchema), {}), {}),
		grounds: v.fallback(v.array(GroundSchema), blank.grounds)
	});
	const read = v.safeParse(schema, stored);
	if (!read.success) return blank;
	return { ...read.output, fields: { ...blank.fields, ...read.output.fields } };
}
