import { v7 as uuid } from 'uuid';
import type { FactId, JournalId, OrgId, Role, StaffId } from '#lib/domain/fact/ids.ts';
import type { StoredFact } from '#lib/domain/fact/stored-fact.ts';
import type { Place } from '#lib/protocol/device-messages.ts';
import { MAX_PUSHED_FACTS, PROTOCOL_VERSION } from '#lib/protocol/sync-messages.ts';
import { registerDevice } from '../devices/register-device.ts';
import type { Database } from '../store/database.ts';
import type { Receiver } from '../sync/receive.ts';
import type { SyncServer } from '../sync/sync-server.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import type { DemoDevice } from './demo-journal.ts';
import { playDays } from './play-days.ts';

const WINDOW: Place = { org: 'center-04' as OrgId, kind: 'window', window: '1' };
const DESK: Place = { org: 'body-15' as OrgId, kind: 'body' };

/**
 * Gives a fresh demonstration the work of the last days: two devices that no longer come wrote it, and it goes the way that facts of
 * any device go.
 */
export async function seedWork(
	db: Database,
	{ receiver, law }: Pick<SyncServer, 'receiver' | 'law'>,
	now: number
): Promise<void> {
	const center = await device(db, WINDOW, '101', now);
	const body = await device(db, DESK, '201', now);
	const source = { newId: () => uuid() as FactId, newSalt: () => crypto.randomUUID() };
	const written = playDays({ devices: { center, body }, source, now, law: law() });
	await push(receiver, center, written.center);
	await push(receiver, body, written.body);
}

async function device(db: Database, place: Place, number: string, at: number): Promise<DemoDevice> {
	const journal = uuid() as JournalId;
	const { name, roles, org } = DEMO_PEOPLE.find((one) => one.number === number)!;
	const by = {
		id: `staff-${number}` as StaffId,
		number,
		name,
		roles: [...roles] as Role[],
		org: org as OrgId,
		window: null
	};
	const registered = await registerDevice(db, { journal, place }, { by, at });
	if (!registered.ok) throw new Error(`No device for the demonstration: ${registered.why}`);
	return { journal, number: registered.number, org: place.org };
}

async function push(receiver: Receiver, { journal, org }: DemoDevice, facts: readonly StoredFact[]): Promise<void> {
	let acked: Pick<StoredFact, 'seq' | 'hash'> = { seq: 0, hash: '' };
	for (let from = 0; from < facts.length; from += MAX_PUSHED_FACTS) {
		const part = facts.slice(from, from + MAX_PUSHED_FACTS);
		const last = part.at(-1)!;
		const request = {
			protocol: PROTOCOL_VERSION,
			journal,
			lastSeq: last.seq,
			ackedSeq: acked.seq,
			ackedHash: acked.hash,
			cursor: null,
			facts: part.map(({ text, personal }) => ({ text, personal }))
		};
		const answer = await receiver.receive(request, { id: `demo:${journal}`, org });
		if (answer.ackedSeq !== last.seq) throw new Error('The demonstration was not taken as it was written');
		acked = last;
	}
}
