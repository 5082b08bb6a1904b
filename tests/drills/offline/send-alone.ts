import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { PROTOCOL_VERSION, type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { wireFactOf } from '#lib/sync/sync-round.ts';
import { postJson, signedIn } from './http-acts.ts';

/** A device of the authority is enrolled, and sends what is written for its journal. */
export async function sendAlone(
	origin: string,
	org: OrgId,
	written: (journal: string) => readonly StoredFact[]
): Promise<void> {
	const { cookie } = await signedIn(origin, '301');
	const journal = crypto.randomUUID();
	const place = { org, kind: 'authority' };
	const { token } = (await postJson(origin, '/api/devices', { journal, place }, { cookie })) as { token: string };
	const facts = written(journal);
	const lastSeq = facts.at(-1)?.seq ?? 0;
	const own = { ackedSeq: 0, ackedHash: '', cursor: null, facts: facts.map(wireFactOf) };
	const request = { protocol: PROTOCOL_VERSION, journal, lastSeq, ...own };
	const headers = { authorization: `Device ${token}` };
	const answer = (await postJson(origin, '/api/sync', request, headers)) as SyncResponse;
	if (answer.ackedSeq !== lastSeq) throw new Error(`Sent up to ${lastSeq}, taken up to ${answer.ackedSeq}`);
}
