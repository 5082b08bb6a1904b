import { MAX_LISTED_QUARANTINED, type SyncRequest, type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { type JournalReads } from '../store/journal-store.ts';
import { type Incoming } from './group-state.ts';
import { type Pulled, pull } from './pull.ts';
import { ackedBelowWaiting } from './quarantine-quota.ts';
import { type StreamTails } from './stream-tails.ts';
import { type Taken } from './take-request.ts';

/** A request came with a journal of another org. */
export class ForeignJournal extends Error {
	constructor(journal: string) {
		super(`The journal ${journal} is not of this device`);
		this.name = 'ForeignJournal';
	}
}

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
	const journals = [...new Set(group.map(({ incoming }) => incoming.request.journal))];
	const quarantines = await reads.quarantines(journals, MAX_LISTED_QUARANTINED);
	return Promise.allSettled(
		group.map(
			async ({
				incoming: { request, device },
				taken: { held, verified, fork, isProven, isForeign }
			}): Promise<SyncResponse> => {
				const { journal } = request;
				if (isForeign) throw new ForeignJournal(journal);
				const head = heads.get(device.org)!;
				const open = quarantines.get(journal);
				const listed = open?.first ?? [];
				const isClosed = device.isRevoked || Boolean(device.withheld);
				const { wasReset, ...pulled } = isClosed
					? nothing(request, epoch)
					: await pull(reads, tails, { request, head, verified: fork ? 0 : verified, epoch });
				const forked = fork && { agreedSeq: fork.agreedSeq, heldIds: await reads.heldIds(journal, fork.agreedSeq) };
				return {
					epoch,
					ackedSeq: ackedBelowWaiting(held, open),
					...(forked ? { forked } : {}),
					quarantined: listed.map(({ hash, seq, cause }) => ({ hash, journal, seq, reason: cause })),
					...(open && open.count > listed.length ? { quarantinedCount: open.count } : {}),
					...pulled,
					serverTime,
					...(device.isRevoked ? { revoked: true } : {}),
					...(device.withheld ? { withheld: device.withheld } : {}),
					...(device.key && !device.isRevoked && !isProven ? { unproven: true } : {}),
					...(wasReset ? { wants: await reads.heldSeqs(device.org) } : {})
				};
			}
		)
	);
}

/** A device that reads nothing now: its cursor stays where it was. */
const nothing = ({ cursor }: SyncRequest, epoch: string): Pulled => ({
	facts: [],
	cursor: cursor ?? { epoch, position: 0, hash: '' },
	more: false,
	wasReset: false
});
