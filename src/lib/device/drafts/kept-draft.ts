import * as v from 'valibot';
import { type ApplicationRow, type DeviceReader, type Draft, type StoredRegister } from '#lib/journal/device-store.ts';
import { desk } from '../session/desk.svelte.ts';

/** Reads what was stored, by this version or by another one; undefined where it cannot be read, as if nothing were stored. */
type ReadDraft<T> = (stored: unknown) => T | undefined;

/** A reader by the form of what is stored. */
export function readAs<T>(schema: v.GenericSchema<unknown, T>): ReadDraft<T> {
	return (stored) => {
		const read = v.safeParse(schema, stored);
		return read.success ? read.output : undefined;
	};
}

export const readText: ReadDraft<string> = readAs(v.string());

/** What is asked of a transaction, whatever rows the device makes. */
export type DraftReader = Pick<DeviceReader<ApplicationRow, StoredRegister>, 'draft' | 'drafts'>;

/** All drafts of one kind; those that cannot be read stay on the disk and are left out. */
export async function readDrafts<T>(
	reader: Pick<DraftReader, 'drafts'>,
	kind: string,
	read: ReadDraft<T>
): Promise<(Pick<Draft, 'id' | 'updatedAt'> & { value: T })[]> {
	return (await reader.drafts(kind)).flatMap(({ id, updatedAt, value }) => {
		const known = read(value);
		return known === undefined ? [] : [{ id, updatedAt, value: known }];
	});
}

/**
 * Something half done that the device keeps under one id. Whoever keeps it says how it is read: what another version stored is
 * never used as it is. For a draft that becomes one fact, and for the pace of typing, see `WorkDraft`.
 */
export class KeptDraft<T> {
	readonly #id: string;
	readonly #kind: string;
	readonly #read: ReadDraft<T>;

	constructor(id: string, kind: string, read: ReadDraft<T>) {
		this.#id = id;
		this.#kind = kind;
		this.#read = read;
	}

	read(): Promise<T | undefined> {
		return desk.journal.read((reader) => this.readIn(reader));
	}

	/** In a transaction that reads more. */
	async readIn(reader: Pick<DraftReader, 'draft'>): Promise<T | undefined> {
		const stored = await reader.draft(this.#id);
		return stored && this.#read(stored.value);
	}

	put(value: T): Promise<void> {
		return desk.journal.putDraft({ id: this.#id, kind: this.#kind, updatedAt: Date.now(), value });
	}

	remove(): Promise<void> {
		return desk.journal.removeDraft(this.#id);
	}
}
