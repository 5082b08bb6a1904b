import { type Application } from '../application/application.ts';
import { onlyItsBody, onlyItsUnits } from '../application/commands/may-do.ts';
import { closed } from '../application/commands/packet-acts.ts';
import { isUnprinted } from '../application/commands/signature-doubt.ts';
import { type DecideContext } from '../application/context.ts';
import { type Refusal, refuse } from '../application/refusal.ts';
import { printedHands } from '../examination/print-reason.ts';
import { type Signatory } from '../examination/signatory.ts';
import { type Instant, type StaffId } from '../fact/ids.ts';
import { paperOf, type PaperNumber } from '../number/paper-number.ts';
import { type UnitCode } from '../regulation/route.ts';

/** Open questions of the paper: whether its print is recorded here, the signatories on its copies, the author. */
type SignatureAsks = { unprinted: boolean; printedFor: readonly Signatory[]; drafter: StaffId };

/** What may be done with a signed paper scanned at the body. */
export type RecordWay =
	/** The signature is recorded: the entry follows. */
	| { kind: 'record' }
	/**
	 * The draft is recorded, the paper is signed: the clerk records the signatory, and the entry where that is the clerk's step.
	 */
	| { kind: 'sign'; thenRecord: boolean; recorder: UnitCode; asks: SignatureAsks }
	/** As before, but the signed paper itself was not scanned: only a paper at hand is recorded as signed. */
	| { kind: 'scanSigned' }
	/** The decision was made on paper only: the clerk enters it from the paper. */
	| { kind: 'note' }
	| { kind: 'already'; entry: string | null; at: Instant }
	| { kind: 'refused'; refusal: Refusal };

/**
 * What may be done with the result of an application at the ledger's desk.
 * @param paper what was scanned or typed; null where the application was opened from a list
 */
export function recordWayOf(application: Application, paper: PaperNumber | null, context: DecideContext): RecordWay {
	const { decision } = application;
	if (decision?.recorded) return { kind: 'already', entry: decision.ledgerNumber, at: decision.recordedAt ?? 0 };
	const shut = closed(application) ?? onlyItsBody(application, context);
	if (shut) return { kind: 'refused', refusal: shut };
	const notMine = onlyItsUnits(application, 'recorded', context);
	if (decision?.signed) return notMine ? { kind: 'refused', refusal: notMine } : { kind: 'record' };
	if (context.role !== 'chancery')
		return {
			kind: 'refused',
			refusal: notMine ?? (decision ? refuse('notSigned') : refuse('wrongStep', { step: 'drafted' }))
		};
	if (!decision) return isRegistered(application) ? { kind: 'note' } : unregistered();
	if (paper === null || paperOf(paper) !== 'result') return { kind: 'scanSigned' };
	if (application.rivalDrafts.length > 0) return { kind: 'refused', refusal: refuse('twoDrafts') };
	const recorder = application.steps.find(({ step }) => step.fact === 'recorded')?.step.unit ?? 'chancery';
	const asks = {
		unprinted: isUnprinted(application),
		printedFor: printedHands(application),
		drafter: decision.draftedBy
	};
	return { kind: 'sign', thenRecord: notMine === null, recorder, asks };
}

/** At the body, accepting is registering. */
const isRegistered = ({ story, acceptance }: Application): boolean =>
	acceptance?.body.entry === 'body' || story.some(({ fact, dead }) => !dead && fact.type === 'registered');

const unregistered = (): RecordWay => ({ kind: 'refused', refusal: refuse('wrongStep', { step: 'registered' }) });
