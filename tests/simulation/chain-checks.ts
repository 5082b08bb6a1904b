import { chainFaults } from '#lib/domain/fact/chain.ts';
import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type JournalStore } from '#lib/server/store/journal-store.ts';
import { nativeSha256 } from '#lib/server/sync/read-arrival.ts';
import { type World } from './world.ts';

/** No server and no device may call contiguous what is no chain, and whoever believes that the two agree must be right. */
export async function headsThatAreNoChain({ server, devices }: World): Promise<string[]> {
	const wrong = await brokenHeads(server.store);
	for (const { name, journal } of devices) {
		const { head, sync } = await journal.state();
		const own = await journal.read((reader) => reader.ownAfterSeq(head.journal, 0, Infinity));
		for (const { seq, fault } of chainFaults(own, { held: head.seq, heldHash: head.hash }, nativeSha256))
			wrong.push(`${name} has no chain in ${head.journal}: ${fault} at ${seq}`);
		const there = (await server.store.texts(head.journal)).find(({ seq }) => seq === sync.ackedSeq);
		if (sync.ackedSeq > 0 && there?.hash !== sync.ackedHash)
			wrong.push(`${name} believes that the server has its ${sync.ackedSeq} of ${head.journal}`);
	}
	return wrong;
}

/** Journals of which a server's store calls contiguous what is no chain. */
export async function brokenHeads(store: JournalStore): Promise<string[]> {
	const ids = Object.keys(await store.heldSeqs()) as JournalId[];
	const wrong: string[] = [];
	for (const head of (await store.journals(ids)).values()) {
		const faults = chainFaults(await store.texts(head.journal), head, nativeSha256);
		wrong.push(...faults.map(({ seq, fault }) => `the server has no chain in ${head.journal}: ${fault} at ${seq}`));
	}
	return wrong;
}
