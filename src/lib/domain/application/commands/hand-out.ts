import { type BodyOf, type FactDraft, type PersonalOf } from '../../fact/fact.ts';
import { RIGHTS } from '../../acts/rights.ts';
import { type FactId, type Role } from '../../fact/ids.ts';
import { type Application } from '../application.ts';
import { type DecideContext } from '../context.ts';
import { fullName } from '../../text/person-name.ts';
import { allow, refuse, type Verdict } from '../refusal.ts';
import { hasDamagedResult } from '../damaged-result.ts';
import { onlyItsUnits } from './may-do.ts';

export type HandOutCommand = {
	kind: 'handOut';
	withReceipt: boolean;
	to: BodyOf<'handedOut'>['to'];
	sheets: number;
	originals: { documents: number; sheets: number };
	signedFor: boolean;
	details: PersonalOf<'handedOut'>;
};
export type CallCommand = { kind: 'call' };

/** Table 1, action 9: the result is handed to the applicant at the Center (or the body's counter). */
export function handOut(
	application: Application,
	command: HandOutCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const ready = readyForHandOut(application, context);
	if (!ready.ok) return ready;
	// A single name is stored as the given name.
	if (!fullName(command.details.receiver).trim()) return refuse('recipientMissing');
	const identityDocument = command.details.identityDocument;
	const representative = command.to !== 'applicant';
	if ((!command.withReceipt || representative) && !identityDocument?.number.trim()) return refuse('identityMissing');
	const subject = { kind: 'application', number: application.number } as const;
	const body = {
		to: command.to,
		sheets: command.sheets,
		originals: command.originals,
		...(command.signedFor ? { signedFor: true as const } : {})
	};
	if (command.withReceipt)
		return allow([{ type: 'handedOut', subject, on: ready.value, body, details: command.details }]);
	return allow([
		{
			type: 'handedOutWithoutReceipt',
			subject,
			on: ready.value,
			body,
			details: { ...command.details, identityDocument: identityDocument! }
		}
	]);
}

/** The applicant is at the window: the hand-out's limit starts here (reading of table 1, action 9). */
export function call(application: Application, _command: CallCommand, context: DecideContext): Verdict<FactDraft[]> {
	const ready = readyForHandOut(application, context);
	if (!ready.ok) return ready;
	return allow([
		{
			type: 'applicantCalled',
			subject: { kind: 'application', number: application.number },
			on: ready.value,
			body: {},
			details: null
		}
	]);
}

/** The facts that a hand-out is based on: the ledger entry where known, and the result's last hand-over. */
export function readyForHandOut(application: Application, context: DecideContext): Verdict<FactId[]> {
	if (application.renumberedTo) return refuse('renumbered', { number: application.renumberedTo });
	if (application.state === 'handedOut') return refuse('alreadyHandedOut', { at: application.result?.since ?? 0 });
	if (application.state === 'annulled') return refuse('annulled');
	if (context.role !== 'centerInspector' && !(RIGHTS.handOut.by.also as readonly Role[]).includes(context.role))
		return refuse('noRight', { role: 'centerInspector' });
	// An applicant at the body gets the result from the unit of the route's last step (C28: not always the clerk).
	const notTheirs =
		application.acceptance?.body.entry === 'body' ? onlyItsUnits(application, 'handedOut', context) : null;
	if (notTheirs) return notTheirs;
	const holder = application.result?.holder;
	if (!holder) return refuse('notReady', { holder: application.packet.holder.kind });
	if (holder.kind === 'unknown') return refuse('lookedFor');
	if (holder.kind === 'head' || holder.kind === 'executor' || holder.kind === 'transit')
		return refuse('notReady', { holder: holder.kind });
	if ('org' in holder && holder.org !== context.org) return refuse('notReady', { holder: holder.kind });
	// In the body itself the result is handed out only after the ledger's entry (C21: refusals too).
	if (holder.kind === 'chancery' && !application.decision?.recorded) return refuse('notReady', { holder: holder.kind });
	if (hasDamagedResult(application)) return refuse('resultDamaged');
	const last = application.result!.trail.at(-1)!.fact;
	const entry = application.decision?.recorded;
	return allow(entry && entry !== last ? [entry, last] : [last]);
}
