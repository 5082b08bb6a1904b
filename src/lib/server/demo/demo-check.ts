import { type Application, type DecisionKind } from '#lib/domain/application/application.ts';
import { type Command } from '#lib/domain/application/decide.ts';
import {
	checkedLines,
	type ChecklistLine,
	checklistLines,
	explanationOf,
	type Marks
} from '#lib/domain/examination/checklist.ts';
import { letterFields } from '#lib/domain/examination/letter-fields.ts';
import { templateText } from '#lib/domain/examination/letter-template.ts';
import { sampleFields, withOwnFields } from '#lib/domain/examination/own-fields.ts';
import { type Letter } from '#lib/domain/fact/application-facts.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type Organisation } from '#lib/domain/org/directory.ts';

/**
 * What the executor finds: what lies in the packet is in place, nothing else is needed; before a refusal the last of the papers is not as
 * it has to be.
 */
function found({ documents }: Application, { requiredDocuments }: Regulation, decision: DecisionKind) {
	const lines: readonly ChecklistLine[] = checklistLines(documents, requiredDocuments);
	const attached = lines.filter((line) => line.attached.length > 0);
	const wrong = decision === 'refusal' ? attached.at(-1) : undefined;
	const markOf = (line: ChecklistLine) =>
		line === wrong ? 'wrong' : line.attached.length > 0 ? 'present' : 'notNeeded';
	const marks: Marks = Object.fromEntries(lines.map((line) => [line.key, markOf(line)]));
	return { lines, marks };
}

/** The executor has looked at every document. */
export function demoCheck(application: Application, law: Regulation, decision: DecisionKind): Command {
	const { lines, marks } = found(application, law, decision);
	return { kind: 'examine', text: '', lines: checkedLines(lines, marks), complete: decision === 'notice' };
}

/** The letter of a decision: the template with samples; a refusal on the last ground of the list, explained by what the check found. */
export function demoLetter(
	application: Application,
	law: Regulation,
	decision: DecisionKind,
	{ name }: Organisation
): Letter {
	const own = law.letterFields ?? [];
	const text = withOwnFields(
		templateText(decision, law, letterFields(application, law, name)!),
		own,
		sampleFields(own)
	);
	const ground = decision === 'refusal' ? law.refusalGrounds.at(-1) : undefined;
	if (!ground) return { ...text, grounds: [] };
	const { lines, marks } = found(application, law, decision);
	const explained = explanationOf(lines, marks)!;
	return {
		...text,
		grounds: [
			{
				kk: ground.kk,
				ru: ground.ru,
				explanation: explained.kk,
				explanationRu: explained.ru,
				...(ground.example ? { example: true as const } : {})
			}
		]
	};
}
