import { type Fact } from '#lib/domain/fact/fact.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { verdictFacts } from '#lib/domain/fact/verdict-facts.ts';
import { flaggedIn, officeFlagsOf } from '#lib/domain/org/flag-acts.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type FlaggedLaw } from '#lib/protocol/flag-messages.ts';
import type { Database } from '../store/database.ts';
import { storedFact } from '../store/kysely-rows.ts';
import { nameOf, type Seen } from './fact-rows.ts';

/** More than anybody settles at once; the rest follows. */
const MOST = 50;

/** What the server flagged of the law of all orgs (days, regulations, checks of clocks) and nobody settled, the oldest first. */
export async function flaggedLaw(db: Database, seen: Seen): Promise<{ flags: FlaggedLaw[]; more: boolean }> {
	const columns = ['f.id', 'f.journal', 'f.seq', 'f.hash', 'f.text', 'f.type', 'f.applications'] as const;
	const ofLaw = db.selectFrom('law_facts as l').innerJoin('facts as f', 'f.nr', 'l.nr').select(columns);
	const told = await ofLaw.where('f.type', 'in', Object.keys(verdictFacts)).execute();
	const said = factsOf(told);
	const about = flaggedIn(said);
	const flagged = about.length === 0 ? [] : await ofLaw.where('f.id', 'in', about).execute();
	const texts = new Map(flagged.map(({ id, text }) => [id as FactId, text]));
	const open = officeFlagsOf([...said, ...factsOf(flagged)], null).filter(({ flag }) => flag.settled === null);
	return {
		flags: open.slice(0, MOST).map(({ fact, flag: { reasons, by, at } }) => ({
			text: texts.get(fact.id)!,
			actorName: nameOf(seen, fact.actor),
			reasons: [...reasons],
			by,
			at
		})),
		more: open.length > MOST
	};
}

type Row = Omit<Parameters<typeof storedFact>[0], 'salt' | 'personal'>;
const factsOf = (rows: readonly Row[]): Fact[] =>
	readableFacts(rows.map((row) => storedFact({ ...row, salt: null, personal: null })));
