import { type Instant, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type Person } from '#lib/protocol/session-messages.ts';
import { type RegistryRequest, type RegistryResponse } from '#lib/protocol/registry-messages.ts';
import { type BodyLimit } from '../http/read-body.ts';
import { issueCode } from '../people/one-time-codes.ts';
import { NO_PASSWORD } from '../people/person.ts';
import type { Database } from '../store/database.ts';
import { type RegistryServer } from './registry-server.ts';

/** The people of a whole Center in one list. */
export const LIST_OF_PEOPLE: BodyLimit = { bytes: 512 * 1024, ms: 20_000, shape: { depth: 16, values: 20_000 } };

/**
 * An administrator's act from a screen, judged and recorded; a preview is judged only. Whoever was entered, and whose password was
 * reset, gets a one-time code, which is told here and nowhere else. Asked again, an act tells no codes: they are given anew.
 */
export async function recordInRegistry(
	db: Database,
	registry: RegistryServer,
	{ id, as: role, commands, preview }: RegistryRequest,
	{ id: actor, org }: Person,
	at: Instant
): Promise<RegistryResponse> {
	const by = { actor, role, org };
	const answer = await (preview ? registry.judge({ id, commands }, by) : registry.act({ id, commands }, by));
	if (!answer.ok) {
		const refused = answer.refused.map(({ place, refusal: { code, params } }) => ({ place, code, params }));
		return { ok: false, refused };
	}
	if (preview) return { ok: true, codes: [] };
	const codes = [];
	for (const { id: staff, number } of await withoutPassword(db, staffIn(answer.facts))) {
		const given = await issueCode(db, staff, actor, at);
		if (given) codes.push({ staff: staff as StaffId, number, code: given.code });
	}
	return { ok: true, codes };
}

const staffIn = (facts: readonly StoredFact[]): StaffId[] =>
	readableFacts(facts).flatMap((fact) =>
		fact.type === 'personEntered' || fact.type === 'credentialsReset' ? [fact.body.staff] : []
	);

/** Whom an act left without a password: somebody new, or reset. Whoever was corrected or moved keeps theirs. */
const withoutPassword = (db: Database, staff: readonly StaffId[]) =>
	db
		.selectFrom('people')
		.select(['id', 'number'])
		.where('id', 'in', staff.length > 0 ? staff : [''])
		.where('password', '=', NO_PASSWORD)
		.execute();
