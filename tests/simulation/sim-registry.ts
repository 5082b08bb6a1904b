import { v7 as uuid } from 'uuid';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import {
	type FactId,
	type Instant,
	type JournalId,
	type OrgId,
	type Role,
	type StaffId
} from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { foldRegistry, type RegisteredDevice, rolesHeld } from '#lib/domain/registry/registry.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { reconcileRegistry } from '#lib/server/registry/reconcile-registry.ts';
import { saveChanges } from '#lib/server/registry/registry-server.ts';
import { SERVER_ORG, serverHead, storeOwn, writeAfter } from '#lib/server/registry/server-journal.ts';
import { type JournalStore } from '#lib/server/store/journal-store.ts';
import { enrolledWith } from '#lib/server/verdicts/keyed-journals.ts';
import { createJudging } from '#lib/server/verdicts/judging.ts';
import { type Chance } from './chance.ts';

type Enrolled = { number: number; journal: JournalId; org: OrgId; key: string };
export type Employee = { staff: StaffId; org: OrgId; role: Role };

/** The registry of a run, with its mirror outside the database, and the server's judgement by it. */
export class SimRegistry {
	readonly #now: () => number;
	readonly #mirrored: StoredFact[];
	#store!: JournalStore;
	#registry = foldRegistry([]);
	#known = 0;
	#isRestored = false;
	readonly judging = createJudging({
		registry: () => this.#registry,
		registryFacts: () => this.#known,
		isRestored: () => this.#isRestored
	});

	/** @param mirrored what an earlier server recorded, by the file beside its database */
	constructor(now: () => number, mirrored: readonly StoredFact[] = []) {
		this.#now = now;
		this.#mirrored = [...mirrored];
	}

	/** All that the registry ever held. */
	get facts(): readonly StoredFact[] {
		return this.#mirrored;
	}

	/** A server opens its store, which may be an older one. */
	async open(store: JournalStore, isRestored: boolean): Promise<void> {
		[this.#store, this.#isRestored] = [store, isRestored];
		const mirror = {
			read: () => [...this.#mirrored],
			append: (facts: readonly StoredFact[]) => void this.#mirrored.push(...facts),
			putAside: () => void this.#mirrored.splice(0)
		};
		await reconcileRegistry(store, { mirror, isRestored, now: this.#now });
		await this.#refresh();
	}

	/** Everybody works there from the beginning of time. @param badges keys of those who have one */
	enter(people: readonly Employee[], badges: ReadonlyMap<StaffId, string>): Promise<void> {
		const orgs = [...new Set(people.map(({ org }) => org))].map((org): FactDraft => {
			const kind = org.startsWith('center') ? 'center' : 'body';
			return { type: 'orgOpened', subject: { kind: 'org', org }, body: { kind, tell: [org] }, details: null };
		});
		return this.#record([
			...orgs,
			...people.flatMap((person, place) => entered(person, String(1000 + place), 0)),
			...people.flatMap((person) => keyOf(person, badges))
		]);
	}

	/** A device gets its number, and its journal is its own, by the key with which it signs. */
	async enrol({ number, journal, org, key }: Enrolled): Promise<void> {
		if (enrolledWith(this.#registry.devices, journal)) return;
		const body = { device: `pc-${number}`, number, journal, place: 'control' as const, key, tell: [org] };
		await this.#record([{ type: 'deviceEnrolled', subject: { kind: 'org', org }, body, details: null }]);
	}

	/** The administrator takes a device out of use, under whatever journals it was enrolled: the fact names what its key had signed by then. */
	async revoke(key: string): Promise<void> {
		const known = [...this.#registry.devices.values()].filter((each) => each.key === key && each.revokedAt === null);
		const journals = await this.#store.journals(known.map(({ journal }) => journal));
		const drafts = known.map(({ id, org, journal }): FactDraft => {
			const signed = journals.get(journal)?.signed;
			const proven = signed ? { proven: { seq: signed.seq, hash: signed.hash } } : {};
			const body = { device: id, ...proven, tell: [org] };
			return { type: 'deviceRevoked', subject: { kind: 'org', org }, body, details: null };
		});
		if (drafts.length > 0) await this.#record(drafts);
	}

	isRevoked(key: string): boolean {
		return [...this.#registry.devices.values()].some((each) => each.key === key && each.revokedAt !== null);
	}

	/** The device that got a number with this key first: its token is what a fork goes on with. */
	deviceWith(key: string, org: OrgId): string | undefined {
		return [...this.#registry.devices.values()].find((each) => each.key === key && each.org === org)?.id;
	}

	writerOf(journal: JournalId): RegisteredDevice | undefined {
		return enrolledWith(this.#registry.devices, journal);
	}

	/** Somebody leaves, comes back, loses a role, or gets one, also from an earlier time. */
	async change(people: readonly Employee[], chance: Chance): Promise<void> {
		const person = chance.pick(people);
		const { staff, org, role } = person;
		const known = this.#registry.people.get(staff)!;
		const subject = { kind: 'org', org } as const;
		const since = this.#now() - chance.below(3 * 86_400_000);
		if (known.leftAt !== null) return this.#record(entered(person, known.number, chance.happens(0.5) ? since : null));
		if (!rolesHeld(known).includes(role))
			return this.#record([{ type: 'roleGiven', subject, body: { staff, role, since, tell: [org] }, details: null }]);
		if (chance.happens(0.5))
			return this.#record([{ type: 'personLeft', subject, body: { staff, tell: [org] }, details: null }]);
		return this.#record([{ type: 'roleEnded', subject, body: { staff, role, tell: [org] }, details: null }]);
	}

	/** Judges again a piece of what later facts bear on. Gives whether there may be more. */
	async judgesAgain(): Promise<boolean> {
		return (await this.judging.again(this.#store, this.#now())) !== null;
	}

	async #record(drafts: readonly FactDraft[]): Promise<void> {
		const at = this.#now();
		const written = await this.#store.write(async (tx) => {
			const by = { actor: 'chief' as StaffId, role: 'authorityAdmin', org: SERVER_ORG, at } as const;
			const named = drafts.map((draft) => ({ ...draft, id: uuid() as FactId }));
			const facts = writeAfter(await serverHead(tx), named, by);
			await storeOwn(tx, facts, at);
			const after = foldRegistry(readableFacts(await tx.registryFacts()));
			await saveChanges(tx, { before: this.#registry, after }, facts);
			return facts;
		});
		this.#mirrored.push(...written);
		await this.#refresh();
	}

	async #refresh(): Promise<void> {
		const facts = readableFacts(await this.#store.registryFacts());
		[this.#registry, this.#known] = [foldRegistry(facts), facts.length];
	}
}

function entered({ staff, org, role }: Employee, number: string, since: Instant | null): FactDraft[] {
	const subject = { kind: 'org', org } as const;
	const details = { surname: 'Сейітова', given: 'Айгүл' };
	return [
		{ type: 'personEntered', subject, body: { staff, number, window: null, tell: [org] }, details },
		{
			type: 'roleGiven',
			subject,
			body: { staff, role, ...(since === null ? {} : { since }), tell: [org] },
			details: null
		}
	];
}

function keyOf({ staff, org }: Employee, badges: ReadonlyMap<StaffId, string>): FactDraft[] {
	const key = badges.get(staff);
	if (key === undefined) return [];
	return [{ type: 'personKeySet', subject: { kind: 'org', org }, body: { staff, key, tell: [org] }, details: null }];
}
