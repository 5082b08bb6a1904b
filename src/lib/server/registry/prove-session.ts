import { type FactOf } from '#lib/domain/fact/fact.ts';
import { isKnownAt } from '#lib/domain/registry/known-place.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { sessionText } from '#lib/domain/registry/session-text.ts';
import { isSignedByKey } from './signed-by-key.ts';

/**
 * Whether a session is signed by a key of its person that had not ended by then, nor by what the device knew of the registry, whatever its
 * clock said. When a key began is not asked: the clock of a device without a line may be behind, and nobody signs with a key before it is
 * made.
 */
export function isSessionProven(
	{ id, actor, at, body }: FactOf<'unlocked'>,
	{ people, journals }: Pick<Registry, 'people' | 'journals'>
): boolean {
	const { signature, ...opened } = body;
	const text = Buffer.from(sessionText({ ...opened, session: id, person: actor, at }));
	const keys = people.get(actor)?.keys ?? [];
	return keys.some(({ key, to, endedBy }) => {
		const hadEnded =
			(to !== null && to <= at) || (endedBy !== undefined && isKnownAt(journals, endedBy, body.known ?? null));
		return !hadEnded && isSignedByKey(key, text, signature);
	});
}
