import * as v from 'valibot';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type JournalId, JournalIdSchema, type StaffId, StaffIdSchema } from '#lib/domain/fact/ids.ts';
import { verdictFacts } from '#lib/domain/fact/verdict-facts.ts';
import { isDeskAsked } from '#lib/domain/registry/sessions.ts';
import { speaksOf } from '#lib/domain/registry/vouching.ts';
import { flagsOf } from '#lib/domain/verdict/flags.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type DeviceReader } from '#lib/journal/device-store.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { readAs, readDrafts } from '../drafts/kept-draft.ts';
import { type Stated } from './stated-number.ts';

type Reader = Pick<DeviceReader<never, never>, 'drafts' | 'afterSeq' | 'ofTypes' | 'byIds'>;

/** What was written at one device under somebody's number, and nobody has answered for. */
export type StatedRange = { device: JournalId; from: number; to: number; facts: readonly Fact[] };

/** Kind of the drafts that remember where somebody began under a stated number. */
export const STATED_WORK = 'statedWork';
export const readStated = readAs<Stated>(
	v.object({ person: StaffIdSchema, since: v.number(), journal: JournalIdSchema, after: v.number() })
);
const PAGE = 500;

/**
 * What was done under a number without a session, as this device knows it: here since that was begun, and elsewhere by what the server
 * flagged. By device, in the order of its journal; without what its owner has answered for, or a head has settled.
 */
export async function statedRecords(reader: Reader, person: StaffId): Promise<StatedRange[]> {
	const begun = await readDrafts(reader, STATED_WORK, readStated);
	const here = await writtenHere(
		reader,
		begun.map(({ value }) => value),
		person
	);
	const said = readableFacts(await reader.ofTypes([...Object.keys(verdictFacts)]));
	const flags = [...flagsOf(said)].filter(([, { reasons, settled }]) => reasons.includes('notAtDesk') && !settled);
	const elsewhere = withoutPersonal(await reader.byIds(flags.map(([id]) => id)));
	const answers = readableFacts(await reader.ofTypes(['vouched'])).filter((fact) => fact.type === 'vouched');
	const all = new Map([...here, ...elsewhere].map((fact) => [fact.id, fact]));
	const open = [...all.values()].filter(
		(fact) => fact.actor === person && !answers.some((answer) => speaksOf(answer, fact))
	);
	return [...Map.groupBy(open, ({ journal }) => journal)].map(([device, facts]) => {
		const inOrder = facts.sort((a, b) => a.seq - b.seq);
		return { device, from: inOrder[0]!.seq, to: inOrder.at(-1)!.seq, facts: inOrder };
	});
}

async function writtenHere(reader: Reader, begun: readonly Stated[], person: StaffId): Promise<Fact[]> {
	const found: Fact[] = [];
	for (const { journal, after } of begun.filter((each) => each.person === person))
		for (let seq = after; ;) {
			const page = await reader.afterSeq(journal, seq, PAGE);
			found.push(...withoutPersonal(page).filter((fact) => fact.session === undefined && isDeskAsked(fact)));
			if (page.length < PAGE) break;
			seq = page.at(-1)!.seq;
		}
	return found;
}

const withoutPersonal = (facts: readonly StoredFact[]): Fact[] =>
	readableFacts(facts.map((fact) => ({ ...fact, personal: null })));
