import { type Instant, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type Person } from '#lib/protocol/session-messages.ts';
import { type RegistryCommand } from '#lib/domain/registry/registry-command.ts';
import { type AskedCommand, type RegistryRequest, type RegistryResponse } from '#lib/protocol/registry-messages.ts';
import { type BodyLimit } from '../http/read-body.ts';
import { keepBadge, makeBadge, type MadeBadge } from '../people/badges.ts';
import { issueCode } from '../people/one-time-codes.ts';
import { NO_PASSWORD } from '../people/person.ts';
import { type ServerSecret } from '../people/server-secret.ts';
import type { Database } from '../store/database.ts';
import { type RegistryServer } from './registry-server.ts';

/** The people of a whole Center in one list. */
export const LIST_OF_PEOPLE: BodyLimit = { bytes: 512 * 1024, ms: 20_000, shape: { depth: 16, values: 20_000 } };

/**
 * An administrator's act from a screen, judged and recorded; a preview is judged only. Whoever was entered, and whose password was
 * reset, gets a one-time code, and the digits of a card are told, here and nowhere else. Asked again, an act tells neither.
 */
export async function recordInRegistry(
	db: Database,
	registry: RegistryServer,
	{ id, as: role, commands: asked, preview }: RegistryRequest,
	{ id: actor, org }: Person,
	{ at, secret, second }: { at: Instant; secret: ServerSecret; second?: StaffId }
): Promise<RegistryResponse> {
	const by = { actor, role, org };
	const { commands, made } = await withBadges(asked.map((command) => withSecond(command, second)));
	const answer = await (preview ? registry.judge({ id, commands }, by) : registry.act({ id, commands }, by));
	if (!answer.ok) {
		const refused = answer.refused.map(({ place, refusal: { code, params } }) => ({ place, code, params }));
		return { ok: false, refused };
	}
	if (preview) return { ok: true, codes: [], badges: [] };
	const codes = [];
	for (const { id: staff, number } of await withoutPassword(db, staffIn(answer.facts))) {
		const given = await issueCode(db, staff, actor, at);
		if (given) codes.push({ staff: staff as StaffId, number, code: given.code });
	}
	const badges = [];
	for (const { staff, badge } of badgesIn(answer.facts)) {
		await keepBadge(db, secret, staff, made.get(badge)!);
		badges.push({ staff, digits: made.get(badge)!.digits });
	}
	return { ok: true, codes, badges };
}

const NEED_SECOND = ['resetCredentials', 'issueBadge', 'agreeImport'] as const;
type NeedsSecond = Extract<AskedCommand, { kind: (typeof NEED_SECOND)[number] }>;
const needsSecond = (command: AskedCommand): command is NeedsSecond =>
	NEED_SECOND.some((kind) => kind === command.kind);

/** Who proved to be there goes into the acts that two are needed for. */
const withSecond = (command: AskedCommand, second: StaffId | undefined): AskedCommand =>
	second !== undefined && needsSecond(command) ? { ...command, second } : command;

/** The commands with the cards that the server makes for them, by the badge's id. */
async function withBadges(
	asked: readonly AskedCommand[]
): Promise<{ commands: RegistryCommand[]; made: Map<string, MadeBadge> }> {
	const made = new Map<string, MadeBadge>();
	const commands: RegistryCommand[] = [];
	for (const command of asked) {
		if (command.kind !== 'issueBadge') {
			commands.push(command);
			continue;
		}
		const card = await makeBadge();
		made.set(card.badge, card);
		commands.push({ ...command, badge: card.badge, key: card.key });
	}
	return { commands, made };
}

/** Of an act that was done before there are none: its cards were told once. Of two for one person the last one counts. */
const badgesIn = (facts: readonly StoredFact[]): { staff: StaffId; badge: string }[] => [
	...new Map(
		readableFacts(facts).flatMap((fact) => (fact.type === 'badgeIssued' ? [[fact.body.staff, fact.body] as const] : []))
	).values()
];

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
