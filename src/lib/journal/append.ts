import { isInstant } from '#lib/domain/fact/bounds.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type FactSource, type JournalHead, type Stamp, writeFact } from '#lib/domain/fact/write-fact.ts';
import { clockKnowledge } from './clock-knowledge.ts';
import { errorNames } from './constraint-error.ts';
import { emptySyncState } from './device-meta.ts';
import { withLatest } from './latest-written.ts';
import { type ApplicationRow, type DeviceStore, type DeviceWriter, type StoredRegister } from './device-store.ts';
import { type PaperNumbers, paperNumbers } from './paper-numbers.ts';
import { type Projection } from './projection.ts';
import { refold, type Refolded } from './refold.ts';
import { requireHead } from './require-head.ts';

/** Who acts, where and when; the journal adds the offset to the server's clock. */
export type ActStamp = Omit<Stamp, 'clock'>;

/** Makes the drafts, with numbers of new papers where needed. Called again when another tab was first. */
export type BuildDrafts = (numbers: PaperNumbers) => readonly FactDraft[];

export type AppendFailure = { ok: false; reason: 'noDeviceNumber' | 'noSpace' | 'storage' | 'clock'; message: string };
export type AppendResult = { ok: true; facts: StoredFact[]; readBack: true } | AppendFailure;

export type AppendContext<A extends ApplicationRow, R extends StoredRegister> = {
	store: DeviceStore<A, R>;
	projection: Projection<A, R>;
	source: FactSource;
	random: () => number;
	changed: (refolded: Refolded) => void;
};

const TRIES = 5;

/** Tools of a plan: `write` gives a draft its place in the chain, after the previous ones. */
export type Planning<A extends ApplicationRow, R extends StoredRegister> = {
	numbers: PaperNumbers;
	writer: DeviceWriter<A, R>;
	write: (draft: FactDraft) => StoredFact;
};

/**
 * Reads in the writing transaction and decides what is written: no tab records anything in between. It may await only the writer: a
 * transaction ends by itself when its code awaits anything else (Indexed Database API, 2.7.1). Called again when another tab was
 * first. False: nothing of it is stored, no number is used up.
 */
type Plan<A extends ApplicationRow, R extends StoredRegister> = (planning: Planning<A, R>) => Promise<boolean>;

/** `appendPlanned` for facts that need no read before. */
export const append = <A extends ApplicationRow, R extends StoredRegister>(
	context: AppendContext<A, R>,
	build: BuildDrafts,
	stamp: ActStamp
): Promise<AppendResult> =>
	appendPlanned(
		context,
		({ numbers, write }) => {
			build(numbers).forEach(write);
			return Promise.resolve(true);
		},
		stamp
	);

/**
 * Records facts: serials, facts, rows and counters in one transaction, then the facts are read back and compared. Only a fact that
 * was read back is saved, and only then may a paper be printed.
 */
export async function appendPlanned<A extends ApplicationRow, R extends StoredRegister>(
	context: AppendContext<A, R>,
	plan: Plan<A, R>,
	stamp: ActStamp
): Promise<AppendResult> {
	if (!isInstant(stamp.at)) return { ok: false, reason: 'clock', message: `No record can have the time ${stamp.at}` };
	for (let attempt = 1; ; attempt += 1) {
		try {
			const { facts, refolded } = await context.store.write((writer) => appendIn(writer, context, plan, stamp));
			if (facts.length === 0) return { ok: true, facts, readBack: true };
			try {
				return await readBack(context.store, facts);
			} finally {
				// It is on the disk, whatever its reading says: rows, counters and the law are others now.
				context.changed(refolded);
			}
		} catch (error) {
			const names = errorNames(error);
			if (names.includes('ConstraintError') && attempt < TRIES) continue;
			const failure = failureOf(error, names);
			if (failure) return failure;
			throw error;
		}
	}
}

async function appendIn<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	{ projection, source, random }: AppendContext<A, R>,
	plan: Plan<A, R>,
	stamp: ActStamp
): Promise<{ facts: StoredFact[]; refolded: Refolded }> {
	const [first, deviceNumber, sync, kept] = await Promise.all([
		requireHead(writer),
		writer.meta('deviceNumber'),
		writer.meta('sync'),
		writer.meta('serials')
	]);
	let head: JournalHead = first;
	const before = kept ?? {};
	const { numbers, serials } = paperNumbers(deviceNumber ?? null, before, random);
	const full: Stamp = { ...stamp, clock: clockKnowledge(sync ?? emptySyncState, stamp.at) };
	const facts: StoredFact[] = [];
	const write = (draft: FactDraft): StoredFact => {
		const fact = writeFact(draft, full, head, source);
		head = { journal: fact.journal, seq: fact.seq, hash: fact.hash };
		facts.push(fact);
		return fact;
	};
	const isKept = await plan({ numbers, writer, write });
	if (!isKept || facts.length === 0) return { facts: [], refolded: { applications: [], registers: [] } };
	// Issued in this order without awaiting each: a store executes a transaction's requests in order.
	const [, , , refolded] = await Promise.all([
		writer.addFacts(facts, true),
		writer.setMeta('head', withLatest(head, first, facts)),
		serials() === before ? undefined : writer.setMeta('serials', serials()),
		refold(writer, facts, projection)
	]);
	return { facts, refolded };
}

async function readBack<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>,
	written: readonly StoredFact[]
): Promise<AppendResult> {
	const held = await store.read((reader) => reader.byIds(written.map(({ id }) => id)));
	const byId = new Map(held.map((fact) => [fact.id, fact]));
	const same = written.every((fact) => {
		const found = byId.get(fact.id);
		return found?.text === fact.text && found.personal?.text === fact.personal?.text;
	});
	if (same) return { ok: true, facts: [...written], readBack: true };
	return { ok: false, reason: 'storage', message: 'What was read back is not what was written' };
}

/** Expected failures of a disk as values; anything else is a bug and stays an exception. */
function failureOf(error: unknown, names: readonly string[]): AppendFailure | undefined {
	const message = error instanceof Error ? error.message : String(error);
	if (names.includes('NoDeviceNumber')) return { ok: false, reason: 'noDeviceNumber', message };
	if (names.includes('QuotaExceededError')) return { ok: false, reason: 'noSpace', message };
	return names.some((name) => DISK_ERRORS.has(name)) ? { ok: false, reason: 'storage', message } : undefined;
}

const DISK_ERRORS = new Set([
	'AbortError',
	'ConstraintError',
	'DatabaseClosedError',
	'InvalidStateError',
	'MissingAPIError',
	'OpenFailedError',
	'TimeoutError',
	'TransactionInactiveError',
	'UnknownError',
	'VersionError'
]);
