import { type BodyOf, type FactDraft } from '../../fact/fact.ts';
import { type Applicant } from '../../fact/application-facts.ts';
import { type Signatory } from '../../examination/signatory.ts';
import { type Application } from '../application.ts';
import { type DecideContext } from '../context.ts';
import { allow, refuse, type Verdict } from '../refusal.ts';
import { onlyBy } from './may-do.ts';

type NamedDocument = { name: string; form: 'original' | 'copy'; sheets: number };

export type AmendCommand = { kind: 'amend'; documents: NamedDocument[]; applicant?: Partial<Applicant>; text?: string };
export type WithdrawCommand = { kind: 'withdraw'; text: string };
export type ReturnDocumentsCommand = { kind: 'returnDocuments' };
export type RelabelCommand = {
	kind: 'relabel';
	paper: 'packet' | 'result';
	reason: BodyOf<'labelled'>['reason'];
	text?: string;
};
export type PrintCommand = {
	kind: 'print';
	document: BodyOf<'printed'>['document'];
	reason: NonNullable<BodyOf<'printed'>['reason']>;
	/** The signatory named on the letter of a decision. */
	signatory?: Signatory | null;
};
export type SpoilCommand = { kind: 'spoilReceipt'; copy: number; text: string };
export type LoseCommand = { kind: 'lose'; paper: 'packet' | 'result'; text: string };
export type FindCommand = { kind: 'find'; paper: 'packet' | 'result'; text: string };

const about = (application: Application) => ({ kind: 'application', number: application.number }) as const;

/** The Center that took the application in, and the body that decides now: a body that redirected it has no further part in it. */
function onlyThoseWhoServe(application: Application, { org }: DecideContext): ReturnType<typeof refuse> | null {
	const serve = [application.body, application.acceptance?.body.center];
	return serve.includes(org) ? null : refuse('wrongOrg', { org: application.body ?? '' });
}

/** The refusal that closes an application to any further act on its packet; null while it is open. */
export function closed(application: Application): ReturnType<typeof refuse> | null {
	if (application.renumberedTo) return refuse('renumbered', { number: application.renumberedTo });
	switch (application.state) {
		case 'numberOnly':
			return refuse('knownByNumberOnly');
		case 'annulled':
			return refuse('annulled');
		case 'handedOut':
			return refuse('alreadyHandedOut', { at: application.story.at(-1)?.at ?? 0 });
		case 'withdrawn':
			return refuse('withdrawn');
		case 'open':
			return null;
	}
}

/** A document brought later: only while the packet is still in the Center, or at the examining body. */
export function amend(application: Application, command: AmendCommand, context: DecideContext): Verdict<FactDraft[]> {
	const shut = closed(application) ?? onlyThoseWhoServe(application, context);
	if (shut) return shut;
	if (application.decision) return refuse('notAllowedNow');
	const right = onlyBy('amend', context);
	if (right) return right;
	if (command.documents.length === 0 && !command.applicant) return refuse('documentsMissing');
	return allow([
		{
			type: 'amended',
			subject: about(application),
			on: [application.acceptance!.fact],
			body: {
				what: command.documents.length > 0 ? 'documents' : 'applicant',
				documents: command.documents.map(({ form, sheets }) => ({ form, sheets }))
			},
			details: {
				documents: command.documents.map(({ name }) => name),
				...(command.applicant ? { applicant: command.applicant } : {}),
				...(command.text ? { text: command.text } : {})
			}
		}
	]);
}

/** The applicant takes the application back. Possible until the hand-out; the seed does not mention it (SPEC D5). */
export function withdraw(
	application: Application,
	command: WithdrawCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const shut = closed(application) ?? onlyThoseWhoServe(application, context) ?? onlyBy('withdraw', context);
	if (shut) return shut;
	return allow([
		{
			type: 'withdrawn',
			subject: about(application),
			on: [application.acceptance!.fact],
			body: {},
			details: { text: command.text.trim() }
		}
	]);
}

