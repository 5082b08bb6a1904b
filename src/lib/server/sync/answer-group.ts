import { type JournalId } from '../../domain/fact/ids';
import { type Quarantined, type SyncResponse } from '../../protocol/sync-messages';
import { type JournalReads } from '../store/journal-store';
import { type Incoming } from './group-state';
import { pull } from './pull';
import { type StreamTails } from './stream-tails';
import { type Taken } from './take-request';

export type Asked = { incoming: Incoming; taken: Taken };

/** Answers a group whose facts are committed. What all need is read once; a page that fails is that request's failure only. */
export async function answerGroup(
	reads: JournalReads,
	tails: StreamTails,
	group: readonly Asked[],
	epoch: string,
	serverTime: number
): Promise<PromiseSettledResult<SyncResponse>[]> {
	const heads = await reads.streamHeads([...new Set(group.map(({ incoming }) => incoming.device.org))]);
	const quarantined = await openQuarantine(reads, [...new Set(group.map(({ incoming }) => incoming.request.journal))]);
	return Promise.allSettled(
		group.map(async ({ incoming: { request, device }, taken: { held, verified, fork } }): Promise<SyncResponse> => {
			const { journal } = request;
			const head = heads.get(device.org)!;
			const { wasReset, ...pulled } = await pull(reads, tails, { request, head, verified: fork ? 0 : verified, epoch });
			const forked = fork && { agreedSeq: fork.agreedSeq, heldIds: await reads.heldIds(journal, fork.agreedSeq) };
			return {
				epoch,
				ackedSeq: held,
				...(forked ? { forked } : {}),
				quarantined: quarantined.get(journal) ?? [],
				...pulled,
				serverTime,
				...(wasReset ? { wants: await reads.heldSeqs() } : {})
			};
		})
	);
}

/** All that is in quarantine of these journals, told at every answer: the device's list is then always the whole one. */
async function openQuarantine(
	reads: JournalReads,
	journals: readonly JournalId[]
): Promise<Map<JournalId, Quarantined[]>> {
	const told = new Map<JournalId, Quarantined[]>();
	for (const { hash, journal, seq, cause } of await reads.quarantined({ journals, state: 'open' })) {
		const list = told.get(journal) ?? [];
		told.set(journal, [...list, { hash, journal, seq, reason: cause }]);
	}
	return told;
}
