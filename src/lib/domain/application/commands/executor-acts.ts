import { type Letter } from '../../fact/application-facts';
import { type FactDraft, type PersonalOf } from '../../fact/fact';
import { type Application, type DecisionKind } from '../application';
import { type DecideContext } from '../context';
import { allow, refuse, type Refusal, type Verdict } from '../refusal';
import { onlyItsBody, onlyItsUnits } from './may-do';
import { closed } from './packet-acts';

/** A note of the examination; with `lines`, the check of the packet against the list. */
export type ExamineCommand = {
	kind: 'examine';
	text: string;
	lines?: NonNullable<PersonalOf<'examined'>['lines']>;
	complete?: boolean;
};
export type DraftCommand = { kind: 'draft'; decision: DecisionKind | null; letter: Letter; remark?: string };

const about = (application: Application) => ({ kind: 'application', number: application.number }) as const;

/** Table 1: the executor checks completeness and examines. Says something, or checks something off. */
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
 * explains each. A draft that waits for its signature is replaced, a signed one never.
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
	return allow([
		{
			type: 'drafted',
			subject: about(application),
			on: [assignment!.fact],
			...(decision ? { replaces: [decision.draft] } : {}),
			body: { decision: command.decision },
			details: {
				text: command.remark?.trim() ?? '',
				letter: { ...letter, grounds: command.decision === 'refusal' ? letter.grounds : [] }
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
