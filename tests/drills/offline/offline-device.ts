import 'fake-indexeddb/auto';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type DeviceJournal, openJournal } from '#lib/journal/device-journal.ts';
import { DexieDeviceStore } from '#lib/journal/dexie-store.ts';
import { newId } from '#lib/journal/open-device-journal.ts';
import { PROJECTION_VERSION, projectApplication, projectRegister, type RegisterView } from '#lib/law/law.ts';
import { type DeviceResponse } from '#lib/protocol/device-messages.ts';
import { type Person } from '#lib/protocol/session-messages.ts';
import { deviceAccess } from '#lib/sync/device-access.ts';
import { contextFollower } from '#lib/sync/follow-context.ts';
import { httpTransport } from '#lib/sync/http-transport.ts';
import { keyProof } from '#lib/sync/key-proof.ts';
import { placeSigner } from '#lib/sync/place-signer.ts';
import { createSyncLoop, type SyncLoop } from '#lib/sync/sync-loop.ts';
import { visit } from '#tests/bench/facts/work-of-a-day.ts';
import { postJson, signedIn } from './http-acts.ts';

type Journal = DeviceJournal<ApplicationSummary, RegisterView>;

const { subtle } = crypto;
const BODY = 'body-15' as OrgId;

/** The program's own journal and sync, on an IndexedDB in memory, with a line that can be cut. */
export class OfflineDevice {
	readonly journal: Journal;
	readonly loop: SyncLoop;
	readonly #person: Person;
	readonly #line: { isCut: boolean };
	#visits = 0;

	private constructor(journal: Journal, loop: SyncLoop, person: Person, line: { isCut: boolean }) {
		[this.journal, this.loop, this.#person, this.#line] = [journal, loop, person, line];
	}

	/** A window's device of a person of the demonstration, enrolled with a key. */
	static async enrol(origin: string, staffNumber: string, name: string): Promise<OfflineDevice> {
		const store = new DexieDeviceStore<ApplicationSummary, RegisterView>({
			name,
			version: 2,
			applicationIndexes: '*keys, acceptedAt, touchedAt, due',
			registerIndexes: 'at'
		});
		const projection = {
			projectionVersion: PROJECTION_VERSION,
			projector: projectApplication,
			registerProjector: projectRegister
		};
		const chance = { newId, newSalt: () => crypto.randomUUID(), random: Math.random };
		const journal = await openJournal(store, { ...projection, ...chance, now: Date.now, subtle });
		const { cookie, person } = await signedIn(origin, staffNumber);
		const { head } = await journal.state();
		const place = { org: person.org, kind: 'window', window: person.window };
		const proof = await keyProof(journal, head.journal, subtle);
		const asked = { journal: head.journal, place, ...(proof ? { proof } : {}) };
		const { number, token } = (await postJson(origin, '/api/devices', asked, { cookie })) as DeviceResponse;
		await journal.setDeviceNumber(number);
		const line = { isCut: false };
		const fetchThere: typeof fetch = (path, init) =>
			line.isCut ? Promise.reject(new TypeError('Failed to fetch')) : fetch(new URL(path as string, origin), init);
		const access = deviceAccess({
			journal,
			fetch: fetchThere,
			deviceToken: () => Promise.resolve(token),
			subtle,
			alone: (work) => work(),
			now: Date.now
		});
		const loop = createSyncLoop({
			journal,
			transport: httpTransport({ fetch: fetchThere, access }),
			sign: placeSigner(journal, subtle),
			followContext: contextFollower({ journal, fetch: fetchThere, access }),
			now: Date.now,
			random: Math.random,
			lock: (work) => work(),
			schedule: () => () => undefined,
			failed: (error) => {
				throw error;
			}
		});
		return new OfflineDevice(journal, loop, person, line);
	}

	cutLine(): void {
		this.#line.isCut = true;
	}

	mendLine(): void {
		this.#line.isCut = false;
	}

	/** A visit at that time: the acceptance, and the print of its receipt. */
	async accept(at: number): Promise<readonly StoredFact[]> {
		const { id: actor, org, window } = this.#person;
		const stamp = { at, actor: actor as StaffId, role: 'centerInspector', org, window: window ?? '1' } as const;
		const nr = (this.#visits += 1);
		const written = await this.journal.append((numbers) => {
			const { accepted, printed } = visit(nr, at, { center: org, body: BODY }, { number: numbers.next, newId });
			return [accepted, printed];
		}, stamp);
		if (!written.ok) throw new Error(`Not saved: ${written.message}`);
		return written.facts;
	}

	/** All facts that it holds, its own and those of others. */
	facts(): Promise<StoredFact[]> {
		return this.journal.read(async (reader) => {
			const all: StoredFact[] = [];
			for (const journal of await reader.journals()) all.push(...(await reader.afterSeq(journal, 0, 1e6)));
			return all;
		});
	}
}
