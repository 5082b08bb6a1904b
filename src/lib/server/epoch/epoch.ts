import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { type JournalStore } from '../store/journal-store.ts';
import { isNoRoom } from '../store/no-room.ts';

/** How often the file outside learns how far the database has come. */
const NOTE_EVERY_MS = 1000;

const EpochFileSchema = v.object({
	epoch: v.string(),
	mark: v.number(),
	/** The epoch began with a restore; of one that an earlier version began nobody knows. */
	restored: v.optional(v.boolean(), true)
});
type EpochFile = v.InferOutput<typeof EpochFileSchema>;

export type Epoch = {
	current: () => string;
	/** Something of this server may be missing that devices have: the epoch is not the first one of its database. */
	isRestored: () => boolean;
	/** After a commit: lets the file know how far the database has come, at most once a second. */
	noteProgress: () => Promise<void>;
	/** Writes what is still to be noted. */
	close: () => Promise<void>;
};

type EpochOptions = { file: string; newEpoch: () => string; now: () => number };

/**
 * The epoch of the server's streams. It lies in the database and in a file outside it, with the mark that the database had
 * reached. Where they do not match, or the database is behind the file, it was copied back from a backup: a new epoch begins,
 * devices start their cursors again and send what was lost.
 */
export async function openEpoch(store: JournalStore, { file, newEpoch, now }: EpochOptions): Promise<Epoch> {
	const inStore = await store.epoch();
	const outside = read(file);
	const isSame = outside !== null && outside.epoch === inStore && outside.mark <= (await store.mark());
	const epoch = isSame ? outside.epoch : newEpoch();
	const restored = isSame ? outside.restored : outside !== null || inStore !== undefined;
	if (!isSame) await store.write((tx) => tx.saveEpoch(epoch));
	let notedAt = now();
	const note = async (): Promise<void> => {
		notedAt = now();
		const mark = await store.mark();
		try {
			write(file, { epoch, mark, restored });
		} catch (error) {
			// A mark that stays behind says less, and nothing wrong: a full disk must not keep the server from serving.
			if (!isNoRoom(error)) throw error;
		}
	};
	await note();
	return {
		current: () => epoch,
		isRestored: () => restored,
		noteProgress: async () => {
			if (now() - notedAt >= NOTE_EVERY_MS) await note();
		},
		close: note
	};
}

/** Null where there is none, or it is damaged: then a new epoch is the safe answer. */
function read(file: string): EpochFile | null {
	try {
		const parsed = v.safeParse(EpochFileSchema, JSON.parse(readFileSync(file, 'utf8')));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

/** Through a second file: a power cut leaves the old or the new one, never half of it. */
function write(file: string, content: EpochFile): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(`${file}.new`, JSON.stringify(content));
	renameSync(`${file}.new`, file);
}
