import { type Colleague } from '#lib/protocol/context-messages.ts';
import { checkPin } from '#lib/protocol/pin.ts';
import { type PinTries } from './pin-tries.ts';

export type UnlockFailure =
	| { ok: false; why: 'unknownPerson' | 'noPin' | 'badgeNeeded' | 'badgeUnknown' | 'badgeUnready' }
	| { ok: false; why: 'wrongPin'; left: number }
	| { ok: false; why: 'wait'; waitMs: number };

type Tries = Pick<PinTries, 'waitMs' | 'failed' | 'forgive' | 'left'>;
type Checked = { ok: true; person: Colleague } | UnlockFailure;

/** Whether a number and a PIN belong together, by what the device keeps of its people; wrong ones are counted. */
export async function checkHandOf(
	people: readonly Colleague[],
	tries: Tries,
	{ number, pin }: { number: string; pin: string },
	now: () => number
): Promise<Checked> {
	const person = people.find((colleague) => colleague.number === number.trim());
	if (!person) return { ok: false, why: 'unknownPerson' };
	const { pin: verifier } = person;
	if (!verifier) return { ok: false, why: 'noPin' };
	return inTries(tries, person, now, () => checkPin(pin, verifier));
}

/** One try at a person's PIN, however it is checked. */
export async function inTries(
	tries: Tries,
	person: Colleague,
	now: () => number,
	isRight: () => Promise<boolean>
): Promise<Checked> {
	const waitMs = tries.waitMs(person.number, now());
	if (waitMs > 0) return { ok: false, why: 'wait', waitMs };
	// Counted before it is checked: a tab closed in between has used its try.
	tries.failed(person.number, now());
	if (await isRight()) {
		tries.forgive(person.number);
		return { ok: true, person };
	}
	const left = tries.left(person.number);
	if (left > 0) return { ok: false, why: 'wrongPin', left };
	return { ok: false, why: 'wait', waitMs: tries.waitMs(person.number, now()) };
}
