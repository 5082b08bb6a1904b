import { type Fact } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { isSameButForPlace, type SignedPlaces } from '#lib/domain/verdict/unproven.ts';
import { isServersOwn } from '../sync/rights.ts';
import { type JournalReads, type JournalState } from '../store/journal-store.ts';
import { isToBeSigned } from './keyed-journals.ts';

type Reads = Pick<JournalReads, 'journals' | 'placesOf'>;
type Known = {
	registry: Pick<Registry, 'devices'>;
	/** Facts whose own text is known to have its place in the chain. */
	placed?: ReadonlySet<FactId> | undefined;
};

const NOBODY_SIGNS: SignedPlaces = { signedUpTo: () => null, placesOf: () => [] };

/**
 * Reads what is signed of the journals of these facts, as it is now in the store. Nearly all lie under the signature that came with them:
 * only of the others all places are read.
 */
export async function signedGround(
	reads: Reads,
	facts: readonly Fact[],
	{ registry: { devices }, placed }: Known
): Promise<SignedPlaces> {
	const own = facts.filter(({ type }) => !isServersOwn(type));
	if (own.length === 0 || devices.size === 0) return NOBODY_SIGNS;
	const orgs = new Map(own.map(({ journal, org }) => [journal, org]));
	const states = await reads.journals([...orgs.keys()]);
	const signedIn = (journal: JournalId, state: JournalState | undefined): number | null => {
		const org = state?.org ?? orgs.get(journal);
		if (org === undefined) return null;
		return isToBeSigned(devices, { journal, device: state?.device ?? null, org }) ? (state?.signed?.seq ?? 0) : null;
	};
	const signed = new Map([...orgs.keys()].map((journal) => [journal, signedIn(journal, states.get(journal))]));
	const isDoubtful = ({ id, journal, seq }: Fact): boolean => {
		const upTo = signed.get(journal) ?? null;
		return upTo !== null && !(seq <= upTo && placed?.has(id));
	};
	const doubtful = own.filter(isDoubtful).map(({ id }) => id);
	const texts = doubtful.length === 0 ? [] : await reads.placesOf(doubtful);
	const elsewhere = new Set(texts.flatMap(({ journal }) => (signed.has(journal) ? [] : [journal])));
	if (elsewhere.size > 0)
		for (const [journal, state] of await reads.journals([...elsewhere])) signed.set(journal, signedIn(journal, state));
	const places = Map.groupBy(
		texts.filter(({ text, own: known }) => isSameButForPlace(text, known)),
		({ id }) => id
	);
	const sure = new Map(own.filter((fact) => !isDoubtful(fact)).map((fact) => [fact.id, [fact]]));
	return {
		signedUpTo: (journal) => signed.get(journal) ?? null,
		placesOf: (id) => sure.get(id) ?? places.get(id) ?? []
	};
}
