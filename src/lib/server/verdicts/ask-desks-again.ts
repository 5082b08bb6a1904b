import { type Fact } from '#lib/domain/fact/fact.ts';
import { type FactId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { edgeOf, timeOf } from '#lib/domain/registry/sessions.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type JournalTransaction } from '../store/journal-store.ts';
import { firstProven, provenBy, type SessionReads } from './ask-desks.ts';
import { askFor } from './ask-again.ts';
import { deviceFinder } from './same-device.ts';

type Asked = SessionReads &
	Pick<JournalTransaction, 'flaggedOf' | 'heldIds' | 'judging' | 'saveJudging' | 'judgedFrom'>;
const SPOKEN: ReadonlySet<string> = new Set(['unlocked', 'locked', 'vouched']);
type Spoken = Extract<Fact, { type: 'unlocked' | 'locked' | 'vouched' }>;

/** The longest session, and what clocks may differ: who came before that is concerned by no one who comes now. */
const LONGEST_MS = 48 * 60 * 60_000;

/**
 * Notes whose facts are to be judged again because somebody came to a device, left it, or said what was theirs. A device sends in the order in which it wrote,
 * so nearly always nothing that is concerned was there before.
 */
export async function askDesksAgain(
	tx: Asked,
	facts: readonly Fact[],
	registry: Pick<Registry, 'people' | 'devices' | 'journals'>
): Promise<boolean> {
	const spoken = facts.filter((fact): fact is Spoken => SPOKEN.has(fact.type));
	if (spoken.length === 0) return false;
	const arrived = new Set(facts.map(({ id }) => id));
	const actors = new Set<StaffId>();
	for (const fact of spoken) {
		// What was taken for theirs may have been judged already.
		if (fact.type === 'vouched' && !fact.body.own) actors.add(fact.actor);
		else {
			const concerned = await concernedBy(tx, fact, registry);
			if (concerned.elsewhere || (await isLate(tx, fact, arrived)))
				for (const actor of concerned.actors) actors.add(actor);
		}
		if (fact.type === 'unlocked' && (await isFirst(tx, fact, registry))) actors.add(fact.actor);
	}
	const cleared = await tx.flaggedOf([...new Set(spoken.map(({ actor }) => actor))], 'notAtDesk');
	if (actors.size === 0 && cleared.length === 0) return false;
	await askFor(tx, { facts: cleared, actors: [...actors], journals: [] });
	return true;
}

/** Something that was written after it may have been judged already: it came late, or from another journal than its device's. */
async function isLate(tx: Asked, fact: Spoken, arrived: ReadonlySet<FactId>): Promise<boolean> {
	if (fact.type === 'unlocked' && fact.body.device !== fact.journal) return true;
	if (fact.type === 'vouched') return false;
	if (fact.type === 'locked') {
		const [opened] = readableFacts(await tx.sessionFacts([fact.body.session])).filter(
			({ type }) => type === 'unlocked'
		);
		if (opened?.journal !== fact.journal) return true;
	}
	return (await tx.heldIds(fact.journal, fact.seq)).some((id) => !arrived.has(id));
}

type Concerned = { actors: StaffId[]; elsewhere: boolean };

/**
 * Whoever speaks, and whose sessions it ends. `elsewhere`: one of these is of another journal of the device, as after a fork; where a copy
 * of it writes on there, what was written after this may have been judged before.
 */
async function concernedBy(
	tx: Asked,
	fact: Spoken,
	registry: Pick<Registry, 'people' | 'devices' | 'journals'>
): Promise<Concerned> {
	const concerned: Concerned = { actors: [fact.actor], elsewhere: false };
	if (fact.type !== 'unlocked') return concerned;
	const edge = edgeOf(fact);
	for (const journal of deviceFinder(registry).journalsOf(fact.body.device)) {
		const before = await tx.comingsTo(journal, { ...edge, seq: 0, at: edge.at - LONGEST_MS }, edge);
		concerned.actors.push(...readableFacts(before).map(({ actor }) => actor));
		concerned.elsewhere ||= before.some((coming) => coming.journal !== fact.journal);
	}
	return concerned;
}

/** From their first session on somebody is judged by sessions: it may have come after what they did later elsewhere. */
async function isFirst(
	tx: Asked,
	fact: Extract<Spoken, { type: 'unlocked' }>,
	registry: Pick<Registry, 'people' | 'devices' | 'journals'>
): Promise<boolean> {
	const isProven = provenBy(registry);
	if (!isProven(fact)) return false;
	const first = await firstProven(tx, fact.actor, isProven);
	return !first || timeOf(first) >= timeOf(fact);
}
