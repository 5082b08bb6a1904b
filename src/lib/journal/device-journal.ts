import { type FactId, type Instant, type JournalId } from '#lib/domain/fact/ids.ts';
import { type FactSource, type JournalHead } from '#lib/domain/fact/write-fact.ts';
import { type WireFact } from '#lib/protocol/sync-messages.ts';
import { type OfficeCommand } from '#lib/domain/org/decide-office.ts';
import { type ListCommand } from '#lib/domain/register/decide-list.ts';
import { type ActMode, actOn, type ActResult, type Asked, type By } from './act.ts';
import { actInOffice, type OfficeResult } from './act-in-office.ts';
import { actOnIntake, type Intake, type IntakeResult } from './act-on-intake.ts';
import { actOnList, type ListResult } from './act-on-list.ts';
import { type ActStamp, append, type AppendResult, type BuildDrafts } from './append.ts';
import { type ChangeNotice, noChangeNotice } from './change-notice.ts';
import { type DeviceKey } from '#lib/protocol/device-key.ts';
import { deviceKeyIn } from './device-key.ts';
import {
	type Contradiction,
	type DeviceMeta,
	emptySyncState,
	type KeptTicket,
	type SealedHead,
	type SyncState
} from './device-meta.ts';
import { keepTicket } from './device-ticket.ts';
import {
	type ApplicationRow,
	type DeviceReader,
	type DeviceStore,
	type Draft,
	type StoredRegister
} from './device-store.ts';
import { outgoing, type Outgoing } from './outgoing.ts';
import { type Projection } from './projection.ts';
import { foldLagging, laggingIn } from './lagging-rows.ts';
import { latestWritten } from './latest-written.ts';
import { refoldForLaw } from './law-refold.ts';
import { type Progress, rebuild } from './rebuild.ts';
import { receive, type Received, type ReceivedWith } from './receive.ts';
import { type Refolded } from './refold.ts';
import { requireHead } from './require-head.ts';
import { type Fork, sealJournal } from './seal-journal.ts';
import { noteContradictions } from './signed-heads.ts';

export type { ActStamp } from './append.ts';

export type JournalOptions<A extends ApplicationRow, R extends StoredRegister> = Projection<A, R> &
	FactSource & {
		/** 0 ≤ x < 1. */
		random: () => number;
		/** Local wall clock, ms. */
		now: () => number;
		notice?: ChangeNotice;
		/** Absent where the page is not secure. */
		subtle?: SubtleCrypto | undefined;
	};

export type JournalState = {
	head: JournalHead;
	sealed: SealedHead[];
	deviceNumber: number | null;
	sync: SyncState;
	/** Applications whose rows are older than their facts. */
	lagging: number;
	/** Where the server told another history than before. */
	contradicted: readonly Contradiction[];
};

/** The journal of this device and the projections folded from it. What must be durable together is one transaction. */
export type DeviceJournal<A extends ApplicationRow, R extends StoredRegister> = {
	/** The rows are from another projector, or a rebuild was interrupted: show progress and call `rebuild` first. */
	needsRebuild(): Promise<boolean>;
	rebuild(onProgress: (progress: Progress) => void): Promise<void>;
	/** Records drafts that nobody judges: what tests lay on a disk. The program asks one of the four below. */
	append(build: BuildDrafts, stamp: ActStamp): Promise<AppendResult>;
	/** Acts on applications, each checked in the transaction that records it. */
	act(asked: readonly Asked[], by: By, mode?: ActMode): Promise<ActResult>;
	/** Accepts an application, once per draft. */
	accept(intake: Intake, by: By): Promise<IntakeResult>;
	/** Acts of an office, checked against its org’s facts. `id`: a fact of that id is the answer. */
	actInOffice(command: OfficeCommand, by: By, id?: FactId): Promise<OfficeResult>;
	/** Acts on a list of papers: one fact, under a new number of a register. */
	actOnList(command: ListCommand, by: By): Promise<ListResult>;
	/** `rowsMayLag`: more is to come, and `foldLagging` is called afterwards. */
	receive(facts: readonly WireFact[], sync?: SyncState, more?: ReceivedWith): Promise<Received>;
	/** The server told another history at this place than before: it is written down, once for each journal. */
	contradicted(place: { journal: JournalId; seq: number }): Promise<void>;
	/** Resolves when no row is older than its facts. An interrupted run continues by itself at opening. */
	foldLagging(): Promise<void>;
	/**
	 * Resolves when all rows are folded under the current law. It starts by itself when law facts are recorded or received, and at
	 * opening after an interruption; the device stays usable meanwhile.
	 */
	refoldForLaw(): Promise<void>;
	/** Ends a forked journal and opens one that continues it. False: another tab was first. */
	seal(fork: Fork, sync: SyncState): Promise<boolean>;
	state(): Promise<JournalState>;
	/** The latest time written by this store's own wall clock; null where it wrote nothing. */
	latestWritten(): Promise<Instant | null>;
	outgoing(limit: number): Promise<Outgoing>;
	/** Hash of the own fact at `seq`; '' for 0, undefined where there is none. */
	hashAt(seq: number): Promise<string | undefined>;
	saveSync(sync: SyncState): Promise<void>;
	setDeviceNumber(number: number): Promise<void>;
	/** What the server reported about this device and its org; stored for offline use. */
	keep<K extends 'enrolment' | 'context'>(key: K, value: DeviceMeta[K]): Promise<void>;
	/** The key of this store, made where it has none; null where the page is not secure. */
	deviceKey(): Promise<DeviceKey | null>;
	/** Stores a ticket unless a later one is there; gives what is stored then. */
	keepTicket(ticket: KeptTicket): Promise<KeptTicket>;
	putDraft(draft: Draft): Promise<void>;
	removeDraft(id: string): Promise<void>;
	/** Any query of rows, counters, facts and drafts, in one read transaction. */
	read<T>(work: (reader: DeviceReader<A, R>) => Promise<T>): Promise<T>;
	/** Changes made here and in other tabs. Returns the function that unsubscribes. */
	listen: ChangeNotice['listen'];
	close(): void;
};

