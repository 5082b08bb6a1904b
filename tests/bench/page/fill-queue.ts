import { type OrgId } from '#lib/domain/fact/ids.ts';
import { wireFactOf } from '#lib/sync/sync-round.ts';
import { journalOf, newId, numbersOf } from '../facts/written-facts.ts';
import { arriveAndAssign, collectAndDispatch, visit } from '../facts/work-of-a-day.ts';
import { openJournal } from './open-store.ts';

const AT_ONCE = 200;
const DAY = 86_400_000;

/** Fills this store of a body with applications that its clerk has registered: they all wait for the head's resolution. */
export async function fillQueue(applications: number, device: number): Promise<{ facts: number }> {
	const journal = await openJournal();
	const orgs = { center: 'center-04' as OrgId, body: 'body-15' as OrgId };
	const center = journalOf(crypto.randomUUID(), orgs.center);
	const body = journalOf(crypto.randomUUID(), orgs.body);
	const sources = { number: numbersOf(device), newId };
	const atBody = { number: numbersOf(device + 1), newId };
	const from = Date.now() - 2 * DAY;
	let facts = 0;
	for (let nr = 0; nr < applications; nr += AT_ONCE) {
		const visits = Array.from({ length: Math.min(AT_ONCE, applications - nr) }, (_, each) =>
			visit(nr + each, from, orgs, sources)
		);
		const sent = collectAndDispatch(
			visits.map(({ packet }) => packet),
			orgs,
			sources
		);
		const came = sent.registers.flatMap((register) => arriveAndAssign(register, atBody).drafts);
		const written = [
			...visits.map(({ accepted }) => center(accepted, 'centerInspector', from)),
			...sent.drafts.map((draft) => center(draft, 'accumulationInspector', from + DAY / 24)),
			...came.flatMap((draft) => (draft.type === 'assigned' ? [] : [body(draft, 'chancery', from + DAY)]))
		];
		facts += (await journal.receive(written.map(wireFactOf))).added;
	}
	const waiting = await journal.read((reader) => reader.numbersWithKey(`at:head/${orgs.body}`));
	if (waiting.length !== applications) throw new Error(`${applications} were filled in, ${waiting.length} wait`);
	return { facts };
}
