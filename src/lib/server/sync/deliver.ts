import { storyFacts } from '#lib/domain/application/story-facts.ts';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { namedParties } from '#lib/domain/fact/touched.ts';
import { isVerdictType } from '#lib/domain/fact/verdict-facts.ts';
import { type JournalTransaction, type Party, type StreamEntry, type StreamHead } from '../store/journal-store.ts';
import { type NewFact } from './group-state.ts';
import { currentParties, isRooted, sameParty } from './parties.ts';
import { partiesAfter, type PartiesOf } from './parties-after.ts';
import { nativeSha256 } from './read-arrival.ts';
import { renumberedAmong } from './renumbered-facts.ts';

/**
 * Puts new facts into the streams of all who are to get them, and all earlier facts of an application into the stream of an
 * org that becomes party to it. Called after the new facts are stored, in the same transaction.
 * @returns what was put into streams
 */
export async function deliver(tx: JournalTransaction, facts: readonly NewFact[]): Promise<StreamEntry[]> {
	const touched = [...new Set(facts.flatMap(({ kept }) => kept.applications))];
	const known = byApplication(touched.length === 0 ? [] : await tx.parties(touched));
	const renumbered = await renumberedAmong(tx, mayBeRenumbered(facts, known));
	const others = [...new Set(renumbered.map(({ number }) => number))].filter((number) => !touched.includes(number));
	const before = others.length === 0 ? known : new Map([...known, ...byApplication(await tx.parties(others))]);
	const numbers = [...touched, ...others];
	const joined = new Set(renumbered.map(({ number }) => number));
	const after = await partiesAfter(tx, { facts, numbers, joined, before });
	const receivers = new Map(numbers.map((number) => [number, receiversOf(before.get(number), after.get(number)!)]));
	const queues = await backlog(tx, receivers, new Set(facts.map(({ kept }) => kept.id)));
	for (const { kept, envelope } of facts) {
		const orgs = new Set(addressed(envelope));
		for (const number of kept.applications) for (const org of receivers.get(number)!.live) orgs.add(org);
		for (const org of orgs) queueOf(queues, org).push(kept.id);
	}
	for (const { number, fact } of renumbered)
		for (const org of receivers.get(number)!.live) await queueOnce(tx, queues, org, fact.id);
	await saveChanges(tx, before, after);
	return appendToStreams(tx, queues);
}

/**
 * Who gets a fact whoever is party: its author's org. A list also goes to whom it is sent, an org's own fact to those it tells, a verdict
 * to the org that it is about; to name somebody in any other fact sends it to nobody.
 */
function addressed(envelope: NewFact['envelope']): OrgId[] {
	const isOwn = envelope.subject.kind === 'application' && !isVerdictType(envelope.type);
	return isOwn ? [envelope.org] : namedParties(envelope);
}

/**
 * Numbers of which a fact may count under another number: those that a renumbering joins, and those of an acceptance that comes
 * after something else of its application, for that may be its renumbering.
 */
function mayBeRenumbered(facts: readonly NewFact[], known: PartiesOf): string[] {
	const numbers = facts.flatMap(({ kept: { type, applications } }) =>
		type === 'renumbered' ? applications : type === 'accepted' ? applications.filter((each) => known.has(each)) : []
	);
	return [...new Set(numbers)];
}

async function queueOnce(tx: JournalTransaction, queues: Map<OrgId, FactId[]>, org: OrgId, id: FactId): Promise<void> {
	const queue = queueOf(queues, org);
	if (!queue.includes(id) && !(await tx.delivered(org, [id])).has(id)) queue.push(id);
}

/** `live` get the facts of this group; `joining` get all that was there before as well. */
type Receivers = { live: Set<OrgId>; joining: OrgId[] };

/**
 * A body that loses the application in this group still gets the group: the fact that says so is in it. Until an acceptance names
 * the parties there are none; whoever wrote something meanwhile is none by that.
 */
function receiversOf(before: Map<OrgId, Party> | undefined, after: Map<OrgId, Party>): Receivers {
	if (!isRooted(after.values())) return { live: new Set(), joining: [] };
	const were = before && isRooted(before.values()) ? before : new Map<OrgId, Party>();
	const wasCurrent = currentParties([...were.values()]);
	const isCurrent = currentParties([...after.values()]);
	const isNew = [...after.keys()].filter((org) => !were.has(org));
	const returns = [...isCurrent].filter((org) => were.has(org) && !wasCurrent.has(org));
	return { live: wasCurrent.union(isCurrent).union(new Set(isNew)), joining: before ? [...isNew, ...returns] : [] };
}

async function saveChanges(tx: JournalTransaction, before: PartiesOf, after: PartiesOf): Promise<void> {
	const changed: Party[] = [];
	const gone: Party[] = [];
	for (const [number, rows] of after) {
		const old = before.get(number);
		for (const row of rows.values()) {
			const there = old?.get(row.org);
			if (!there || !sameParty(there, row)) changed.push(row);
		}
		for (const row of old?.values() ?? []) if (!rows.has(row.org)) gone.push(row);
	}
	await tx.saveParties(changed);
	if (gone.length > 0) await tx.removeParties(gone);
}

async function backlog(
	tx: JournalTransaction,
	receivers: Map<string, Receivers>,
	fresh: ReadonlySet<FactId>
): Promise<Map<OrgId, FactId[]>> {
	const queues = new Map<OrgId, FactId[]>();
	const joined = [...receivers].filter(([, { joining }]) => joining.length > 0);
	if (joined.length === 0) return queues;
	const earlier = await storyFacts(
		(wanted) => tx.factsOf(wanted),
		joined.map(([number]) => number)
	);
	for (const [number, { joining }] of joined)
		for (const org of joining) queueOf(queues, org).push(...earlier.get(number)!.map(({ id }) => id));
	for (const [org, ids] of queues) {
		const there = await tx.delivered(org, ids);
		queues.set(
			org,
			[...new Set(ids)].filter((id) => !there.has(id) && !fresh.has(id))
		);
	}
	return queues;
}

/** Positions are given under the lock of each stream's head, so they commit in order and no cursor can skip a fact. */
export async function appendToStreams(
	tx: JournalTransaction,
	queues: ReadonlyMap<OrgId, readonly FactId[]>
): Promise<StreamEntry[]> {
	const orgs = [...queues].filter(([, ids]) => ids.length > 0).map(([org]) => org);
	if (orgs.length === 0) return [];
	const heads = await tx.lockStreams(orgs.sort());
	const entries: StreamEntry[] = [];
	const moved: StreamHead[] = [];
	for (const org of orgs) {
		let { position, hash } = heads.get(org)!;
		for (const factId of queues.get(org)!) {
			position += 1;
			hash = nativeSha256(hash + factId);
			entries.push({ org, position, hash, factId });
		}
		moved.push({ org, position, hash });
	}
	await tx.appendToStreams(entries, moved);
	return entries;
}

function queueOf(queues: Map<OrgId, FactId[]>, org: OrgId): FactId[] {
	const queue = queues.get(org) ?? [];
	queues.set(org, queue);
	return queue;
}

function byApplication(rows: readonly Party[]): PartiesOf {
	const map: PartiesOf = new Map();
	for (const row of rows) {
		const orgs = map.get(row.application) ?? new Map<OrgId, Party>();
		map.set(row.application, orgs.set(row.org, row));
	}
	return map;
}
