import { type FactId } from '#lib/domain/fact/ids.ts';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { applicationNumberOf, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type ActRequest, type ActResponse } from '#lib/protocol/exchange-acts.ts';
import { type DeviceKey } from '#lib/protocol/device-key.ts';
import { type ExchangeProblem } from '#lib/protocol/exchange-problem.ts';
import { type Cursor } from '#lib/protocol/sync-messages.ts';
import type { Database } from '../store/database.ts';
import { type SyncServer } from '../sync/sync-server.ts';
import { actorOf, strangerIn } from './act-actor.ts';
import { papersOfAct } from './act-command.ts';
import { staleness } from './act-staleness.ts';
import { areReadable, handIn, headOfClient, nextRegisterNumber, writeForClient } from './client-journal.ts';
import { clientInEpoch } from './client-in-epoch.ts';
import { type Client } from './clients.ts';
import { exchangeFact } from './exchange-fact.ts';
import { exchangeProblem } from './exchange-problem.ts';
import { judgeAct } from './judge-act.ts';
import { ownStories } from './own-stories.ts';
import { refusalSentence } from './refusal-sentence.ts';

export type Performed = { ok: true; response: ActResponse } | { ok: false; problem: ExchangeProblem };
type Acting = { client: Client; request: ActRequest; after: Cursor | null; at: number };

/** Another process may write to the client's journal at the same time: then the act is judged again on what is there now. */
const TRIES = 5;

/**
 * Judges an act as the screens do, on what the org has and by the rights of the person it names, and records it in the client's journal. Its
 * facts have ids that follow from `id`: an act that was recorded just before a crash is answered by its facts, and not recorded again.
 */
export async function performAct(db: Database, server: SyncServer, id: string, acting: Acting): Promise<Performed> {
	const ready = await clientInEpoch(db, server, acting.client, acting.at);
	if (!ready) return problem('notTaken', 'All device numbers of this server are given: tell whoever runs it');
	let given: PaperNumber | undefined;
	const number = async () => (given ??= await nextRegisterNumber(db, ready.client));
	for (let time = 0; time < TRIES; time += 1) {
		const performed = await attempt(server, id, { ...acting, ...ready }, number);
		if (performed) return performed;
	}
	return problem('notTaken', 'Others write for this client at the same moment: ask again with the same key');
}

/** Undefined where the journal has gone on meanwhile. */
async function attempt(
	server: SyncServer,
	id: string,
	{ client, key, request, after, at }: Acting & { key: DeviceKey },
	number: () => Promise<PaperNumber>
): Promise<Performed | undefined> {
	const { store, epoch } = server;
	const { act } = request;
	const [registry, law] = [server.registry.current(), server.law()];
	const head = await headOfClient(store, client);
	const stories = await ownStories(store, client.org, papersOfAct(act).map(applicationNumberOf));
	const recorded = recordedBefore(id, [...stories.values()].flat());
	if (recorded.length > 0) return done(recorded);
	const actor = await actorOf(store, client, request, { registry, law, at });
	if (typeof actor === 'string') return problem('notAllowed', actor);
	if ('ok' in actor) return refused(actor, server);
	const stale = await staleness(store, client, request, { after, epoch: epoch.current(), stories });
	if (stale !== null) return problem('stale', stale);
	const stranger = strangerIn(act, client.org, { registry, law });
	if (stranger) return refused(stranger, server);
	const newId = idsOf(id);
	const judged = await judgeAct(act, { stories, law, number, context: { ...actor, newId } });
	if (!judged.ok) return refused(judged, server);
	const { role, org, now } = actor;
	const facts = writeForClient(head, judged.drafts, { actor: actor.actor, role, org, at: now }, newId);
	if (!areReadable(facts))
		return problem('badRequest', 'The act says more than a fact can hold: shorten its texts and lists');
	return (await handIn(server, { client, key }, head, facts)) ? done(facts) : undefined;
}

const problem = (code: Parameters<typeof exchangeProblem>[0], detail: string): Performed => ({
	ok: false,
	problem: exchangeProblem(code, detail)
});

async function refused(refusal: Refusal, server: SyncServer): Promise<Performed> {
	const { code, params } = refusal;
	const sentence = await refusalSentence(refusal, server.law().directory, server.registry.current());
	return { ok: false, problem: exchangeProblem('refused', sentence.kk, { refusal: { code, params, sentence } }) };
}

function done(facts: readonly StoredFact[]): Performed {
	const { subject } = exchangeFact(facts[0]!);
	const list = subject.kind === 'register' && subject.number !== undefined ? { number: subject.number } : {};
	return { ok: true, response: { facts: facts.map(exchangeFact), ...list } };
}

/** Ids that follow from the act's own, one after the other: the act judged again gives the same. */
function idsOf(id: string): () => FactId {
	let count = 0;
	return () => `${id}-${count++}` as FactId;
}

/** The facts of an act that was recorded before, in their order. */
function recordedBefore(id: string, facts: readonly StoredFact[]): StoredFact[] {
	const own = facts.filter((fact) => fact.id.startsWith(`${id}-`));
	return [...new Map(own.map((fact) => [fact.id, fact])).values()].sort((a, b) => a.seq - b.seq);
}
