import { type FactDraft } from '../../fact/fact.ts';
import { type FactId, type StaffId } from '../../fact/ids.ts';
import { applicationNumberOf, paperOf, type PaperNumber, type ResultNumber } from '../../number/paper-number.ts';
import { type Application } from '../application.ts';
import { type DecideContext } from '../context.ts';
import { allow, refuse, type Refusal, type Verdict } from '../refusal.ts';
import { type Unprinted } from '../../fact/application-facts.ts';
import { onlyItsBody, onlyItsUnits } from './may-do.ts';
import { closed } from './packet-acts.ts';
import { doubtOfSignature, isUnprinted, printedAs } from './signature-doubt.ts';

/** The head's resolution (бұрыштама): who examines; with `remark`, what to mind. Again with another name: a reassignment. */
export type AssignCommand = { kind: 'assign'; executor: StaffId | null; remark?: string };
export type SendBackCommand = { kind: 'sendBack'; text: string };
/**
 * The paper is signed. `paper` is the number read from the signed paper itself, so that only a paper at hand is recorded as signed;
 * `head` is the signatory where another person scans it.
 */
export type SignCommand = {
	kind: 'sign';
	paper: string;
	head?: StaffId | null;
	/** The signatory is a deputy, where the printed letter does not show it. */
	acting?: boolean;
	/** Origin of the paper, where no print of the current letter is recorded. */
	unprinted?: Unprinted | null;
	/** Why only its author could sign it. */
	reason?: string;
};

/** `draft`: the chosen one. */
export type ChooseDraftCommand = { kind: 'chooseDraft'; draft: FactId };

const about = (application: Application) => ({ kind: 'application', number: application.number }) as const;
const acting = (context: DecideContext) => (context.acting ? { acting: true as const } : {});

/** Table 1: the head names the responsible executor. A reassignment replaces the previous one and restarts no limit. */
export function assign(application: Application, command: AssignCommand, context: DecideContext): Verdict<FactDraft[]> {
	const shut =
		closed(application) ?? onlyItsUnits(application, 'assigned', context) ?? onlyItsBody(application, context);
	if (shut) return shut;
	if (!command.executor) return refuse('executorMissing');
	const { assignment, decision } = application;
	if (decision?.signed) return refuse('alreadySigned');
	if (decision) return refuse('draftPending');
	if (assignment?.executor === command.executor) return refuse('sameExecutor');
	const cause = assignment ? causeOfAssignment(application, assignment.fact) : registrationOf(application);
	if (cause.length === 0) return refuse('wrongStep', { step: 'registered' });
	return allow([
		{
			type: 'assigned',
			subject: about(application),
			on: cause,
			...(assignment ? { replaces: [assignment.fact] } : {}),
			body: { executor: command.executor, ...acting(context) },
			details: command.remark?.trim() ? { text: command.remark.trim() } : null
		}
	]);
}

/** What an assignment is based on: the registration; for an application made at the body, acceptance is registration. */
function registrationOf({ story, acceptance, body }: Application): FactId[] {
	const registered = story.findLast(({ fact, dead }) => !dead && fact.type === 'registered' && fact.org === body);
	if (registered) return [registered.fact.id];
	const here = acceptance?.body.entry === 'body' && acceptance.org === body;
	return here ? [acceptance.fact] : [];
}

const causeOfAssignment = ({ story }: Application, assigned: FactId): FactId[] => [
	...(story.find(({ fact }) => fact.id === assigned)?.fact.on ?? [])
];

/** The head sends a draft back for rework, with what is wrong with it. */
export function sendBack(
	application: Application,
	command: SendBackCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const shut = waitsForSignature(application, context);
	if (shut) return shut;
	const { decision, assignment } = application;
	if (!command.text.trim()) return refuse('reasonMissing');
	return allow([
		{
			type: 'sentBack',
			subject: about(application),
			on: [decision!.draft],
			body: { to: assignment?.executor ?? decision!.draftedBy, ...acting(context) },
			details: { text: command.text.trim() }
		}
	]);
}

/** The head chooses one of several drafts; the others go back. Choosing one of a replaced assignment also restores its executor. */
export function chooseDraft(
	application: Application,
	{ draft }: ChooseDraftCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const shut = waitsForSignature(application, context);
	if (shut) return shut;
	const { decision, assignment, rivalDrafts } = application;
	if (rivalDrafts.length === 0) return refuse('notAllowedNow');
	const all = [{ draft: decision!.draft, by: decision!.draftedBy, isFirm: true }, ...rivalDrafts];
	const chosen = all.find((one) => one.draft === draft);
	if (!chosen) return refuse('unknownFact');
	const subject = about(application);
	const others = all.filter((one) => one !== chosen);
	const mustReassign = !chosen.isFirm && assignment !== null;
	return allow([
		...others.map((other): FactDraft => ({
			type: 'sentBack',
			subject,
			on: [other.draft],
			body: { to: other.by, chosen: draft, ...acting(context) },
			details: { text: '' }
		})),
		...(mustReassign
			? [
					{
						type: 'assigned' as const,
						subject,
						on: causeOfAssignment(application, assignment.fact),
						replaces: [assignment.fact],
						body: { executor: chosen.by, draft, ...acting(context) },
						details: null
					}
				]
			: [])
	]);
}

/** Table 1: the head has signed the notice or the refusal; recorded by the head, or by the clerk who has the signed paper. */
export function sign(application: Application, command: SignCommand, context: DecideContext): Verdict<FactDraft[]> {
	const byClerk = context.role === 'chancery';
	const shut = byClerk
		? (closed(application) ?? onlyItsBody(application, context) ?? noDraft(application))
		: waitsForSignature(application, context);
	if (shut) return shut;
	if (paperOf(command.paper as PaperNumber) !== 'result') return refuse('wrongPaper');
	if (applicationNumberOf(command.paper as ResultNumber) !== application.number) return refuse('wrongPaper');
	if (application.rivalDrafts.length > 0) return refuse('twoDrafts');
	if (byClerk && !command.head) return refuse('executorMissing');
	const hand = command.head ?? context.actor;
	const doubt = doubtOfSignature(application, hand, command);
	if (doubt) return doubt;
	const isOwn = hand === context.actor && !byClerk;
	const asDeputy = isOwn ? context.acting : (printedAs(application, hand)?.acting ?? command.acting);
	const reason = hand === application.decision!.draftedBy ? command.reason?.trim() : '';
	return allow([
		{
			type: 'signed',
			subject: about(application),
			on: [application.decision!.draft],
			body: {
				...(isOwn ? {} : { fromPaper: { by: hand } }),
				...(asDeputy ? { acting: true as const } : {}),
				...(command.unprinted && isUnprinted(application) ? { unprinted: command.unprinted } : {})
			},
			details: reason ? { text: reason } : null
		}
	]);
}

function waitsForSignature(application: Application, context: DecideContext): Refusal | null {
	return (
		closed(application) ??
		onlyItsUnits(application, 'signed', context) ??
		onlyItsBody(application, context) ??
		noDraft(application)
	);
}

function noDraft({ decision }: Application): Refusal | null {
	if (!decision) return refuse('wrongStep', { step: 'drafted' });
	return decision.signed ? refuse('alreadySigned') : null;
}
