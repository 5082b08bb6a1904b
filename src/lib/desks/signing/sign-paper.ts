import { type Application } from '#lib/domain/application/application.ts';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { decide } from '#lib/domain/application/decide.ts';
import { type SignCommand } from '#lib/domain/application/commands/head-acts.ts';
import { type Refusal, type RefusalCode } from '#lib/domain/application/refusal.ts';
import { paperOf, type PaperNumber } from '#lib/domain/number/paper-number.ts';

/** What the scan of a paper that is said to be signed comes to. */
export type SignedPaper =
	| { kind: 'signed'; command: SignCommand }
	/** A packet, a register, a badge: the code of another paper. */
	| { kind: 'otherPaper' }
	/** This device has never heard of it. */
	| { kind: 'unknown' }
	| { kind: 'elsewhere'; refusal: Refusal }
	| { kind: 'already'; at: number; staff: string }
	| { kind: 'notDrafted' }
	/** Something has to be answered first: where the paper came from, whose hand it bears, why its author signed it. */
	| { kind: 'doubt'; refusal: Refusal }
	| { kind: 'refused'; refusal: Refusal };

const DOUBTS: readonly RefusalCode[] = ['neverPrinted', 'changedSincePrint', 'otherNameOnPaper', 'ownDraft'];

/** What a person answered to the doubts about one paper so far. */
export type SignAnswers = Pick<SignCommand, 'head' | 'unprinted' | 'reason'>;

/** Judges one signed paper by the number that was read from it: there is no other way to tell a signature. */
export function judgeSignedPaper(
	paper: PaperNumber,
	application: Application | undefined,
	context: DecideContext,
	answers: SignAnswers = {}
): SignedPaper {
	if (paperOf(paper) !== 'result') return { kind: 'otherPaper' };
	if (!application) return { kind: 'unknown' };
	const command: SignCommand = { kind: 'sign', paper, ...answers };
	const verdict = decide(application, command, context);
	if (verdict.ok) return { kind: 'signed', command };
	const signed = application.decision?.signedBy;
	if (verdict.code === 'alreadySigned' && signed) return { kind: 'already', at: signed.at, staff: signed.staff };
	if (verdict.code === 'wrongOrg') return { kind: 'elsewhere', refusal: verdict };
	if (DOUBTS.includes(verdict.code)) return { kind: 'doubt', refusal: verdict };
	return verdict.code === 'wrongStep' ? { kind: 'notDrafted' } : { kind: 'refused', refusal: verdict };
}
