import { type OrgId } from '#lib/domain/fact/ids.ts';
import { createMemoryJournalStore, type MemoryJournalStore } from '#lib/server/store/memory-journal-store.ts';
import { createReceiver } from '#lib/server/sync/receive.ts';
import { type Transport } from '#lib/sync/transport.ts';
import { CENTER_ORG } from './fact-drafts.ts';

export type TestServer = {
	store: MemoryJournalStore;
	/** @param key public half of the device's key, where it has shown one */
	transport: (org?: OrgId, key?: string) => Transport;
	/** The registry says by which key a journal is signed. */
	enrols(journal: string, key: string): void;
	/** Another epoch, as after a restore. */
	newEpoch(): void;
	/** Texts of all facts held of an application. */
	textsOf(number: string): Promise<string[]>;
};

/** The server's own receiver on its store in memory, without a network between. */
export function aServer(now: () => number = () => 1_764_000_000_000): TestServer {
	const store = createMemoryJournalStore();
	let epoch = 1;
	const keys = new Map<string, string>();
	const writerOf = (journal: string) => {
		const key = keys.get(journal);
		return key === undefined ? undefined : { key, provenUpTo: null };
	};
	const receiver = createReceiver(store, { now, epoch: () => `epoch-${epoch}`, writerOf });
	return {
		store,
		transport:
			(org = CENTER_ORG, key) =>
			async (request) => ({
				ok: true,
				response: await receiver.receive(request, { id: 'device', org, ...(key ? { key } : {}) })
			}),
		enrols: (journal, key) => void keys.set(journal, key),
		newEpoch: () => (epoch += 1),
		textsOf: async (number) => ((await store.factsOf([number])).get(number) ?? []).map(({ text }) => text)
	};
}
