import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type FactId, type StaffId } from '#lib/domain/fact/ids.ts';
import { typesThatFeed } from '#lib/domain/fact/traits.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type OfficeCommand } from '#lib/domain/org/decide-office.ts';
import { type DeviceJournal, openJournal } from '#lib/journal/device-journal.ts';
import { lawIn } from '#lib/journal/law-facts-kept.ts';
import { MemoryDeviceStore } from '#lib/journal/memory-store.ts';
import { type MemoryTables } from '#lib/journal/memory-tables.ts';
import {
	applicationOf,
	PROJECTION_VERSION,
	projectApplication,
	projectRegister,
	type RegisterView
} from '#lib/law/law.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type DeviceAccess, deviceAccess } from '#lib/sync/device-access.ts';
import { placeSigner } from '#lib/sync/place-signer.ts';
import { exchange, type ExchangeResult } from '#lib/sync/exchange.ts';
import { type Transport } from '#lib/sync/transport.ts';
import { type Chance } from './chance.ts';
import { type Deed, type Hand } from './knowledge.ts';
import { type Place } from './places.ts';

type Tables = MemoryTables<ApplicationSummary, RegisterView>;

/** What a device needs of the world around it. */
export type Surroundings = {
	chance: Chance;
	/** True time. */
	now: () => number;
	newId: () => FactId;
	/** Absent where devices have no keys, as on a page that is not secure: then they neither sign nor read by tickets. */
	subtle: SubtleCrypto | undefined;
};

/** A browser at one place: the product's own journal and sync on a store in memory. */
export class SimDevice {
	readonly name: string;
	readonly place: Place;
	readonly #around: Surroundings;
	/** How wrong its clock goes, ms. */
	clockError = 0;
	/** True time when somebody last showed a password here. */
	unlockedAt: number | null = null;
	store: MemoryDeviceStore<ApplicationSummary, RegisterView>;
	journal!: DeviceJournal<ApplicationSummary, RegisterView>;
	/** What the facts of an actor name, where people have badges. */
	sessionOf: (actor: StaffId) => FactId | undefined = () => undefined;
	/** Earlier disk images, for a rollback. */
	images: Tables[] = [];

	constructor(name: string, place: Place, around: Surroundings, tables?: Tables) {
		this.name = name;
		this.place = place;
		this.#around = around;
		this.store = new MemoryDeviceStore(tables);
	}

	readonly now = () => this.#around.now() + this.clockError;

	/** Starts the browser: all that was only in memory is gone. */
	async start(): Promise<void> {
		this.store.faults = {};
		this.journal = await openJournal(this.store, {
			projectionVersion: PROJECTION_VERSION,
			projector: projectApplication,
			registerProjector: projectRegister,
			newId: this.#around.newId,
			newSalt: () => `salt-${this.#around.chance.below(1e9)}`,
			// Few digits, so that two copies of a store come to give the same number now and then.
			random: () => this.#around.chance.below(2) / 1000,
			now: this.now,
			subtle: this.#around.subtle
		});
		// With the first sign-in, so that every image of the disk has it.
		await this.journal.deviceKey();
	}

	/** How it comes to read, by requests of its own. */
	access(fetch: typeof globalThis.fetch): DeviceAccess {
		return deviceAccess({
			journal: this.journal,
			fetch,
			deviceToken: async () => (await this.journal.deviceKey())!.key,
			subtle: this.#around.subtle,
			alone: (work) => work(),
			now: this.now
		});
	}

	async become(tables: Tables | undefined): Promise<void> {
		this.store = new MemoryDeviceStore(tables);
		this.images = [];
		await this.start();
	}

	/**
	 * Asks the journal as the program does; only what a stranger's program writes goes past its decisions.
	 * @returns what is saved and read back; nothing where the rules refuse it or the disk fails
	 */
	async record(deed: Deed): Promise<readonly StoredFact[]> {
		const session = this.sessionOf(deed.by.staff);
		const stamp = { ...this.#stampOf(deed.by, this.now()), ...(session ? { session } : {}) };
		if ('stranger' in deed) return savedOf(await this.journal.append(deed.stranger, stamp));
		if ('act' in deed) {
			const result = await this.journal.act([deed.act], { stamp });
			return result.ok ? result.answers.flatMap(savedOf) : [];
		}
		if ('list' in deed) {
			const result = await this.journal.actOnList(deed.list, { stamp });
			return result.ok ? savedOf(result.answer) : [];
		}
		if ('accept' in deed) {
			const result = await this.journal.accept(deed.accept, { stamp });
			return result.ok && result.answer.ok ? [result.answer.fact] : [];
		}
		const result = await this.journal.actInOffice(deed.office, { stamp }, deed.id);
		return result.ok ? savedOf(result.answer) : [];
	}

	/** That somebody has come to the device or leaves it. @param by with the session that it is of, and its time by the device's clock */
	async recordSession(
		office: OfficeCommand,
		by: Hand & { id: FactId; at: number },
		id: FactId
	): Promise<readonly StoredFact[]> {
		const at = office.kind === 'unlock' ? by.at : this.now();
		const stamp = { ...this.#stampOf(by, at), session: by.id };
		const result = await this.journal.actInOffice(office, { stamp }, id);
		return result.ok ? savedOf(result.answer) : [];
	}

	#stampOf({ staff, role }: Hand, at: number) {
		const { org, window } = this.place;
		return { at, actor: staff, role, org, window };
	}

	exchange(transport: Transport, limit: number): Promise<ExchangeResult> {
		const sign = placeSigner(this.journal, this.#around.subtle);
		return exchange({ journal: this.journal, transport, now: this.now, sign }, limit);
	}

	async rows(): Promise<ApplicationSummary[]> {
		return this.journal.read(async (reader) => reader.applications(await reader.applicationNumbers()));
	}

	async application(number: string) {
		const { facts, law } = await this.journal.read(async (reader) => ({
			facts: await reader.ofApplications([number]),
			law: await lawIn(reader)
		}));
		return applicationOf(number, facts.get(number) ?? [], law);
	}

	/** All facts that it holds. */
	facts(): Promise<StoredFact[]> {
		return this.store.read(async (reader) => {
			const pages = await Promise.all((await reader.journals()).map((each) => reader.afterSeq(each, 0, Infinity)));
			return pages.flat();
		});
	}

	/** What it knows of people, orgs and devices. */
	registryFacts(): Promise<Fact[]> {
		return this.store.read(async (reader) => readableFacts(await reader.ofTypes(typesThatFeed('registry'))));
	}

	heldIds(ids: readonly FactId[]): Promise<Set<FactId>> {
		return this.store.read((reader) => reader.heldIds(ids));
	}
}

const savedOf = (answer: { ok: true; facts: readonly StoredFact[] } | { ok: false }): readonly StoredFact[] =>
	answer.ok ? answer.facts : [];
