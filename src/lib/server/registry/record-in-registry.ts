import { type Person } from '#lib/protocol/session-messages.ts';
import { type RegistryRequest, type RegistryResponse } from '#lib/protocol/registry-messages.ts';
import { type BodyLimit } from '../http/read-body.ts';
import { type Database } from '../store/database.ts';
import { type RegistryServer } from './registry-server.ts';

/** The people of a whole Center in one list. */
export const LIST_OF_PEOPLE: BodyLimit = { bytes: 512 * 1024, ms: 20_000, shape: { depth: 16, values: 20_000 } };

/** An administrator's act from a screen, judged and recorded; a preview is judged only. */
export async function recordInRegistry(
	_db: Database,
	registry: RegistryServer,
	{ id, as: role, commands, preview }: RegistryRequest,
	{ id: actor, org }: Person
): Promise<RegistryResponse> {
	const by = { actor, role, org };
	const answer = await (preview ? registry.judge({ id, commands }, by) : registry.act({ id, commands }, by));
	if (!answer.ok)
		return {
			ok: false,
			refused: answer.refused.map(({ place, refusal: { code, params } }) => ({ place, code, params }))
		};
	return { ok: true, codes: [] };
}
