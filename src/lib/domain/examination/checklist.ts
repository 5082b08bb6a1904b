import { type AttachedDocument } from '../application/application.ts';
import { type Bilingual, type PaperText } from '../documents/paper-model.ts';
import { type CHECK_MARKS } from '../fact/application-facts.ts';
import { type RequiredDocument } from '../regulation/regulation.ts';
import { fold } from '../text/fold.ts';
import { type Lang } from '../text/lang.ts';

/** The executor's finding on a document: present, absent, not as required, or not needed in this case. */
export type CheckMark = (typeof CHECK_MARKS)[number];
export type Marks = Readonly<Record<string, CheckMark>>;
export type CheckedLine = { name: string; mark: CheckMark };

/** One document to be checked: of the regulation's list, of the packet, or of both. */
export type ChecklistLine = {
	/** The name recorded in a check: the list's Kazakh one, or as typed. */
	key: string;
	/** In both languages where the list has it. */
	name: PaperText;
	/** The papers of this name in the packet; empty: none. */
	attached: readonly Pick<AttachedDocument, 'form' | 'sheets'>[];
	required: boolean;
	/** The list that requires it is an example, not the Standard. */
	example: boolean;
};

type ChecklistVerdict =
	| { kind: 'unchecked'; left: number }
	| { kind: 'complete' }
	| { kind: 'incomplete'; absent: readonly ChecklistLine[]; wrong: readonly ChecklistLine[] };

/** A document's name as typed, in both languages where the regulation's list has it. */
export function documentName(name: string, required: readonly RequiredDocument[]): PaperText {
	const found = required.find(({ kk, ru }) => [kk, ru].some((one) => fold(one) === fold(name)));
	return found ? { kk: found.kk, ru: found.ru } : name;
}

/** The lines of the check: the documents required by the regulation, in its order, then the others in the packet. */
export function checklistLines(
	documents: readonly AttachedDocument[],
	required: readonly RequiredDocument[]
): ChecklistLine[] {
	const ofName = (names: readonly string[]) =>
		documents
			.filter(({ name }) => name !== null && names.some((one) => fold(one) === fold(name)))
			.map(({ form, sheets }) => ({ form, sheets }));
	const asked = required.map(({ kk, ru, example }): ChecklistLine => ({
		key: kk,
		name: { kk, ru },
		attached: ofName([kk, ru]),
		required: true,
		example: example === true
	}));
	const others = documents.flatMap(({ name, form, sheets }, place): ChecklistLine[] => {
		const key = name ?? `№ ${place + 1}`;
		if (name !== null && required.some(({ kk, ru }) => [kk, ru].some((one) => fold(one) === fold(name)))) return [];
		if (documents.findIndex((other) => other.name !== null && fold(other.name) === fold(key)) < place && name !== null)
			return [];
		const attached = name === null ? [{ form, sheets }] : ofName([name]);
		return [{ key, name: key, attached, required: false, example: false }];
	});
	return [...asked, ...others];
}

/** The verdict of the marks; `unchecked` before every line has a mark. */
export function checklistVerdict(lines: readonly ChecklistLine[], marks: Marks): ChecklistVerdict {
	const left = lines.filter(({ key }) => marks[key] === undefined).length;
	if (left > 0 || lines.length === 0) return { kind: 'unchecked', left };
	const [absent, wrong] = [marked(lines, marks, 'absent'), marked(lines, marks, 'wrong')];
	return absent.length + wrong.length === 0 ? { kind: 'complete' } : { kind: 'incomplete', absent, wrong };
}

/** The marked lines as recorded. */
export function checkedLines(lines: readonly ChecklistLine[], marks: Marks): CheckedLine[] {
	return lines.flatMap(({ key }) => (marks[key] === undefined ? [] : [{ name: key, mark: marks[key] }]));
}

/** The marks of a recorded check. */
export function marksOf(checked: readonly CheckedLine[]): Marks {
	return Object.fromEntries(checked.map(({ name, mark }) => [name, mark]));
}

/** Marks every unmarked document of the packet as present: one press instead of many. */
export function withAttachedPresent(lines: readonly ChecklistLine[], marks: Marks): Marks {
	const found = lines.filter(({ key, attached }) => attached.length > 0 && marks[key] === undefined);
	return { ...marks, ...Object.fromEntries(found.map(({ key }) => [key, 'present' as const])) };
}

const MARK_LABELS: Readonly<Record<'absent' | 'wrong', Bilingual>> = {
	absent: { kk: 'Ұсынылмаған құжаттар', ru: 'Не представлены документы' },
	wrong: { kk: 'Талапқа сай емес құжаттар', ru: 'Не соответствуют требованиям документы' }
};

/** The defects found by the check, offered as the explanation of a ground; null without any. */
export function explanationOf(lines: readonly ChecklistLine[], marks: Marks): Bilingual | null {
	const sentences = (['absent', 'wrong'] as const).flatMap((mark) => {
		const found = marked(lines, marks, mark);
		return found.length > 0 ? [(lang: Lang) => `${MARK_LABELS[mark][lang]}: ${namesOf(found, lang)}.`] : [];
	});
	if (sentences.length === 0) return null;
	const text = (lang: Lang) => sentences.map((sentence) => sentence(lang)).join(' ');
	return { kk: text('kk'), ru: text('ru') };
}

const marked = (lines: readonly ChecklistLine[], marks: Marks, mark: CheckMark) =>
	lines.filter(({ key }) => marks[key] === mark);

const namesOf = (lines: readonly ChecklistLine[], lang: Lang) =>
	lines.map(({ name }) => (typeof name === 'string' ? name : name[lang])).join('; ');
