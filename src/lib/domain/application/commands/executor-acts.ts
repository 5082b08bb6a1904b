import { type Letter } from '../../fact/application-facts.ts';
import { type FactDraft, type PersonalOf } from '../../fact/fact.ts';
import { type Application, type DecisionKind } from '../application.ts';
import { type DecideContext } from '../context.ts';
import { type Gap } from '../../examination/gaps.ts';
import { allow, refuse, type Refusal, type Verdict } from '../refusal.ts';
import { onlyItsBody, onlyItsUnits } from './may-do.ts';
import { closed } from './packet-acts.ts';

/** A note of the examination; with `lines`, the check of the packet against the list. */
export type ExamineCommand = {
	kind: 'examine';
	text: string;
	lines?: NonNullable<PersonalOf<'examined'>['lines']>;
	complete?: boolean;
};
/** `gaps`: what the check of the packet leaves open (`gapsOf`); then `reason` explains why the letter still goes to the head. */
export type DraftCommand = {
	kind: 'draft';
	decision: DecisionKind | null;
	letter: Letter;
	remark?: string;
	gaps?: readonly Pick<Gap, 'key' | 'why'>[];
	reason?: string;
};

const about = (application: Application) => ({ kind: 'application', number: application.number }) as const;

/** Table 1: the executor checks completeness and examines. Needs a note or a checked line. */
export function examine(
	application: Application,
	command: ExamineCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const shut = onlyTheExecutor(application, context);
	if (shut) return shut;
	if (!command.text.trim() && !command.lines?.length) return refuse('reasonMissing');
	return allow([
		{
			type: 'examined',
			subject: about(application),
			on: [application.assignment!.fact],
			body: command.complete === undefined ? {} : { complete: command.complete },
			details: { text: command.text.trim(), ...(command.lines?.length ? { lines: command.lines } : {}) }
		}
	]);
}

/**
 * Table 1: the executor prepares the notice or the reasoned refusal and hands it to the head. A refusal names its grounds and
 * explains each. A draft not yet signed is replaced, a signed one never. Unchecked or absent documents block it until a reason is
 * given.
 */
export function draft(application: Application, command: DraftCommand, context: DecideContext): Verdict<FactDraft[]> {
	const shut = onlyTheExecutor(application, context);
	if (shut) return shut;
	const { decision, assignment } = application;
	if (decision?.signed) return refuse('alreadySigned');
	if (!command.decision) return refuse('outcomeMissing');
	const { letter } = command;
	if (!letter.kk.trim() || !letter.ru.trim()) return refuse('letterMissing');
	if (command.decision === 'refusal' && letter.grounds.length === 0) return refuse('groundsMissing');
	if (letter.grounds.some(({ explanation }) => !explanation.trim())) return refuse('reasonMissing');
	const gaps = command.gaps ?? [];
	const reason = command.reason?.trim() ?? '';
	if (gaps.length > 0 && !reason) return refuse('notExamined', { n: gaps.length });
	return allow([
		{
			type: 'drafted',
			subject: about(application),
			on: [assignment!.fact],
			...(decision ? { replaces: [decision.draft] } : {}),
			body: { decision: command.decision },
			details: {
				text: command.remark?.trim() ?? '',
				letter: { ...letter, grounds: command.decision === 'refusal' ? letter.grounds : [] },
				...(gaps.length > 0
					? { unexamined: { text: reason, lines: gaps.map(({ key, why }) => ({ name: key, why })) } }
					: {})
			}
		}
	]);
}

/** Only the executor whom the head named, and only where the regulation lets that unit draft. */
function onlyTheExecutor(application: Application, context: DecideContext): Refusal | null {
	const shut =
		closed(application) ?? onlyItsUnits(application, 'drafted', context) ?? onlyItsBody(application, context);
	if (shut) return shut;
	if (!application.assignment) return refuse('wrongStep', { step: 'assigned' });
	return application.assignment.executor === context.actor ? null : refuse('notYourAssignment');
}