/** After a withdrawal or an annulment the papers go back to the applicant, from their holder in this org. */
export function returnDocuments(
	application: Application,
	_command: ReturnDocumentsCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	if (application.state !== 'withdrawn' && application.state !== 'annulled') return refuse('notAllowedNow');
	const right = onlyBy('returnDocuments', context);
	if (right) return right;
	const { holder } = application.packet;
	if (holder.kind === 'applicant') return refuse('alreadyDone', { at: application.packet.since });
	if ('org' in holder && holder.org !== context.org) return refuse('notHolder', { holder: holder.kind });
	if (holder.kind === 'transit') return refuse('notHolder', { holder: holder.kind });
	return allow([
		{
			type: 'documentsReturned',
			subject: about(application),
			on: application.packet.trail.slice(-1).map(({ fact }) => fact),
			body: {
				documents: application.documents.length,
				sheets: application.documents.reduce((sum, { sheets }) => sum + sheets, 0)
			},
			details: null
		}
	]);
}

export function relabel(
	application: Application,
	command: RelabelCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const right = onlyBy('relabel', context);
	if (right) return right;
	if (command.reason === 'other' && !command.text?.trim()) return refuse('reasonMissing');
	return allow([
		{
			type: 'labelled',
			subject: about(application),
			body: { paper: command.paper, reason: command.reason },
			details: command.text?.trim() ? { text: command.text.trim() } : null
		}
	]);
}

/** Records a print and which copy it is; the receipt's copies are counted. */
export function print(application: Application, command: PrintCommand, context: DecideContext): Verdict<FactDraft[]> {
	const right = onlyBy('print', context);
	if (right) return right;
	if (!application.acceptance) return refuse('knownByNumberOnly');
	const isUndecided =
		application.rivalDrafts.length > 0 && application.decision !== null && !application.decision.signed;
	if (command.document === 'resultLetter' && isUndecided) return refuse('twoDrafts');
	const { signatory } = command;
	const earlier = application.story.filter(
		({ fact }) => fact.type === 'printed' && fact.body.document === command.document
	);
	const copy =
		1 + earlier.reduce((most, { fact }) => (fact.type === 'printed' ? Math.max(most, fact.body.copy) : most), 0);
	return allow([
		{
			type: 'printed',
			subject: about(application),
			on: [application.acceptance.fact],
			body: {
				document: command.document,
				copy,
				reason: command.reason,
				...(signatory
					? { signatory: { staff: signatory.staff, ...(signatory.acting ? { acting: true as const } : {}) } }
					: {})
			},
			details: null
		}
	]);
}

export function spoilReceipt(
	application: Application,
	command: SpoilCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const right = onlyBy('spoilReceipt', context);
	if (right) return right;
	if (command.copy < 1 || command.copy > application.receiptCopies) return refuse('unknownFact');
	return allow([
		{
			type: 'receiptSpoiled',
			subject: about(application),
			body: { copy: command.copy },
			details: { text: command.text.trim() }
		}
	]);
}

export function lose(application: Application, command: LoseCommand, context: DecideContext): Verdict<FactDraft[]> {
	const right = onlyBy('lose', context);
	if (right) return right;
	const custody = application[command.paper];
	if (!custody) return refuse('notReady', { holder: 'unknown' });
	if (custody.holder.kind === 'unknown' && custody.holder.why === 'lost') return refuse('lookedFor');
	if (!command.text.trim()) return refuse('reasonMissing');
	return allow([
		{
			type: 'lost',
			subject: about(application),
			on: custody.trail.slice(-1).map(({ fact }) => fact),
			body: { paper: command.paper },
			details: { text: command.text.trim() }
		}
	]);
}

export function find(application: Application, command: FindCommand, context: DecideContext): Verdict<FactDraft[]> {
	const right = onlyBy('find', context);
	if (right) return right;
	const custody = application[command.paper];
	if (custody?.holder.kind !== 'unknown' || !custody.holder.since) return refuse('notAllowedNow');
	return allow([
		{
			type: 'reconstructed',
			subject: about(application),
			on: [custody.holder.since],
			body: { paper: command.paper },
			details: { text: command.text.trim() }
		}
	]);
}
