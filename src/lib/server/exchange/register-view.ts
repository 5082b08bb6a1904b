import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { applicationNumberOf, parsePaperNumber } from '#lib/domain/number/paper-number.ts';
import { foldRegister } from '#lib/domain/register/register.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type RegisterView } from '#lib/protocol/exchange-messages.ts';
import type { Database } from '../store/database.ts';
import { type JournalReads } from '../store/journal-store.ts';
import { ownStories } from './own-stories.ts';

const OPENING = ['collected', 'dispatched', 'returned'] as const;

/**
 * A register that the org has: made there, or sent to it. The device that made it is in its number; its checks are found by the papers in its
 * rows. Null where there is none, or it is none of the org's.
 */
export async function registerView(
	db: Database,
	reads: Pick<JournalReads, 'factsOf' | 'delivered'>,
	org: OrgId,
	number: string
): Promise<RegisterView | null> {
	const opening = await openingOf(db, number);
	if (!opening || !(await reads.delivered(org, [opening.id])).has(opening.id)) return null;
	const papers = opening.papers.map(applicationNumberOf);
	const stories = papers.length === 0 ? new Map<string, StoredFact[]>() : await ownStories(reads, org, papers);
	const facts = new Map<FactId, StoredFact>();
	for (const fact of [...stories.values()].flat()) facts.set(fact.id, fact);
	const register = foldRegister(number, readableFacts(facts.size === 0 ? [opening.fact] : [...facts.values()]));
	if (!register) return null;
	const { kind, at, from, to, courier, rows, arrivedAt } = register;
	return { number, kind, at, from, to, courier, rows: rows.map(({ paper, state }) => ({ paper, state })), arrivedAt };
}

type Opening = { id: FactId; papers: string[]; fact: StoredFact };

async function openingOf(db: Database, number: string): Promise<Opening | null> {
	const parsed = parsePaperNumber(number);
	if (!parsed.ok || parsed.kind !== 9) return null;
	const rows = await db
		.selectFrom('facts as f')
		.innerJoin('devices as d', 'd.journal', 'f.journal')
		.select(['f.id', 'f.journal', 'f.seq', 'f.hash', 'f.text', 'f.type', 'f.applications'])
		.where('d.number', '=', parsed.device)
		.where('f.type', 'in', OPENING)
		.execute();
	for (const row of rows) {
		const { subject, body } = JSON.parse(row.text) as Written;
		if (subject.number !== number) continue;
		const applications = JSON.parse(row.applications) as string[];
		const fact = { ...row, applications, personal: null } as unknown as StoredFact;
		return { id: fact.id, papers: body.rows.map(({ paper }) => paper), fact };
	}
	return null;
}

type Written = { subject: { number?: string }; body: { rows: { paper: string }[] } };
