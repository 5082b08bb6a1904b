import { type Fact } from '#lib/domain/fact/fact.ts';
import { type RegistryPlace } from '#lib/domain/registry/known-place.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type JournalReads } from '../store/journal-store.ts';

/**
 * Reads up to where the device of each fact knew the registry, by the session that the fact names. Nothing is read of people whose role
 * never ended: of them it is all the same.
 */
export async function askKnownThen(
	reads: Pick<JournalReads, 'sessionFacts'>,
	facts: readonly Fact[],
	{ people }: Pick<Registry, 'people'>
): Promise<(fact: Fact) => RegistryPlace | null> {
	const hasLost = ({ actor, role }: Fact): boolean =>
		people.get(actor)?.roles.some((span) => span.role === role && span.endedBy !== undefined) ?? false;
	const sessions = new Set(
		facts.flatMap((fact) => (fact.session !== undefined && hasLost(fact) ? [fact.session] : []))
	);
	if (sessions.size === 0) return () => null;
	const opened = readableFacts(await reads.sessionFacts([...sessions])).filter((fact) => fact.type === 'unlocked');
	const byId = new Map(opened.map((fact) => [fact.id, fact]));
	return ({ actor, session }) => {
		const of = session === undefined ? undefined : byId.get(session);
		return of?.actor === actor ? (of.body.known ?? null) : null;
	};
}
