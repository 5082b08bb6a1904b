import { type DecideContext } from '#lib/domain/application/context.ts';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import {
	type FactId,
	type Instant,
	type JournalId,
	type OrgId,
	type Role,
	type StaffId
} from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { decideRegistry } from '#lib/domain/registry/decide-registry.ts';
import { foldRegistry, type Registry } from '#lib/domain/registry/registry.ts';
import { type RegistryCommand } from '#lib/domain/registry/registry-command.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type JournalReads, type JournalStore, type JournalTransaction } from '../store/journal-store.ts';
import { groundUnder } from './registry-law.ts';
import { type RegistryMirror } from './registry-mirror.ts';
import { serverHead, storeOwn, writeAfter } from './server-journal.ts';

/** `id`: of the first fact; asked again with it (the answer was lost), the act is answered and not done twice. */
type RegistryAsked = { id: FactId; commands: readonly RegistryCommand[] };
export type RegistryBy = { actor: StaffId; role: Role; org: OrgId };
/** `place`: which of the commands is refused. None is recorded unless all are allowed. */
type RefusedCommand = { place: number; refusal: Refusal };
type RegistryAnswer = { ok: true; facts: readonly StoredFact[] } | { ok: false; refused: RefusedCommand[] };

export type RegistryServer = {
	/** The registry as last committed. */
	current: () => Registry;
	/** All its facts, in order. */
	facts: () => readonly Fact[];
	/** How many are stored, those of a newer version included. */
	count: () => number;
	/** Judges commands one after the other and records all of them, or none. */
	act: (asked: RegistryAsked, by: RegistryBy) => Promise<RegistryAnswer>;
	/** The same without recording: a preview. */
	judge: (asked: RegistryAsked, by: RegistryBy) => Promise<RegistryAnswer>;
	/** Reads the store again, after something else has written to it: the terminal, another process. */
	refresh: () => Promise<void>;
	/** The same where there is something new; whoever it concerns is woken. */
	follow: () => Promise<void>;
	/** The same within a transaction, which tells nobody. */
	followIn: (tx: JournalReads) => Promise<void>;
};

export type RegistryDeps = {
	now: () => Instant;
	newId: () => FactId;
	law: () => Law;
	mirror: RegistryMirror;
	/** After a commit, with the orgs that have something new. */
	onCommitted: (orgs: OrgId[]) => void;
};

/** The server's own half of the registry: acts of administrators become facts of its journal, judged where they are recorded. */
export async function createRegistryServer(store: JournalStore, deps: RegistryDeps): Promise<RegistryServer> {
	const { now, newId, law, mirror, onCommitted } = deps;
	let facts: readonly Fact[] = [];
	let registry = foldRegistry([]);
	/** Stored facts of before, those included that this version cannot read; undefined before the first. */
	let stored: number | undefined;

	const refreshFrom = async (reads: JournalReads): Promise<void> => {
		const all = await reads.registryFacts();
		// What another process has recorded comes into the mirror beside this one, too.
		if (stored !== undefined) mirror.append(all.slice(stored));
		stored = all.length;
		facts = readableFacts(all);
		registry = foldRegistry(facts);
	};
	const refresh = (): Promise<void> => refreshFrom(store);

	const judgeAll = async (reads: JournalReads, { id, commands }: RegistryAsked, by: RegistryBy) => {
		let head = await serverHead(reads);
		let recorded = readableFacts(await reads.registryFacts());
		const before = foldRegistry(recorded);
		let after = before;
		// The server's clock may be set back; times of its journal never go back.
		const at = recorded.reduce((latest, fact) => Math.max(latest, fact.at), now());
		const context: DecideContext = { ...by, now: at, newId };
		const revokes = commands.some(({ kind }) => kind === 'revokeDevice');
		const signed = revokes ? await reads.journals([...before.devices.values()].map(({ journal }) => journal)) : null;
		const signedPlace = (journal: JournalId) => {
			const place = signed?.get(journal)?.signed;
			return place ? { seq: place.seq, hash: place.hash } : null;
		};
		const written: StoredFact[] = [];
		const refused: RefusedCommand[] = [];
		for (const [place, command] of commands.entries()) {
			const verdict = decideRegistry(groundUnder(law(), after, at, signedPlace), command, context);
			if (!verdict.ok) {
				refused.push({ place, refusal: verdict });
				continue;
			}
			const [first, ...rest] = verdict.value;
			const drafts = first && written.length === 0 ? [{ ...first, id }, ...rest] : verdict.value;
			const more = writeAfter(head, drafts, { ...by, at });
			written.push(...more);
			recorded = [...recorded, ...readableFacts(more)];
			after = foldRegistry(recorded);
			const last = more.at(-1);
			if (last) head = { journal: last.journal, seq: last.seq, hash: last.hash };
		}
		return { written, refused, before, after };
	};

	const act = async (asked: RegistryAsked, by: RegistryBy): Promise<RegistryAnswer> => {
		const done = await store.write(async (tx) => {
			const before = await tx.knownFacts([asked.id]);
			if (before.size > 0) return { again: true, written: [], refused: [], appended: [] };
			const judged = await judgeAll(tx, asked, by);
			if (judged.refused.length > 0) return { again: false, ...judged, appended: [] };
			const appended = await storeOwn(tx, judged.written, now());
			await saveChanges(tx, judged, judged.written);
			return { again: false, ...judged, appended };
		});
		if (done.refused.length > 0) return { ok: false, refused: done.refused };
		await refresh();
		onCommitted([...new Set(done.appended.map(({ org }) => org))]);
		return { ok: true, facts: done.written };
	};

	await refresh();
	return {
		current: () => registry,
		facts: () => facts,
		count: () => stored ?? 0,
		act,
		judge: async (asked, by) => {
			const { written, refused } = await judgeAll(store, asked, by);
			return refused.length > 0 ? { ok: false, refused } : { ok: true, facts: written };
		},
		refresh,
		follow: async () => {
			if ((await store.countRegistryFacts()) === stored) return;
			await refresh();
			onCommitted([...registry.orgs.keys()]);
		},
		followIn: async (tx) => {
			if ((await tx.countRegistryFacts()) !== stored) await refreshFrom(tx);
		}
	};
}

/** Makes the rows of what these facts changed, in the transaction that stores them. */
export async function saveChanges(
	tx: JournalTransaction,
	{ before, after }: { before: Registry; after: Registry },
	written: readonly StoredFact[]
): Promise<void> {
	const changed = <Key, Value>(was: ReadonlyMap<Key, Value>, is: ReadonlyMap<Key, Value>): Value[] =>
		[...is].flatMap(([key, value]) => (JSON.stringify(was.get(key)) === JSON.stringify(value) ? [] : [value]));
	await tx.saveRegistered({
		orgs: changed(before.orgs, after.orgs),
		people: changed(before.people, after.people),
		devices: changed(before.devices, after.devices),
		resets: readableFacts(written).flatMap((fact) => (fact.type === 'credentialsReset' ? [fact.body] : []))
	});
}
