import { anEmptyStore, type StoreKind } from '#tests/contract/server-store-server.ts';
import { type Writer } from '#tests/contract/server-store-writer.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type Instant, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { type FlagReason } from '#lib/domain/fact/verdict-facts.ts';
import { digestOfImport } from '#lib/domain/registry/import-agreement.ts';
import { foldRegistry } from '#lib/domain/registry/registry.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type SyncRequest } from '#lib/protocol/sync-messages.ts';
import { SERVER_ORG, serverHead, storeOwn, writeAfter } from '#lib/server/registry/server-journal.ts';
import { type JournalStore } from '#lib/server/store/journal-store.ts';
import { type SyncDevice } from '#lib/server/sync/group-state.ts';
import { createReceiver } from '#lib/server/sync/receive.ts';
import { enrolledWith } from '#lib/server/verdicts/keyed-journals.ts';
import { createJudging } from '#lib/server/verdicts/judging.ts';

type Work = { org: OrgId; role: Role; since?: Instant };

/** A server that knows people, takes facts and judges them. */
export class JudgedServer {
	readonly store: JournalStore;
	#registry = foldRegistry([]);
	#known = 0;
	#numbers = 0;
	/** Devices may hold what this server lost. */
	isRestored = false;
	readonly judging = createJudging({
		registry: () => this.#registry,
		registryFacts: () => this.#known,
		isRestored: () => this.isRestored
	});

	constructor(store: JournalStore) {
		this.store = store;
	}

	readonly receiver = () =>
		createReceiver(this.store, {
			now: () => 1_795_900_000_000,
			epoch: () => 'E1',
			judging: this.judging,
			writerOf: (journal) => enrolledWith(this.#registry.devices, journal)
		});

	/** Somebody works somewhere, by default from the beginning of time. */
	enters(staff: string, { org, role, since = 0 }: Work, at: Instant = 1): Promise<void> {
		const about = { subject: { kind: 'org', org }, details: null } as const;
		return this.#record(at, [
			{ ...about, type: 'personEntered', body: { staff: staff as StaffId, number: '101', window: null, tell: [org] } },
			{ ...about, type: 'roleGiven', body: { staff: staff as StaffId, role, since, tell: [org] } }
		]);
	}

	gives(staff: string, { org, role, since }: Work, at: Instant): Promise<void> {
		const body = { staff: staff as StaffId, role, ...(since === undefined ? {} : { since }), tell: [org] };
		return this.#record(at, [{ type: 'roleGiven', subject: { kind: 'org', org }, body, details: null }]);
	}

	/** A badge with this key; the key of an earlier one ends. */
	givesBadge(staff: string, org: OrgId, key: string, at: Instant): Promise<void> {
		const about = { subject: { kind: 'org', org }, details: null } as const;
		return this.#record(at, [
			{
				...about,
				type: 'badgeIssued',
				body: { staff: staff as StaffId, badge: sha256Hex(key).slice(0, 32), tell: [org] }
			},
			{ ...about, type: 'personKeySet', body: { staff: staff as StaffId, key, tell: [org] } }
		]);
	}

	losesRole(staff: string, { org, role }: Work, at: Instant): Promise<void> {
		const body = { staff: staff as StaffId, role, tell: [org] };
		return this.#record(at, [{ type: 'roleEnded', subject: { kind: 'org', org }, body, details: null }]);
	}

	leaves(staff: string, org: OrgId, at: Instant): Promise<void> {
		const body = { staff: staff as StaffId, tell: [org] };
		return this.#record(at, [{ type: 'personLeft', subject: { kind: 'org', org }, body, details: null }]);
	}

	/** A device gets its number; `key`: the public half by which it signs. */
	enrols({ journal, device, org }: Writer, key: string | null, at: Instant = 2): Promise<void> {
		const shown = key === null ? {} : { key };
		const body = { device: device.id, number: (this.#numbers += 1), journal, place: 'window', ...shown } as const;
		const about = { subject: { kind: 'org', org }, details: null } as const;
		return this.#record(at, [{ ...about, type: 'deviceEnrolled', body: { ...body, tell: [org] } }]);
	}

	/** A device that had none shows its key. */
	showsKey({ device, org }: Writer, key: string, at: Instant = 3): Promise<void> {
		const body = { device: device.id, key, tell: [org] };
		return this.#record(at, [{ type: 'deviceKeySet', subject: { kind: 'org', org }, body, details: null }]);
	}

	/** Another administrator of the authority agrees with `chief` to the text of an import. */
	agrees(second: string, { id, text, org }: { id: string; text: string; org: OrgId }, at: Instant = 2): Promise<void> {
		const digest = digestOfImport(text);
		const agreed = { import: id as FactId, digest, id: 'fuel-aid', version: 2, second: second as StaffId };
		const about = { subject: { kind: 'org', org }, details: null } as const;
		return this.#record(at, [{ ...about, type: 'importAgreed', body: { ...agreed, tell: [org] } }]);
	}

	/** An administrator takes a device out of use. */
	revokes({ device, org }: Writer, proven: { seq: number; hash: string } | null, at: Instant = 4): Promise<void> {
		const body = { device: device.id, ...(proven ? { proven } : {}), tell: [org] };
		return this.#record(at, [{ type: 'deviceRevoked', subject: { kind: 'org', org }, body, details: null }]);
	}

	/** @param more what else the request says; `by`: what the server finds of the device, its key before all */
	async sync(writer: Writer, acked = 0, more: Partial<SyncRequest> = {}, by: Partial<SyncDevice> = {}) {
		const answer = await this.receiver().receive(writer.request(acked, more), { ...writer.device, ...by });
		writer.cursor = answer.cursor;
		return answer;
	}

	/** Judges again until nothing is left. */
	async judgesAgain(): Promise<void> {
		while ((await this.judging.again(this.store, 1_795_900_000_000)) !== null);
	}

	/** What an org is told of rights, in order: the type of each word and the fact that it is about. */
	async saidTo(org: OrgId, about?: FlagReason): Promise<string[]> {
		const told = readableFacts((await this.#stream(org)).map((each) => each.fact));
		return told.flatMap((fact) =>
			(fact.type === 'flagged' || fact.type === 'flagWithdrawn') && (about ?? fact.body.reason) === fact.body.reason
				? [`${fact.type} ${fact.body.fact} ${fact.body.nth}`]
				: []
		);
	}

	async streamOf(org: OrgId): Promise<FactId[]> {
		return (await this.#stream(org)).map(({ fact }) => fact.id);
	}

	async #record(at: Instant, drafts: FactDraft[]): Promise<void> {
		await this.store.write(async (tx) => {
			const by = { actor: 'chief' as StaffId, role: 'authorityAdmin', org: SERVER_ORG, at } as const;
			await storeOwn(tx, writeAfter(await serverHead(tx), drafts, by), at);
		});
		const facts = readableFacts(await this.store.registryFacts());
		[this.#registry, this.#known] = [foldRegistry(facts), facts.length];
	}

	#stream(org: OrgId) {
		return this.store.streamPage({ org, after: 0, through: Number.MAX_SAFE_INTEGER, limit: Number.MAX_SAFE_INTEGER });
	}
}

export const aJudgedServer = async (kind: StoreKind): Promise<JudgedServer> =>
	new JudgedServer(await anEmptyStore(kind));
