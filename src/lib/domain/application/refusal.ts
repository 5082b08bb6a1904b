/** Why an act is not allowed now. Each code has a sentence in kk and ru: what is wrong, what to do (messages `refusals`). */
export const REFUSAL_CODES = [
	'unknownApplication',
	'noRight',
	'wrongOrg',
	'wrongStep',
	'alreadyDone',
	'notCollected',
	'alreadyCollected',
	'alreadyInRegister',
	'registerEmpty',
	'wrongBody',
	'wrongPaper',
	'notArrived',
	'alreadyArrived',
	'notHolder',
	'alreadyHandedOut',
	'notReady',
	'annulled',
	'renumbered',
	'withdrawn',
	'cannotAnnulKind',
	'alreadyAnnulled',
	'annulTooLate',
	'annulNotYours',
	'annulAfterHandOut',
	'unknownFact',
	'reasonMissing',
	'countersignMissing',
	'countersignSame',
	'courierMissing',
	'outcomeMissing',
	'recipientMissing',
	'identityMissing',
	'documentsMissing',
	'serviceNotHere',
	'executorMissing',
	'lookedFor',
	'knownByNumberOnly',
	'clockBehind',
	'notAllowedNow',
	'notYourAssignment',
	'letterMissing',
	'groundsMissing',
	'notSigned',
	'alreadySigned',
	'sameExecutor',
	'sameBody',
	'draftPending',
	'handedOutHere',
	'staffMissing',
	'sameStaff',
	'actingYourself',
	'dateMissing',
	'periodWrong',
	'periodOver',
	'absentThen',
	'overlapping'
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A refusal is a value. `params` fill the sentence: codes of roles, steps, orgs and holders, which the screen puts into words. */
export type Refusal = { ok: false; code: RefusalCode; params: Record<string, string | number> };
export type Allowed<T> = { ok: true; value: T };
export type Verdict<T> = Allowed<T> | Refusal;

export const refuse = (code: RefusalCode, params: Refusal['params'] = {}): Refusal => ({ ok: false, code, params });
export const allow = <T>(value: T): Allowed<T> => ({ ok: true, value });
