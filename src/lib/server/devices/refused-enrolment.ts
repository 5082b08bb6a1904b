import { v7 as uuid } from 'uuid';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { type Place } from '#lib/protocol/device-messages.ts';
import { type RegistryBy, type RegistryServer } from '../registry/registry-server.ts';

/** What the registry would have against a device at this place, asked before its code is given; null where nothing. */
export async function refusedEnrolment(
	registry: RegistryServer,
	{ org, kind, window }: Place,
	by: RegistryBy
): Promise<Pick<Refusal, 'code' | 'params'> | null> {
	// Its number and journal come with the device itself.
	const device = { device: uuid(), number: 1, journal: uuid() as JournalId };
	const command = { kind: 'enrolDevice', org, ...device, place: kind, window: window ?? null } as const;
	const answer = await registry.judge({ id: uuid() as FactId, commands: [command] }, by);
	if (answer.ok) return null;
	const { code, params } = answer.refused[0]!.refusal;
	return { code, params };
}
