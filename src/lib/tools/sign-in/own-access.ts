import { type StaffId } from '#lib/domain/fact/ids.ts';
import { type BadgeDigits } from '#lib/domain/number/badge.ts';
import { stretchNewPin } from '#lib/protocol/badge-key.ts';
import { makePinVerifier } from '#lib/protocol/pin.ts';
import { type CodeRequest, type SessionResponse } from '#lib/protocol/session-messages.ts';
import { type UnlockFailure } from '#lib/device/keys/check-hand.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { type Answer, changePasswordCall, codeCall, savePinCall, signInCall } from '#lib/device/live/server-calls.ts';

/** Signs in at the server with number and password. The device still has to be enrolled where `desk.enrolled` is false. */
export const signInByPassword = async (number: string, password: string): Promise<Answer<SessionResponse>> =>
	desk.enter(await signInCall({ number, password }));

/** Unlocks by badge and PIN, with or without a line. */
export const unlockByBadge = async (digits: BadgeDigits, pin: string): Promise<{ ok: true } | UnlockFailure> =>
	desk.take(await desk.unlocking.byBadge(digits, pin));

/** Signs in with a one-time code, which sets a new password. */
export const signInByCode = async (request: CodeRequest): Promise<Answer<SessionResponse>> =>
	desk.enter(await codeCall(request));

/** Sets the PIN of a person whose password was given a moment ago; the devices of the org learn it with their next context. */
export async function choosePin(person: StaffId, pin: string): Promise<Answer<unknown>> {
	const [verifier, stretched] = await Promise.all([makePinVerifier(pin), stretchNewPin(pin)]);
	const answer = await savePinCall({ person, verifier, stretched });
	return answer.ok ? desk.refreshContext() : answer;
}

/**
 * Sets a new password. The old one is given to the server first, as at a sign-in: the browser's session may be a colleague's, who
 * handed the device over with a PIN.
 */
export async function changePassword(number: string, old: string, password: string): Promise<Answer<unknown>> {
	const known = await signInCall({ number, password: old });
	return known.ok ? changePasswordCall({ old, password }) : known;
}

/** Sets a new PIN of the person at work; the password is asked for, as `changePassword` does. */
export async function changePin(number: string, password: string, pin: string): Promise<Answer<unknown>> {
	const known = await signInCall({ number, password });
	return known.ok ? choosePin(known.value.person.id, pin) : known;
}
