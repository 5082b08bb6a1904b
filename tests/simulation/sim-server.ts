import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type TicketRequest } from '#lib/protocol/device-messages.ts';
import { type SyncRequest, type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { type Epoch, openEpoch } from '#lib/server/epoch/epoch.ts';
import { type JournalStore } from '#lib/server/store/journal-store.ts';
import { releaseQuarantined } from '#lib/server/sync/quarantine.ts';
import { createReceiver, type Receiver } from '#lib/server/sync/receive.ts';
import { type Finding } from '#lib/server/verify/finding.ts';
import { SimTickets, type Shown } from './sim-tickets.ts';
import { PowerCut } from './power-cut.ts';
import { type SimRegistry } from './sim-registry.ts';

/** A server's store with the backups that a run needs. */
export type BackedUpStore = {
	open(): Promise<JournalStore>;
	/** Gives a function that puts the database back as it is now. The store must be opened again afterwards. */
	backUp(): Promise<() => Promise<void>>;
	/** What does not fit in the file; nothing where there is none. */
	findings(): Finding[];
	close(): Promise<void>;
};

/** The real receiver on a real store, with the epoch's file outside it, and a power switch. */
export class SimServer {
	readonly #backedUp: BackedUpStore;
	readonly #folder = mkdtempSync(join(tmpdir(), 'tereze-simulation-'));
	readonly #now: () => number;
	#epoch!: Epoch;
	#receiver!: Receiver;
	#epochs = 0;
	#starts = 0;
	readonly registry: SimRegistry | undefined;
	store!: JournalStore;
	readonly tickets = new SimTickets();
	/** Set: the next transaction ends with a power cut instead of a commit. */
	dies = false;

	/** @param registry of the people that work there; without one the server knows nobody and judges nobody */
	constructor(backedUp: BackedUpStore, now: () => number, registry?: SimRegistry) {
		this.registry = registry;
		this.#backedUp = backedUp;
		this.#now = now;
	}

	/** Starts the process: all that was only in memory is gone. */
	async start(): Promise<void> {
		this.#starts += 1;
		this.store = await this.#backedUp.open();
		const newEpoch = () => `epoch-${(this.#epochs += 1)}`;
		this.#epoch = await openEpoch(this.store, { file: this.#epochFile, newEpoch, now: this.#now });
		await this.registry?.open(this.store, this.#epoch.isRestored());
		const mortal: JournalStore = {
			...this.store,
			write: (work) =>
				this.store.write(async (tx) => {
					const result = await work(tx);
					if (this.dies) throw new PowerCut();
					return result;
				})
		};
		const { registry } = this;
		this.#receiver = createReceiver(mortal, {
			now: this.#now,
			epoch: () => this.#epoch.current(),
			...(registry ? { judging: registry.judging, writerOf: (journal) => registry.writerOf(journal) } : {}),
			gather: () => Promise.resolve()
		});
	}

	/** @param shown where tickets are asked for */
	async receive(request: SyncRequest, org: OrgId, shown?: Shown): Promise<SyncResponse> {
		// What goes over a wire is a copy: nobody may hold a piece of the other's memory.
		const copy = structuredClone(request);
		const response = await this.#receiver.receive(copy, {
			id: (shown && this.registry?.deviceWith(shown.key, org)) ?? `device-of-${org}`,
			org,
			...(shown ? { key: shown.key, withheld: this.tickets.withheld(shown, this.#now()) } : {}),
			...(shown && this.registry?.isRevoked(shown.key) ? { isRevoked: true } : {})
		});
		await this.#epoch.noteProgress();
		return structuredClone(response);
	}

	giveTicket(key: string, request: TicketRequest, unlockedAt: number | null): Promise<Response> {
		return this.tickets.answer(key, request, { at: this.#now(), epoch: `start-${this.#starts}`, unlockedAt });
	}

	async backUp(): Promise<() => Promise<void>> {
		const [store, tickets] = [await this.#backedUp.backUp(), this.tickets.snapshot()];
		return async () => {
			tickets();
			await store();
		};
	}

	/** What does not fit in its database. Whose keys sign, the registry says: where there is none, nobody can. */
	findings(): Finding[] {
		return this.#backedUp.findings().filter(({ what }) => this.registry || what !== 'signature');
	}

	/** An administrator puts a backup back. By command the epoch is told; by copying the file nobody is. */
	async restore(putBack: () => Promise<void>, way: 'command' | 'copy'): Promise<void> {
		if (way === 'copy') await this.#epoch.close();
		await putBack();
		if (way === 'command') rmSync(this.#epochFile);
		await this.start();
	}

	/** The file outside the database is gone: a new epoch begins, though nothing was put back. */
	async loseEpoch(): Promise<void> {
		rmSync(this.#epochFile);
		await this.start();
	}

	/** A person vouches for what a restored server did not believe whoever relayed it (S138). Gives how many texts that were. */
	async vouch(): Promise<number> {
		const open = await this.store.quarantined({ state: 'open' });
		const hashes = open.filter(({ cause }) => cause === 'journal').map(({ hash }) => hash);
		const judging = this.registry?.judging;
		await releaseQuarantined(this.store, hashes, { now: this.#now, ...(judging ? { judging } : {}) });
		return hashes.length;
	}

	async held(ids: readonly FactId[]): Promise<Set<FactId>> {
		return new Set((await this.store.knownFacts(ids)).keys());
	}

	/** Facts of all orgs by their type. */
	async factsByType(orgs: readonly OrgId[]): Promise<Record<string, number>> {
		const types = new Map<FactId, string>();
		for (const org of orgs) for (const { fact } of await this.stream(org)) types.set(fact.id, fact.type);
		const counts: Record<string, number> = {};
		for (const type of types.values()) counts[type] = (counts[type] ?? 0) + 1;
		return counts;
	}

	/** All that an org is told, in the order of its stream. */
	stream(org: OrgId): ReturnType<JournalStore['streamPage']> {
		return this.store.streamPage({ org, after: 0, through: Number.MAX_SAFE_INTEGER, limit: Number.MAX_SAFE_INTEGER });
	}

	async close(): Promise<void> {
		await this.#backedUp.close();
		rmSync(this.#folder, { recursive: true, force: true });
	}

	get #epochFile(): string {
		return join(this.#folder, 'epoch.json');
	}
}
