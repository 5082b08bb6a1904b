import { type OrgId } from '#lib/domain/fact/ids.ts';
import { directory } from '#lib/law/catalog.ts';
import { type Body } from '#lib/domain/org/directory.ts';

/** The body of an id, with the address and telephone that a person at the window is told. */
export function bodyServing(id: OrgId | null): Body | undefined {
	return directory.bodies.find((body) => body.id === id);
}
