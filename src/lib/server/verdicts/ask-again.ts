import { type Fact } from '#lib/domain/fact/fact.ts';
import { type JournalId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { isRegistryType } from '#lib/domain/fact/registry-facts.ts';
import { feeds } from '#lib/domain/fact/traits.ts';
import { isAboutRight } from '#lib/domain/fact/verdict-facts.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type Judging, type JournalTransaction } from '../store/journal-store.ts';

type Asked = Pick<
	JournalTransaction,
	'flaggedActors' | 'staffingFacts' | 'registryFacts' | 'journals' | 'judging' | 'saveJudging' | 'judgedFrom'
>;

/**
 * Notes whose facts are to be judged again because of these, in the transaction that stores them: roles given or taken, appointments,
 * the law, checks of clocks, keys of devices that have sent something, and what is said of whether those count. It is done afterwards, in pieces (`judging-again`).
 */
export async function askAgain(tx: Asked, facts: readonly Fact[]): Promise<boolean> {
	const actors = new Set<StaffId>();
	const journals = new Set<JournalId>();
	const orgs = new Set<OrgId>();
	const keyed = new Set<string>();
	let isLaw = false;
	for (const fact of facts) {
		if (isRegistryType(fact.type)) {
			if (fact.type === 'importAgreed') actors.add(fact.actor);
			if ('staff' in fact.body) actors.add(fact.body.staff);
			if ('key' in fact.body && 'device' in fact.body) keyed.add(fact.body.device);
		} else if (feeds(fact, 'staffing') && fact.subject.kind === 'org') orgs.add(fact.subject.org);
		else if (fact.type === 'clockChecked') journals.add(fact.body.journal);
		else if (fact.type === 'regulationImported' || (isAboutRight(fact.type) && feeds(fact, 'law'))) isLaw = true;
	}
	for (const org of orgs)
		for (const fact of readableFacts(await tx.staffingFacts(org)))
			if (fact.type === 'actingAppointed') actors.add(fact.body.staff);
	for (const journal of await journalsOf(tx, keyed)) journals.add(journal);
	if (isLaw) for (const actor of await tx.flaggedActors()) actors.add(actor);
	if (actors.size === 0 && journals.size === 0) return false;
	await askFor(tx, { facts: [], actors: [...actors], journals: [...journals] });
	return true;
}

/** The journals of these devices of which something is held. */
async function journalsOf(tx: Asked, devices: ReadonlySet<string>): Promise<Iterable<JournalId>> {
	if (devices.size === 0) return [];
	const enrolled = readableFacts(await tx.registryFacts()).flatMap((fact) =>
		fact.type === 'deviceEnrolled' && devices.has(fact.body.device) ? [fact.body.journal] : []
	);
	return (await tx.journals(enrolled)).keys();
}

/** Begins again at the first fact that is judged at all, with all that was asked for before. */
export async function askFor(
	tx: Pick<Asked, 'judging' | 'saveJudging' | 'judgedFrom'>,
	{ facts, actors, journals }: Omit<Judging, 'after'>
): Promise<void> {
	const before = await tx.judging();
	await tx.saveJudging({
		facts: [...new Set([...(before?.facts ?? []), ...facts])],
		actors: [...new Set([...(before?.actors ?? []), ...actors])],
		journals: [...new Set([...(before?.journals ?? []), ...journals])],
		after: await tx.judgedFrom()
	});
}
