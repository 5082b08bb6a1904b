import { pinRefusalOf } from '#lib/domain/org/new-pin.ts';
import { type UnlockFailure } from '#lib/device/keys/check-hand.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type Answer } from '#lib/device/live/server-calls.ts';
import { refusalText } from '#lib/tools/wording/words.ts';

type Failed = Exclude<Answer<unknown>, { ok: true }>;

/** What is wrong where the server knows no such number, password or code. */
type WrongWords = 'errors.signIn' | 'access.codeWrong' | 'access.oldPasswordWrong';

/** Why the server did not let somebody in, and what to do. */
export function signInProblemText(answer: Failed, wrong: WrongWords = 'errors.signIn'): string {
	const { t } = language;
	if (answer.offline) return t('signIn.serverUnreachable');
	const { code, attemptsLeft, retryAfterSeconds, refusal } = answer.problem;
	if (code === 'refused' && refusal) return refusalText({ ok: false, ...refusal });
	if (code === 'wrongCredentials' || code === 'badRequest') return t(wrong, { n: attemptsLeft ?? 0 });
	if (code === 'tooManyAttempts')
		return t('signIn.tooMany', { n: Math.max(1, Math.ceil((retryAfterSeconds ?? 60) / 60)) });
	if (code === 'wrongCode' || code === 'codeNeeded') return t('signIn.enrolCodeWrong');
	if (code === 'codeOfOther') return t('signIn.enrolCodeOfOther');
	if (code === 'notSignedIn') return t('signIn.sessionEnded');
	if (code === 'tooMany') return t('errors.server.busy', { n: retryAfterSeconds ?? 5 });
	if (code === 'noRoom') return t('errors.server.noRoom');
	if (code === 'wrongHost') return t('errors.server.wrongHost', { origin: location.origin });
	return t('signIn.serverUnreachable');
}

/** Why a number and PIN did not unlock, and what to do. */
export function unlockFailureText(failure: UnlockFailure): string {
	const { t } = language;
	switch (failure.why) {
		case 'noPin':
			return t('signIn.noPin');
		case 'badgeNeeded':
		case 'badgeUnknown':
		case 'badgeUnready':
			return t(`signIn.${failure.why}`);
		case 'unknownPerson':
			return t('signIn.unknownNumber');
		case 'wait':
			return t('signIn.pinWait', { n: Math.max(1, Math.ceil(failure.waitMs / 60_000)) });
		case 'wrongPin':
			return t('errors.pin', { n: failure.left });
	}
}

/** Why a new PIN will not do, in the sentence of its own reason; empty where nothing is against it. */
export function pinRefusalText(pin: string, number: string): string {
	const refusal = pinRefusalOf(pin, { number, today: desk.today });
	return refusal === null ? '' : language.t(`signIn.pinRefusal.${refusal}`, { n: pin.length });
}

/** What stands beside a field that hides what is typed. */
export const secretWords = () => ({
	show: language.t('signIn.show'),
	hide: language.t('signIn.hide'),
	capsLock: language.t('signIn.capsLock')
});
