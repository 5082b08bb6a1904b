import { type FactDraft } from '../../fact/fact.ts';
import { type StaffId } from '../../fact/ids.ts';
import { type Application } from '../application.ts';
import { type DecideContext } from '../context.ts';
import { allow, refuse, type Verdict } from '../refusal.ts';
import { onlyBy, onlyItsBody, onlyItsUnits } from './may-do.ts';
import { closed } from './packet-acts.ts';

/** Enters the signed result in the ledger of its service: the number there, and the sheets of the paper. */
export type RecordCommand = { kind: 'record'; ledgerNumber: string; sheets: number };
export type RegisterCommand = { kind: 'register' };
/** Content of the signed paper: who examined, who signed, notice or refusal. Entered by the clerk from the paper itself. */
export type NoteResultCommand = {
	kind: 'noteResult';
	decision: 'notice' | 'refusal' | null;
	executor: StaffId | null;
	head: StaffId | null;
	/** A deputy signed for the head. */
	acting?: boolean;
	/** Why the author of the letter signed it. */
	reason?: string;
	ledgerNumber: string;
	sheets: number;
};

/** Table 1, action 4: the clerk registers the packet and passes it to the head. */
export function register(
	application: Application,
	_command: RegisterCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	if (application.state !== 'numberOnly') {
		const shut = closed(application);
		if (shut) return shut;
	}
	const right = onlyBy('register', context);
	if (right) return right;
	const { holder } = application.packet;
	if (holder.kind === 'unknown' && holder.why === 'lost') return refuse('lookedFor');
	if (['transit', 'collection', 'window', 'unknown'].includes(holder.kind)) return refuse('notArrived');
	if (holder.kind !== 'chancery') return refuse('alreadyDone', { at: application.packet.since });
	if (holder.org !== context.org) return refuse('wrongOrg', { org: holder.org });
	if (application.body && application.body !== context.org) return refuse('wrongBody', { org: application.body });
	return allow([
		{
			type: 'registered',
			subject: { kind: 'application', number: application.number },
			on: application.packet.trail.slice(-1).map(({ fact }) => fact),
			body: {},
			details: null
		}
	]);
}

/**
 * Enters a decision made on paper: the assignment, the draft, the signature and the ledger's entry, each as its own fact on the
 * previous one, each naming who signed. Steps already recorded are not entered again.
 */
export function noteResult(
	application: Application,
	command: NoteResultCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const shut = closed(application) ?? onlyBy('noteResult', context);
	if (shut) return shut;
	if (application.body !== context.org) return refuse('wrongOrg', { org: application.body ?? '' });
	if (!command.decision) return refuse('outcomeMissing');
	if (!command.executor || !command.head) return refuse('executorMissing');
	if (application.decision?.recorded) return refuse('alreadyDone', { at: application.result?.since ?? 0 });
	const last = (type: string) => application.story.findLast(({ fact, dead }) => !dead && fact.type === type)?.fact.id;
	const registered =
		last('registered') ?? (application.acceptance?.body.entry === 'body' ? application.acceptance.fact : undefined);
	if (!registered) return refuse('wrongStep', { step: 'registered' });
	const subject = { kind: 'application', number: application.number } as const;
	const known = {
		assigned: last('assigned'),
		drafted: application.decision?.draft,
		signed: application.decision?.signed ?? undefined
	};
	if (known.drafted && application.decision?.kind !== command.decision) return refuse('outcomeMissing');
	const drafter = application.decision?.draftedBy ?? command.executor;
	const reason = drafter === command.head ? command.reason?.trim() : '';
	if (!known.signed && drafter === command.head && !reason) return refuse('ownDraft');
	const assigned = known.assigned ?? context.newId();
	const drafted = known.drafted ?? context.newId();
	const signed = known.signed ?? context.newId();
	const drafts: FactDraft[] = [];
	if (!known.assigned)
		drafts.push({
			id: assigned,
			type: 'assigned',
			subject,
			on: [registered],
			body: { executor: command.executor, fromPaper: { by: command.head } },
			details: null
		});
	if (!known.drafted)
		drafts.push({
			id: drafted,
			type: 'drafted',
			subject,
			on: [assigned],
			body: { decision: command.decision, fromPaper: { by: command.executor } },
			details: null
		});
	if (!known.signed)
		drafts.push({
			id: signed,
			type: 'signed',
			subject,
			on: [drafted],
			body: { fromPaper: { by: command.head }, ...(command.acting ? { acting: true as const } : {}) },
			details: reason ? { text: reason } : null
		});
	drafts.push({
		type: 'recorded',
		subject,
		on: [signed],
		body: {
			decision: command.decision,
			sheets: command.sheets,
			...(command.ledgerNumber.trim() ? { ledgerNumber: command.ledgerNumber.trim() } : {})
		},
		details: null
	});
	return allow(drafts);
}

/** Table 1: a signed result is entered in the ledger (C16: refusals too), by the unit that the regulation names. */
export function record(application: Application, command: RecordCommand, context: DecideContext): Verdict<FactDraft[]> {
	const shut =
		closed(application) ?? onlyItsUnits(application, 'recorded', context) ?? onlyItsBody(application, context);
	if (shut) return shut;
	const { decision } = application;
	if (decision?.recorded) return refuse('alreadyDone', { at: decision.recordedAt ?? 0 });
	if (!decision?.signed) return refuse('notSigned');
	const ledgerNumber = command.ledgerNumber.trim();
	return allow([
		{
			type: 'recorded',
			subject: { kind: 'application', number: application.number },
			on: [decision.signed],
			body: { decision: decision.kind, sheets: command.sheets, ...(ledgerNumber ? { ledgerNumber } : {}) },
			details: null
		}
	]);
}
