import { type BadgeDigits, badgeIdOf } from '#lib/domain/number/badge.ts';
import { importKey, openKey } from '#lib/protocol/badge-key.ts';
import { type Colleague } from '#lib/protocol/context-messages.ts';
import { checkHandOf, inTries, type UnlockFailure } from './check-hand.ts';
import { type KeyHolder, type KeyName } from './key-holder.ts';
import { type PinTries } from './pin-tries.ts';

export type Unlocked = { ok: true; person: Colleague } | UnlockFailure;
type Ports = {
	/** The people of the own org as last told. */
	people: () => readonly Colleague[];
	tries: Pick<PinTries, 'waitMs' | 'failed' | 'forgive' | 'left'>;
	keys: () => KeyHolder;
	now: () => number;
};

/**
 * Who may have this device. Cold, the person's key is opened by badge and PIN, or comes with the password; warm, where it is still in
 * memory, the PIN is enough. Whoever has no badge yet unlocks by number and PIN, as before there were badges.
 */
export class Unlocking {
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** Whether a number and a PIN belong together, whatever is open: for a second hand. */
	checkHand(number: string, pin: string): Promise<Unlocked> {
		const { people, tries, now } = this.#ports;
		return checkHandOf(people(), tries, { number, pin }, now);
	}

	/** By number and PIN. Who has a badge is asked for it first: a wrong PIN is not told to whoever has none of the two. */
	async byPin(number: string, pin: string): Promise<Unlocked> {
		const person = this.#ports.people().find((each) => each.number === number.trim());
		if (person && !(await this.isWarm(person))) return { ok: false, why: 'badgeNeeded' };
		return this.checkHand(number, pin);
	}

	/** By badge and PIN, with or without a line. */
	async byBadge(digits: BadgeDigits, pin: string): Promise<Unlocked> {
		const person = this.ownerOf(digits);
		if (!person) return { ok: false, why: 'badgeUnknown' };
		const { id, wrapped } = person.badge!;
		if (!wrapped) return { ok: false, why: 'badgeUnready' };
		const { tries, now, keys } = this.#ports;
		return inTries(tries, person, now, async () => {
			const key = await openKey(wrapped, digits, pin);
			if (key) await keys().hold({ person: person.id, badge: id }, key);
			return key !== null;
		});
	}

	/** The colleague whose valid badge these digits are; undefined for a void one and one of another office. */
	ownerOf(digits: BadgeDigits): Colleague | undefined {
		const id = badgeIdOf(digits);
		return this.#ports.people().find(({ badge }) => badge?.id === id);
	}

	/** The server has let somebody in. @param key theirs, if they have a badge: PKCS #8 in base64 */
	async byPassword({ id: staff, number }: Pick<Colleague, 'id' | 'number'>, key: string | undefined): Promise<void> {
		this.#ports.tries.forgive(number);
		const name = keyNameOf(this.#ports.people().find(({ id }) => id === staff));
		if (name && key !== undefined) await this.#ports.keys().hold(name, await importKey(bytesOf(key)));
	}

	/** Their key is forgotten, in all tabs: the next time it takes the badge, or the password. */
	forget = (person: Pick<Colleague, 'id'>): Promise<void> => this.#ports.keys().drop(person.id);

	/** Whether the PIN alone is enough: the key is in memory, or no badge opens one. */
	async isWarm(person: Colleague): Promise<boolean> {
		if (!person.badge?.wrapped) return true;
		return this.#ports.keys().has(keyNameOf(person)!);
	}
}

/** The key of somebody's present badge; null without a badge. */
export const keyNameOf = (person: Colleague | undefined): KeyName | null =>
	person?.badge ? { person: person.id, badge: person.badge.id } : null;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
