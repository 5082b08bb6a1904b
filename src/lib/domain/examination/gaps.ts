import { type Application } from '../application/application.ts';
import { type PaperText } from '../documents/paper-model.ts';
import { GAP_KINDS, type Letter } from '../fact/application-facts.ts';
import { type RequiredDocument } from '../regulation/regulation.ts';
import { fold } from '../text/fold.ts';
import { type ChecklistLine, checklistLines, type Marks, marksOf } from './checklist.ts';
import { checkOf } from './examination.ts';

/** Why a document blocks sending a letter: unchecked, absent, or not as required. */
type GapKind = (typeof GAP_KINDS)[number];
/** `key`: the name stored in facts; `name`: as shown, in both languages where the list has it. */
export type Gap = { key: string; name: PaperText; why: GapKind };

/**
 * What the check of a packet leaves open for a letter. A refusal that names a document in the explanation of a ground already
 * states what is absent or wrong; an unchecked document is open for either outcome.
 */
export function gapsOf(
	lines: readonly ChecklistLine[],
	marks: Marks,
	letter: Pick<Letter, 'grounds'> & { decision: 'notice' | 'refusal' }
): Gap[] {
	const found = lines.map(({ key, name }): Gap | null => {
		const mark = marks[key];
		if (mark === undefined) return { key, name, why: 'unchecked' };
		if (mark !== 'absent' && mark !== 'wrong') return null;
		return letter.decision === 'refusal' && isExplained(name, letter.grounds) ? null : { key, name, why: mark };
	});
	const order = (why: GapKind) => GAP_KINDS.indexOf(why);
	return found.filter((gap) => gap !== null).sort((a, b) => order(a.why) - order(b.why));
}

/** What a recorded draft leaves open, by the last recorded check; nothing for a decision made on paper. */
export function gapsOfDraft(application: Application, required: readonly RequiredDocument[]): Gap[] {
	const { decision, documents } = application;
	if (!decision?.letter) return [];
	const marks = marksOf(checkOf(application)?.lines ?? []);
	return gapsOf(checklistLines(documents, required), marks, { ...decision.letter, decision: decision.kind });
}

/** Why the executor still sent a draft; null where nothing was open, or the personal part is missing. */
export function reasonForGaps({ story, decision }: Pick<Application, 'story' | 'decision'>): string | null {
	const drafted = story.find(({ fact }) => fact.id === decision?.draft)?.fact;
	return drafted?.type === 'drafted' ? (drafted.details?.unexamined?.text ?? null) : null;
}

const isExplained = (name: Gap['name'], grounds: Letter['grounds']): boolean => {
	const names = typeof name === 'string' ? [name] : [name.kk, name.ru];
	const explanations = grounds.map(({ explanation, explanationRu }) => fold(`${explanation} ${explanationRu ?? ''}`));
	return names.some((one) => explanations.some((text) => text.includes(fold(one))));
};