/** Opens the journal of a store; a new store gets a new journal id in the same transaction, so the two never part. */
export async function openJournal<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>,
	options: JournalOptions<A, R>
): Promise<DeviceJournal<A, R>> {
	const { notice = noChangeNotice, now } = options;
	const newJournal = () => options.newId() as string as JournalId;
	const nothing = { applications: [], registers: [] };
	// Read without the write lock first: every opening but the very first finds its head.
	const found = await store.read(async (reader) => ({
		head: await reader.meta('head'),
		lagging: await laggingIn(reader)
	}));
	if (!found.head)
		await store.write(async (writer) => {
			if (await writer.meta('head')) return;
			await writer.setMeta('head', { journal: newJournal(), seq: 0, hash: '', latestAt: null });
			await writer.setMeta('projection', { version: options.projectionVersion, rebuiltThrough: null });
			await writer.setMeta('lawFacts', []);
		});

	let refolding: Promise<void> = Promise.resolve();
	// One after another: each call sees everything recorded up to then, whatever the previous one read.
	const refold = (): Promise<void> => {
		const again = () => refoldForLaw(store, options, (applications) => notice.send({ applications, registers: [] }));
		return (refolding = refolding.then(again, again));
	};
	// Where it fails (the store was closed, the disk is full), its mark stays and the next opening continues.
	const refoldSoon = () => void refold().catch(() => undefined);
	const changed = (refolded: Refolded) => {
		notice.send(refolded);
		if (refolded.law) refoldSoon();
	};
	refoldSoon();
	const foldLaggingHere = async (): Promise<void> => {
		const applications = await foldLagging(store, options);
		if (applications.length > 0) notice.send({ applications, registers: [] });
	};
	if (found.lagging.length > 0) void foldLaggingHere().catch(() => undefined);

	const appending = { store, projection: options, source: options, random: options.random, changed };
	return {
		needsRebuild: async () => {
			const projection = await store.read((reader) => reader.meta('projection'));
			return projection?.version !== options.projectionVersion || projection.rebuiltThrough !== null;
		},
		rebuild: async (onProgress) => {
			await rebuild(store, options, onProgress);
			notice.send(nothing);
		},
		append: (build, stamp) => append(appending, build, stamp),
		act: (asked, by, mode) => actOn(appending, asked, by, mode),
		accept: (intake, by) => actOnIntake(appending, intake, by),
		actInOffice: (command, by, id) => actInOffice(appending, command, by, id),
		actOnList: (command, by) => actOnList(appending, command, by),
		receive: async (facts, sync, more) => {
			const received = await receive(store, options, facts, now(), sync, more);
			changed(received.refolded);
			return received;
		},
		contradicted: async (place) => {
			await store.write((writer) => noteContradictions(writer, [place], now()));
			notice.send(nothing);
		},
		foldLagging: foldLaggingHere,
		refoldForLaw: refold,
		seal: async (fork, sync) => {
			const refolded = await sealJournal(store, options, fork, newJournal(), now(), sync);
			if (refolded) changed(refolded);
			return refolded !== undefined;
		},
		state: () =>
			store.read(async (reader) => {
				const [{ journal, seq, hash }, sealed, deviceNumber, sync, lagging, contradicted] = await Promise.all([
					requireHead(reader),
					reader.meta('sealed'),
					reader.meta('deviceNumber'),
					reader.meta('sync'),
					laggingIn(reader),
					reader.meta('contradicted')
				]);
				return {
					head: { journal, seq, hash },
					sealed: sealed ?? [],
					deviceNumber: deviceNumber ?? null,
					sync: sync ?? emptySyncState,
					lagging: lagging.length,
					contradicted: contradicted ?? []
				};
			}),
		latestWritten: () => latestWritten(store),
		outgoing: (limit) => store.read((reader) => outgoing(reader, limit)),
		hashAt: (seq) =>
			store.read(async (reader) => {
				const { journal } = await requireHead(reader);
				const [fact] = seq === 0 ? [] : await reader.ownAfterSeq(journal, seq - 1, 1);
				return seq === 0 ? '' : fact?.seq === seq ? fact.hash : undefined;
			}),
		saveSync: async (sync) => {
			await store.write((writer) => writer.setMeta('sync', sync));
			notice.send(nothing);
		},
		setDeviceNumber: async (number) => {
			await store.write((writer) => writer.setMeta('deviceNumber', number));
			notice.send(nothing);
		},
		keep: async (key, value) => {
			await store.write((writer) => writer.setMeta(key, value));
			notice.send(nothing);
		},
		deviceKey: () => deviceKeyIn(store, options.subtle),
		keepTicket: (ticket) => keepTicket(store, ticket),
		putDraft: (draft) => store.write((writer) => writer.putDraft(draft)),
		removeDraft: (id) => store.write((writer) => writer.removeDraft(id)),
		read: (work) => store.read(work),
		listen: notice.listen,
		close: () => {
			notice.close();
			store.close();
		}
	};
}
