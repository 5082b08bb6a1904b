import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { sessionText } from '#lib/domain/registry/session-text.ts';
import { type Chance } from './chance.ts';
import { type Hand } from './knowledge.ts';
import { type SimDevice } from './sim-device.ts';

const HELD_MS = 14 * 60 * 60_000;
/** Of those who work there. */
const WITH_BADGE = 0.6;
/** Of acts: somebody acts though nobody showed a badge, as a program would that was changed. */
const UNSHOWN = 0.04;

type Open = Hand & { id: FactId; at: number };

/** Badges of people, and who is open at which device: in the memory of browsers, which a crash or a copy of the disk does not keep. */
export class SimSessions {
	readonly #chance: Chance;
	readonly #keys = new Map<StaffId, KeyObject>();
	readonly #open = new Map<SimDevice, Open>();

	constructor(chance: Chance) {
		this.#chance = chance;
	}

	/** Gives some of the people a badge. @returns the public halves of their keys */
	issue(people: readonly StaffId[]): Map<StaffId, string> {
		const issued = this.#chance.some(people, WITH_BADGE).map((staff) => {
			const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
			this.#keys.set(staff, privateKey);
			return [staff, publicKey.export({ type: 'spki', format: 'der' }).toString('base64url')] as const;
		});
		return new Map(issued);
	}

	/** The browser ended: the next act there needs another session. */
	ended(device: SimDevice): void {
		this.#open.delete(device);
	}

	/** Who is about to act comes to the device, where another one locks before. @returns what was recorded of it */
	async come(device: SimDevice, hand: Hand, newId: () => FactId): Promise<readonly StoredFact[]> {
		const open = this.#open.get(device);
		if (open?.staff === hand.staff && device.now() - open.at < HELD_MS) return [];
		this.#open.delete(device);
		const left = open ? await device.recordSession({ kind: 'lock', session: open.id }, open, newId()) : [];
		const key = this.#keys.get(hand.staff);
		if (!key || this.#chance.happens(UNSHOWN)) return left;
		const [id, at] = [newId(), device.now()];
		const { head } = await device.journal.state();
		const opened = { device: head.journal, ...(await knownAt(device)) };
		const text = Buffer.from(sessionText({ ...opened, session: id, person: hand.staff, at }));
		const signature = sign('sha256', text, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
		const came = await device.recordSession({ kind: 'unlock', ...opened, signature }, { ...hand, id, at }, id);
		if (came.length > 0) this.#open.set(device, { ...hand, id, at });
		return [...left, ...came];
	}

	/** What an actor's facts name. */
	of(device: SimDevice, actor: StaffId): FactId | undefined {
		const open = this.#open.get(device);
		return open?.staff === actor ? open.id : undefined;
	}
}

/** The last that the device knows of the registry. */
async function knownAt(device: SimDevice): Promise<{ known?: { journal: JournalId; seq: number } }> {
	const last = (await device.registryFacts()).reduce<Fact | null>(
		(latest, fact) =>
			!latest || fact.at > latest.at || (fact.at === latest.at && fact.seq > latest.seq) ? fact : latest,
		null
	);
	return last ? { known: { journal: last.journal, seq: last.seq } } : {};
}
