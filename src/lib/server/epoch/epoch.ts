import { type JournalReads, type JournalStore } from '../store/journal-store.ts';
import { isNoRoom } from '../store/no-room.ts';
import { type EpochFile, readEpochFile, writeEpochFile } from './epoch-file.ts';

/** How often the file outside learns how far the database has come. */
const NOTE_EVERY_MS = 1000;

export type Epoch = {
	current: () => string;
	/** Something of this server may be missing that devices have: the epoch is not the first one of its database. */
	isRestored: () => boolean;
	/** After a commit: lets the file know how far the database has come, at most once a second. */
	noteProgress: () => Promise<void>;
	/** The database lacks what was committed in it: begins a new epoch, unless another process has by now. */
	noteLoss: () => Promise<void>;
	/** Writes what is still to be noted. */
	close: () => Promise<void>;
};

type EpochOptions = {
	file: string;
	newEpoch: () => string;
	now: () => number;
	/** Other processes use the database, each with a file of its own: it may have come further, and to a later epoch. Default: none. */
	isShared?: boolean;
};

/**
 * The epoch of the server's streams. It lies in the database and in a file outside it, with the mark that the database had
 * reached. Where they do not match, or the database is behind the file, it was copied back from a backup: a new epoch begins,
 * devices start their cursors again and send what was lost.
 */
export async function openEpoch(
	store: JournalStore,
	{ file, newEpoch, now, isShared = false }: EpochOptions
): Promise<Epoch> {
	const outside = readEpochFile(file);
	const suits = isShared ? mayBeShared : isSame;
	const opened = await store.write(async (tx) => {
		if (await suits(tx, outside)) return { epoch: (await tx.epoch())!, isNew: false };
		const epoch = newEpoch();
		await tx.saveEpoch(epoch);
		return { epoch, isNew: true };
	});
	let { epoch } = opened;
	let restored = opened.isNew
		? outside !== null || (await store.earlierEpochs()).length > 0
		: outside?.epoch === epoch
			? outside.restored
			: (await store.earlierEpochs()).length > 0;
	let highest = 0;
	let seen: EpochFile['fact'] = null;
	/** A loss was noticed, and the new epoch is not stored yet: the database may be away again just then. */
	let isOwed = false;
	let notedAt = now();

	const note = async (): Promise<void> => {
		notedAt = now();
		const mark = await store.mark();
		if (isShared && (isOwed || mark < highest || !(await holds(store, seen)))) await noteLoss();
		if (isShared) await follow();
		highest = Math.max(highest, mark);
		seen = await store.lastFact();
		try {
			writeEpochFile(file, { epoch, mark, fact: seen, restored });
		} catch (error) {
			// A mark that stays behind says less, and nothing wrong: a full disk must not keep the server from serving.
			if (!isNoRoom(error)) throw error;
		}
	};
	/** Another process may have begun one. */
	const follow = async (): Promise<void> => {
		const stored = await store.epoch();
		if (stored === undefined || stored === epoch) return;
		[epoch, restored] = [stored, true];
	};
	const noteLoss = async (): Promise<void> => {
		const known = epoch;
		isOwed = true;
		await store.write(async (tx) => {
			if ((await tx.epoch()) === known) await tx.saveEpoch(newEpoch());
		});
		isOwed = false;
		highest = 0;
		seen = null;
		await follow();
	};
	await note();
	return {
		current: () => epoch,
		isRestored: () => restored,
		noteProgress: async () => {
			if (now() - notedAt >= NOTE_EVERY_MS) await note();
		},
		noteLoss,
		close: note
	};
}

type Held = Pick<JournalReads, 'epoch' | 'earlierEpochs' | 'mark' | 'factIdAt'>;

async function isSame(held: Held, outside: EpochFile | null): Promise<boolean> {
	return outside !== null && outside.epoch === (await held.epoch()) && reaches(held, outside);
}

/** Whether all is there that the file knows of. */
async function reaches(held: Held, { mark, fact }: EpochFile): Promise<boolean> {
	return mark <= (await held.mark()) && holds(held, fact);
}

async function holds(held: Held, fact: EpochFile['fact']): Promise<boolean> {
	return fact === null || (await held.factIdAt(fact.nr)) === fact.id;
}

/** A process without a file is a new one beside others. Its file may be of an epoch that the others have left, but of none that is lost. */
async function mayBeShared(held: Held, outside: EpochFile | null): Promise<boolean> {
	const epoch = await held.epoch();
	if (epoch === undefined) return false;
	if (outside === null) return true;
	if (outside.epoch === epoch) return reaches(held, outside);
	return (await held.earlierEpochs()).includes(outside.epoch);
}
