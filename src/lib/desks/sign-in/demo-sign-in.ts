import { type Sentence } from '#lib/i18n/sentence.ts';
import { type DemoResponse } from '#lib/protocol/demo-messages.ts';
import { type Person } from '#lib/protocol/session-messages.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { choosePin, signInByPassword } from '#lib/tools/sign-in/own-access.ts';
import { signInProblemText, unlockFailureText } from '#lib/tools/sign-in/sign-in-words.ts';
import { isSamePlace, usualPlace } from './usual-place.ts';

/**
 * One press: signed in, at the place where this person usually sits, with their PIN. Without a line the PIN unlocks, as for everybody.
 * @returns what stopped it; null where somebody is at work now
 */
export async function demoSignIn({ number, password, pin }: DemoResponse['signIns'][number]): Promise<Sentence | null> {
	const answer = await signInByPassword(number, password);
	if (!answer.ok) {
		if (!answer.offline || !desk.enrolled) return () => signInProblemText(answer);
		const unlocked = await desk.unlock(number, pin);
		return unlocked.ok ? null : () => unlockFailureText(unlocked);
	}
	const { person, hasPin, isPinOld } = answer.value;
	const placed = await takePlace(person);
	if (placed) return placed;
	// A demonstration of an earlier release keeps the PINs of its time, which are not shown any more.
	const chosen = hasPin && !isPinOld ? null : await choosePin(person.id, pin);
	return chosen && !chosen.ok ? () => signInProblemText(chosen) : null;
}

async function takePlace(person: Person): Promise<Sentence | null> {
	const place = usualPlace(person, desk.context?.org.kind);
	if (desk.unlocked && isSamePlace(desk.place, place)) return null;
	const enrolled = await desk.enrol(person, { place });
	return enrolled.ok ? null : () => signInProblemText(enrolled);
}
