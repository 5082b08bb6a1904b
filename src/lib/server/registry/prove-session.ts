import { type FactOf } from '#lib/domain/fact/fact.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { sessionText } from '#lib/domain/registry/session-text.ts';
import { isSignedByKey } from './signed-by-key.ts';

/**
 * Whether a session is signed by a key of its person that had not ended by then. When a key began is not asked: the clock of a device
 * without a line may be behind, and nobody signs with a key before it is made.
 */
export function isSessionProven(
	{ id, actor, at, body }: FactOf<'unlocked'>,
	{ people }: Pick<Registry, 'people'>
): boolean {
	const { signature, ...opened } = body;
	const text = Buffer.from(sessionText({ ...opened, session: id, person: actor, at }));
	const keys = people.get(actor)?.keys ?? [];
	return keys.some(({ key, to }) => (to === null || at < to) && isSignedByKey(key, text, signature));
}
